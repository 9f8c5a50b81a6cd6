import { expect, test } from 'vitest'
import { alignLists } from '../../src/edit/align-lists.ts'
import type { JsonValue } from '../../src/model/source.ts'

const slide = (title: string, text = `${title} туралы мәтін`) => ({ title, text, block: '2' })
const [a, b, c, d] = [slide('Бірінші'), slide('Екінші'), slide('Үшінші'), slide('Төртінші')]
const empty = { title: '', text: '', block: '2' }

/** For each item its place in the other list: `2` for certain, `2?` if another item may stand there, `-` if it is gone. */
const places = (before: readonly JsonValue[], after: readonly JsonValue[]) => {
  const found = alignLists(before, after)
  return before.map((_, i) => {
    const one = found.get(i)
    return one ? `${one.index}${one.isCertain ? '' : '?'}` : '-'
  })
}

const cases: [string, readonly JsonValue[], readonly JsonValue[], string][] = [
  ['nothing changed', [a, b, c], [a, b, c], '0 1 2'],
  ['one was added', [a, b, c], [a, d, b, c], '0 2 3'],
  ['one is gone', [a, b, c], [a, c], '0 - 1'],
  ['two changed places', [a, b, c, d], [c, b, a, d], '2 1 0 3'],
  ['one was changed', [a, b, c], [a, { ...b, text: 'Жаңа' }, c], '0 1 2'],
  ['one was replaced', [a, b, c], [a, d, c], '0 1? 2'],
  ['one was replaced by two', [a, b, c], [a, d, empty, c], '0 - 3'],
  ['one was moved and changed', [a, b, c], [{ ...c, block: '3' }, a, b], '1 2 0'],
  ['one of two equal ones is gone', [a, empty, empty, b], [a, empty, b], '0 1? - 2'],
  ['all are empty', [empty, empty], [empty, empty], '0 1'],
  ['a text of a list was changed', ['бір', 'екі', 'үш'], ['бір', 'ЕКІ', 'үш'], '0 1? 2'],
  [
    'a cell of a row was changed',
    [
      ['Қала', 'Саны'],
      ['Алматы', 10],
    ],
    [
      ['Қала', 'Саны'],
      ['Алматы', 20],
    ],
    '0 1',
  ],
  ['all were removed', [a, b], [], '- -'],
]

test.each(cases)('%s', (_, before, after, expected) => {
  expect(places(before, after).join(' ')).toBe(expected)
})
