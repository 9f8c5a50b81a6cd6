import { describe, expect, test } from 'vitest'
import type { PollBlock } from '../../../src/blocks/poll/types.ts'
import { toDeck } from '../../../src/deck/to-deck.ts'
import { sharesKey } from '../../../src/model/poll.ts'
import { source } from '../../source.ts'

function read(slide: object) {
  const { deck, diagnostics } = toDeck(source(JSON.stringify({ content: [{ title: 'Q', ...slide }] })))
  const poll = deck.slides[0]!.blocks.find((block): block is PollBlock => block.type === 'poll')
  return { poll, options: poll?.options.map(({ text }) => text), found: diagnostics.map(({ code }) => code) }
}

describe('options are read from', () => {
  test.each([
    ['a list', { poll: ['A', 'B'] }, ['A', 'B']],
    ['a text with lines', { poll: 'A\nB\n\nC' }, ['A', 'B', 'C']],
    ['a text with bullets', { poll: '- A\n- B' }, ['A', 'B']],
    ['a list with bullets', { poll: ['• A', '☐ B', '- C'] }, ['A', 'B', 'C']],
    ['a numbered list', { poll: ['1) A', '2) B'] }, ['A', 'B']],
    ['a list of one text with lines', { poll: ['A\nB'] }, ['A', 'B']],
    ['numbers', { poll: [2024, 2025] }, ['2024', '2025']],
    ['an object', { poll: { question: 'W?', options: ['A', 'B'] } }, ['A', 'B']],
    ['the text of layout 15', { block: '15', text: 'a) A\nb) B' }, ['A', 'B']],
    ['the text of layout poll', { block: 'poll', text: ['A', 'B'] }, ['A', 'B']],
    ['a block', { blocks: [{ type: 'poll', options: ['A', 'B'] }] }, ['A', 'B']],
    ['years and numbers that are no marks', { poll: ['5 — жақсы', '2025. Бірінші'] }, ['5 — жақсы', '2025. Бірінші']],
    [
      'lines in several languages',
      { poll: { kk: 'Иә\nЖоқ', ru: 'Да\nНет' } },
      [
        { kk: 'Иә', ru: 'Да' },
        { kk: 'Жоқ', ru: 'Нет' },
      ],
    ],
    [
      'lists in several languages',
      { poll: { kk: ['Иә', 'Жоқ'], ru: ['Да', 'Нет'] } },
      [
        { kk: 'Иә', ru: 'Да' },
        { kk: 'Жоқ', ru: 'Нет' },
      ],
    ],
  ])('%s', (_, slide, wanted) => {
    expect(read(slide).options).toEqual(wanted)
  })

  test.each([[{ poll: [] }], [{ poll: '' }], [{ poll: null }], [{ poll: ['', null] }], [{ poll: { question: 'W?' } }]])(
    'nothing in %j',
    (slide) => {
      expect(read(slide).poll).toBeUndefined()
    },
  )
})

test('settings are read; by default one choice and hidden results', () => {
  expect(read({ poll: ['A', 'B'] }).poll).toMatchObject({ many: false, live: false, question: null })
  const poll = { question: 'W?', options: ['A', 'B'], many: true, show: 'live' }
  expect(read({ poll }).poll).toMatchObject({ many: true, live: true, question: 'W?' })
})

describe('findings', () => {
  const long = 'ұ'.repeat(101)
  test.each([
    ['one option', ['A'], ['poll-options-few']],
    ['an empty option', ['A', '', 'B', null], ['poll-option-empty', 'poll-option-empty']],
    ['an option twice, in other letters', ['Иә', ' иә '], ['poll-option-twice']],
    ['twelve options', Array.from({ length: 12 }, (_, i) => `A${i}`), []],
    ['thirteen options', Array.from({ length: 13 }, (_, i) => `A${i}`), ['poll-options-many']],
    ['a long option', [long, 'B'], ['poll-option-long']],
    ['an option of a hundred characters of several units', ['👩‍👩‍👧'.repeat(100), 'B'], []],
    ['a long option in one language', [{ kk: long, ru: 'А' }, 'B'], ['poll-option-long']],
  ])('%s', (_, poll, wanted) => {
    expect(read({ poll }).found).toEqual(wanted)
  })

  test('each stands at its option', () => {
    const text = JSON.stringify({ content: [{ title: 'Q', poll: ['A', 'B', 'A'] }] })
    const [found] = toDeck(source(text)).diagnostics
    expect(text.slice(found!.range.start, found!.range.end)).toBe('"A"')
    expect(found!.range.start).toBe(text.lastIndexOf('"A"'))
  })
})

describe('an option is the same one', () => {
  const keysOf = (...poll: unknown[]) => read({ poll }).poll!.options.map(({ keys }) => keys)
  test('in each of its languages, and with other spaces and case', () => {
    const [[kk], [ru], [both]] = [keysOf('Иә', 'x'), keysOf('ДА', 'x'), keysOf({ kk: ' иә', ru: 'Да' }, 'x')]
    expect(sharesKey(kk!, both!)).toBe(true)
    expect(sharesKey(ru!, both!)).toBe(true)
    expect(sharesKey(kk!, ru!)).toBe(false)
  })
  test('and two that say the same are told apart', () => {
    const [one, two] = keysOf('A', 'A')
    expect(sharesKey(one!, two!)).toBe(false)
  })
})
