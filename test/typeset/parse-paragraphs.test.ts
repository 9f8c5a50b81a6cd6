import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  doubtfulNumbers,
  parseParagraphs,
  parsePlainParagraphs,
  plainText,
} from '../../src/typeset/parse-paragraphs.ts'

const shapes = (text: string) =>
  parseParagraphs(text).map(({ kind, marker, spans }) => [kind, marker, spans.map(({ text }) => text).join('')])

describe('one paragraph a line', () => {
  test('blank lines are dropped and runs of blanks are one space', () => {
    expect(shapes('Бірінші  \t жол\r\n\r\n \t\nекінші')).toEqual([
      ['paragraph', '', 'Бірінші жол'],
      ['paragraph', '', 'екінші'],
    ])
  })

  test('no-break spaces stay', () => {
    expect(shapes('18,4\u00a0млн\u202f₸')).toEqual([['paragraph', '', '18,4\u00a0млн\u202f₸']])
  })

  test.each(['•', '– ', '- ', '— ', '* ', '• ', '\uf0b7\t', '▪ ', '· ', 'o\t', ' o\t'])('%j begins an item', (mark) => {
    expect(shapes(`${mark}анықтау;`)).toEqual([['item', '', 'анықтау;']])
  })

  test.each(['✓', '✔', '✔\ufe0f', '✗', '✘', '☐', '☑', '☒', '✅', '❌', '🟢'])(
    '%s stays the mark of its item',
    (sign) => {
      expect(shapes(`${sign} дайын\n${sign}\tдайын\n${sign}дайын`)).toEqual(Array(3).fill(['item', sign, 'дайын']))
    },
  )

  test('signs and bullets are items of one level, and no numbers', () => {
    const text = '1. Жоспар\n✓ бірі\n✗ екіншісі\n  ☐ ішкі\n• төртіншісі\n2. Есеп\nмәтін'
    expect(parseParagraphs(text).map(({ kind, marker, level = 0 }) => [kind, marker, level])).toEqual([
      ['heading', '1.', 0],
      ['item', '✓', 0],
      ['item', '✗', 0],
      ['item', '☐', 1],
      ['item', '', 0],
      ['heading', '2.', 0],
      ['paragraph', '', 0],
    ])
  })

  test.each(['✓', '✗ ✗ ✗', '✓/✗ белгілері'])('%j is a text', (text) =>
    expect(shapes(text)).toEqual([['paragraph', '', text]]),
  )

  test('a dash without a blank, the letter o without a tab, and an emphasis begin no item', () => {
    expect(shapes('-5 °C\no бірінші\n**Маңызды** сөз')).toEqual([
      ['paragraph', '', '-5 °C'],
      ['paragraph', '', 'o бірінші'],
      ['paragraph', '', 'Маңызды сөз'],
    ])
  })

  test('a blank text has no paragraphs', () => expect(parseParagraphs(' \n\t\n')).toEqual([]))
})

describe('numbered lines', () => {
  test('a short line with text under it is a heading', () => {
    expect(shapes('5. Міндеттері\n• анықтау\n12) Кезеңдер\nмәтін')).toEqual([
      ['heading', '5.', 'Міндеттері'],
      ['item', '', 'анықтау'],
      ['heading', '12)', 'Кезеңдер'],
      ['paragraph', '', 'мәтін'],
    ])
  })

  test('a line of 90 characters is a heading, one of 91 a paragraph', () => {
    const line = (length: number) => `4. ${'а'.repeat(length - 3)}`
    expect(shapes(`${line(90)}\nмәтін\n${line(91)}\nмәтін`).map(([kind]) => kind)).toEqual([
      'heading',
      'paragraph',
      'numbered',
      'paragraph',
    ])
  })

  test('two headings may follow one another, as in a plan whose first point is empty', () => {
    expect(shapes('6. Мерзімдері\n7. Механизмі\n• кезең').map(([kind]) => kind)).toEqual(['heading', 'heading', 'item'])
  })

  test('a list is not a run of headings', () => {
    expect(shapes('1. Астана\n2. Алматы\n3. Шымкент\nҚалалар').map(([kind]) => kind)).toEqual([
      'numbered',
      'numbered',
      'numbered',
      'paragraph',
    ])
  })

  test('the last line is no heading', () => {
    expect(shapes('Жоспар\n1. Астана\n2. Алматы').map(([kind]) => kind)).toEqual(['paragraph', 'numbered', 'numbered'])
  })

  test('a year is not a number of a list', () => {
    expect(shapes('2014. Жыл\nмәтін')[0]).toEqual(['paragraph', '', '2014. Жыл'])
  })
})

