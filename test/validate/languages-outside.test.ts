import { describe, expect, test } from 'vitest'
import { type SourceNode, toPlainValue } from '../../src/model/source.ts'
import { parse } from '../../src/parse/parse.ts'
import { conform } from '../../src/validate/conform.ts'
import { marked } from '../marked.ts'
import { source } from '../source.ts'

const readDeck = (deck: object) => {
  const { root, diagnostics } = conform(source(JSON.stringify(deck)))
  return { deck: toPlainValue(root as SourceNode) as { content: Record<string, unknown>[] }, diagnostics }
}
const readSlide = (slide: object) => {
  const { deck, diagnostics } = readDeck({ langs: ['kk', 'ru'], content: [{ title: 'Т', ...slide }] })
  const { title: _, ...fields } = deck.content[0] as Record<string, unknown>
  return { fields, codes: diagnostics.map(({ code }) => code) }
}

describe('languages around lists and objects are read as languages at their texts', () => {
  test.each<[string, object, object]>([
    [
      'a table, cell by cell',
      {
        table: {
          kk: [
            ['Өңір', 'Саны'],
            ['Абай', 12],
          ],
          ru: [
            ['Регион', 'Число'],
            ['Абай', 12],
          ],
        },
      },
      {
        table: [
          [
            { kk: 'Өңір', ru: 'Регион' },
            { kk: 'Саны', ru: 'Число' },
          ],
          [{ kk: 'Абай', ru: 'Абай' }, 12],
        ],
      },
    ],
    [
      'tables with rows of their own',
      {
        table: {
          kk: [
            ['Өңір', 'Саны'],
            ['Абай', 12],
          ],
          ru: [['Регион', 'Число']],
        },
      },
      { table: { kk: 'Өңір\tСаны\nАбай\t12', ru: 'Регион\tЧисло' } },
    ],
    [
      'tables with cells of their own',
      { table: { kk: [['Өңір', 'Саны']], ru: [['Регион', 'Число', 'Доля']] } },
      { table: { kk: 'Өңір\tСаны', ru: 'Регион\tЧисло\tДоля' } },
    ],
    [
      'tables with settings',
      {
        table: {
          kk: { rows: [['а', 1]], head: true, note: 'Ескерту' },
          ru: { rows: [['б', 1]], head: true, note: 'Сноска' },
        },
      },
      { table: { rows: [[{ kk: 'а', ru: 'б' }, 1]], head: true, note: { kk: 'Ескерту', ru: 'Сноска' } } },
    ],
    ['one language', { table: { kk: [['Өңір', 5]] } }, { table: [[{ kk: 'Өңір' }, 5]] }],
    ['an empty one', { table: { kk: [['Өңір', 5]], ru: [] } }, { table: [[{ kk: 'Өңір' }, 5]] }],
    ['paragraphs', { text: { kk: ['а', 'ә'], ru: ['б', 'в', 'г'] } }, { text: { kk: 'а\nә', ru: 'б\nв\nг' } }],
    ['a list and a text', { text: { kk: ['а', 'ә'], ru: 'б' } }, { text: { kk: 'а\nә', ru: 'б' } }],
    ['texts in objects', { text: { kk: { text: 'а' }, ru: { текст: 'б' } } }, { text: { kk: 'а', ru: 'б' } }],
    ['lists in lists', { text: { kk: [['а', 'ә'], ['б']], ru: 'в' } }, { text: { kk: 'а\nә\nб', ru: 'в' } }],
    ['notes', { notes: { kk: ['а', 'ә'], ru: ['б'] } }, { notes: { kk: 'а\nә', ru: 'б' } }],
    [
      'people',
      {
        people: {
          kk: [{ name: 'А', role: 'жетекші', img_path: 'a.jpg' }],
          ru: [{ имя: 'А', должность: 'глава', фото: 'a.jpg' }],
        },
      },
      { people: [{ name: { kk: 'А', ru: 'А' }, role: { kk: 'жетекші', ru: 'глава' }, img_path: 'a.jpg' }] },
    ],
    [
      'people that differ in number, as lines',
      { people: { kk: [{ name: 'А', role: 'б' }, { name: 'Ә' }], ru: [{ name: 'А', role: 'в' }] } },
      { people: { kk: 'А, б\nӘ', ru: 'А, в' } },
    ],
    ['lines of people', { people: { kk: ['А, б'], ru: ['А, в'] } }, { people: { kk: 'А, б', ru: 'А, в' } }],
    [
      'a chart',
      { chart: { kk: [['Астана', 5]], ru: [['Астана', 5]] } },
      { chart: [[{ kk: 'Астана', ru: 'Астана' }, 5]] },
    ],
    [
      'a programme',
      { timeline: { kk: ['09:00 — Тіркеу'], ru: ['09:00 — Вход', '10:00 — Обед'] } },
      { timeline: { kk: '09:00 — Тіркеу', ru: '09:00 — Вход\n10:00 — Обед' } },
    ],
    [
      'captions, which go with their pictures',
      { img_path: ['a.png', 'b.png'], img_alt: { kk: ['а', 'ә'], ru: ['б'] } },
      { img_path: ['a.png', 'b.png'], img_alt: [{ kk: 'а', ru: 'б' }, { kk: 'ә' }] },
    ],
    ['the same layout twice', { block: { kk: '2', ru: '2' } }, { block: '2' }],
    [
      'blocks',
      { blocks: { kk: [{ type: 'text', text: 'а' }], ru: [{ type: 'text', text: 'б' }] } },
      { blocks: [{ type: 'text', text: { kk: 'а', ru: 'б' } }] },
    ],
    [
      'markers',
      { map: { markers: { kk: [{ place: 'Астана', label: 'Мұнда' }], ru: [{ place: 'Астана', label: 'Здесь' }] } } },
      { map: { markers: [{ place: 'Астана', label: { kk: 'Мұнда', ru: 'Здесь' } }] } },
    ],
  ])('%s', (_, slide, expected) => {
    const { fields, codes } = readSlide(slide)
    expect(fields).toEqual(expected)
    expect(codes.filter((code) => code !== 'field-misspelt')).toEqual(['languages-outside'])
  })

  test('slides, and all slides of a deck', () => {
    const slides = [{ title: { kk: 'А', ru: 'Б' }, text: { kk: 'а', ru: 'б' } }]
    expect(
      readDeck({ content: [{ kk: { title: 'А', text: 'а' }, ru: { заголовок: 'Б', текст: 'б' } }] }).deck.content,
    ).toEqual(slides)
    const whole = readDeck({ content: { kk: [{ title: 'А', text: 'а' }], ru: [{ title: 'Б', text: 'б' }] } })
    expect(whole.deck.content).toEqual(slides)
    expect(whole.diagnostics).toMatchObject([{ code: 'languages-outside', field: 'content' }])
  })

  test('a deck in each language', () => {
    const read = readDeck({
      kk: { name: 'А', content: [{ title: 'А' }] },
      ru: { name: 'Б', content: [{ title: 'Б' }] },
    })
    const text = { kk: 'А', ru: 'Б' }
    expect(read.deck).toEqual({ name: text, content: [{ title: text }] })
    expect(read.diagnostics).toMatchObject([{ code: 'languages-outside' }])
  })

  test.each([{ en: [] }, { ru: false }, { kk: {} }, { kk: null, ru: 'а' }])('%j is no deck', (deck) => {
    expect(conform(source(JSON.stringify(deck))).diagnostics.map(({ code }) => code)).toContain('content-missing')
  })

  test('what is written in the format already is no finding', () => {
    const { codes } = readSlide({ text: { kk: 'а', ru: 'б' }, table: { kk: 'а\tә', ru: 'б\tв' }, img_alt: null })
    expect(codes).toEqual([])
  })
})

