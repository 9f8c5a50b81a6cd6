import { expect, test } from 'vitest'
import { keyOfText } from '../../../../src/model/poll.ts'
import type { LivePage, LiveState } from '../../../../src/model/wire/live.ts'
import { matchRecords, pollsOf } from '../../../../src/serve/talk/desk/poll-records.ts'

const page = (id: string, number: number, question: string, options: readonly string[]): LivePage => ({
  id,
  html: '',
  notes: '',
  poll: {
    number,
    question,
    keys: [keyOfText(question)],
    lang: 'kk',
    options: options.map((text) => ({ text, keys: [keyOfText(text)] })),
    many: false,
    live: false,
  },
})
const state = (tag: string, ...pages: LivePage[]) => ({ tag, pages }) as unknown as LiveState
const begun = (states: LiveState[]) => matchRecords(pollsOf(states), []).map((one) => ({ ...one, begun: true }))

test('each poll of a slide is a poll of its own, on all of its pages and in all languages', () => {
  const kk = state('kk', page('s2', 1, 'Қайда?', ['A', 'B']), page('s2-2', 1, 'Қайда?', ['A', 'B']))
  const more = state('kk', ...kk.pages, page('s2-3', 2, 'Қашан?', ['C', 'D']))
  const ru = state('ru', page('s2_ru', 1, 'Где?', ['A', 'B']), page('s2_ru-2', 2, 'Когда?', ['C', 'D']))
  expect(pollsOf([more, ru]).map(({ pages, keys }) => [pages, keys])).toEqual([
    [
      ['s2', 's2-2', 's2_ru'],
      [keyOfText('Қайда?'), keyOfText('Где?')],
    ],
    [
      ['s2-3', 's2_ru-2'],
      [keyOfText('Қашан?'), keyOfText('Когда?')],
    ],
  ])
})

test('two polls with the same words are counted apart', () => {
  const twice = [
    state('kk', page('s2', 1, 'Келісесіз бе?', ['Иә', 'Жоқ']), page('s2-2', 2, 'Келісесіз бе?', ['Иә', 'Жоқ'])),
  ]
  const ids = begun(twice).map(({ id }) => id)
  expect(new Set(ids).size).toBe(2)
  // They stay what they are when the deck is read again.
  expect(matchRecords(pollsOf(twice), begun(twice)).map(({ id }) => id)).toEqual(ids)
})

test.each([
  [
    'another poll before it',
    [['Бірінші?', 'E F'] as const, ['Қайда?', 'A B'] as const, ['Қашан?', 'C D'] as const],
    [2, 3],
  ],
  ['another order', [['Қашан?', 'C D'] as const, ['Қайда?', 'A B'] as const], [2, 1]],
  ['another question for one of them', [['Қай жерде?', 'A B'] as const, ['Қашан?', 'C D'] as const], [1, 2]],
])('polls of a slide keep their votes after %s', (_, after, places) => {
  const pagesOf = (polls: readonly (readonly [string, string])[]) =>
    state('kk', ...polls.map(([question, options], i) => page(`s2-${i}`, i + 1, question, options.split(' '))))
  const before = begun([
    pagesOf([
      ['Қайда?', 'A B'],
      ['Қашан?', 'C D'],
    ]),
  ])
  const records = matchRecords(pollsOf([pagesOf(after)]), before)
  expect(places.map((place) => records[place - 1]!.id)).toEqual(before.map(({ id }) => id))
  expect(records.filter((one) => one.begun)).toHaveLength(2)
})