describe('bold lines', () => {
  const kinds = (text: string) => shapes(text).map(([kind]) => kind)

  test('a line with text under it is a heading', () => {
    expect(kinds('**Аулаға**\n• Орындық\n**Қорға**\nСөренің өзі')).toEqual(['heading', 'item', 'heading', 'paragraph'])
  })

  test('a line that is partly bold, has no text under it, or is long, is a paragraph', () => {
    expect(kinds('**Маңызды** сөз\nмәтін')).toEqual(['paragraph', 'paragraph'])
    expect(kinds('мәтін\n**Рақмет!**')).toEqual(['paragraph', 'paragraph'])
    expect(kinds(`**${'а'.repeat(87)}**\nмәтін`)).toEqual(['paragraph', 'paragraph'])
  })

  test('several in a row are bold text', () => {
    expect(kinds('**Бірінші.**\n**Екінші.**')).toEqual(['paragraph', 'paragraph'])
  })
})

test('a title that begins with a number keeps it', () => {
  expect(plainText(parsePlainParagraphs('5. Жобаның міндеттері'))).toBe('5. Жобаның міндеттері')
})

test('every character except blanks and marks is kept, in order', () => {
  const line = fc.string({ unit: fc.constantFrom(...'аәқ ABC.,-–•12) \t\u00a0«»"'), maxLength: 40 })
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
      const kept = parseParagraphs(lines.join('\n')).map(
        ({ marker, spans }) => marker + spans.map(({ text }) => text).join(''),
      )
      const bare = (text: string) => text.replace(/[ \t\n]/g, '')
      const unmarked = lines.map((line) => bare(line.replace(/^[ \t]*(?:•|[-–][ \t](?=.*[^ \t]))/, '')))
      const strict = kept.map(bare).join('')
      // A line that is nothing but its mark is a text, and keeps it.
      expect(strict.replace(/•/g, '')).toBe(unmarked.join('').replace(/•/g, ''))
    }),
  )
})
describe('two numbered lines with text below', () => {
  test.each([
    ['Мәтін\n1. Астана\n2. Алматы\nМәтін', 'numbered', 'list'],
    ['Қалалар:\n1. Астана\n2. Алматы\nМәтін', 'numbered', null],
    ['Мәтін\n1. Астана;\n2. Алматы.\nМәтін', 'numbered', null],
    ['Мәтін\n1. Мақсат\n2. Міндет\n• анықтау', 'heading', 'headings'],
    ['Мәтін\n1. Мақсат\n2. Міндет\nмәтін\n3. Мерзім\nмәтін', 'heading', 'headings'],
    ['1. Мақсат\n2. Міндет\nмәтін', 'heading', null],
    ['Мәтін\n6. Мерзімдері\n7. Механизмі\nмәтін', 'heading', null],
    ['Мәтін\n1. Мақсат\nмәтін\n2. Міндет\nмәтін', 'heading', null],
  ])('%j', (text, kind, doubtful) => {
    expect(shapes(text).find(([, marker]) => marker !== '')![0]).toBe(kind)
    expect(doubtfulNumbers(text)).toBe(doubtful)
  })
})