describe('what has no one reading is refused, and said so', () => {
  test.each<[string, object, string, string]>([
    ['pictures that differ', { img_path: { kk: 'a.png', ru: 'b.png' } }, 'values', 'img_path'],
    [
      'portraits that differ',
      { people: { kk: [{ name: 'А', img_path: 'a.png' }], ru: [{ name: 'А', img_path: 'b.png' }] } },
      'values',
      'img_path',
    ],
    [
      'people with notes that differ in number',
      { people: { kk: [{ name: 'А', note: 'б' }], ru: [{ name: 'А' }, { name: 'В' }] } },
      'items',
      'people',
    ],
    [
      'cells of several lines in tables that differ',
      { table: { kk: [['а\nә'], ['в']], ru: [['б']] } },
      'items',
      'table',
    ],
    ['a list and fields', { chart: { kk: [['а', 1]], ru: { data: [['б', 1]] } } }, 'kinds', 'chart'],
    ['layouts that differ', { block: { kk: '2', ru: '3' } }, 'values', 'block'],
  ])('%s', (_, slide, reason, inner) => {
    const { diagnostics } = readDeck({ content: [{ title: 'Т', ...slide }] })
    expect(diagnostics).toMatchObject([{ code: 'languages-unmatched', severity: 'error', reason, inner }])
  })
})

test('a word of a joined list is mended where it stands', () => {
  const { text, range } = marked('{ "content": [{ "text": { "kk": ["бір", "\\u0430 қ«a»ла"], "ru": ["город"] } }] }')
  const { diagnostics } = conform(parse(text).root!)
  expect(diagnostics.at(-1)).toMatchObject({ code: 'letters-mixed', range, edits: [{ ...range, text: 'а' }] })
})
