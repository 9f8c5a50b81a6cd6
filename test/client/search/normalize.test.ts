import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeFinder } from '../../../src/client/search/finder.ts'
import { normalize, queryWords } from '../../../src/client/search/normalize.ts'

test.each([
  ['ҚАЛА', 'қала'],
  ['қала', 'кала'],
  ['Ёлка', 'елка'],
  ['Әлеуметтік', 'алеуметтик'],
  ['café', 'CAFE'],
  ['бай\u00adқау', 'байқау'],
  ['йод', 'и\u0306од'],
  ['a\u00a0\n b', 'A B'],
  ['ﬁne', 'fine'],
])('%s is found by %s', (text, query) => {
  expect(normalize(text).text).toContain(normalize(query).text)
})

test('й is not и, and a text is not found by accident', () => {
  expect(normalize('йод').text).not.toContain(normalize('иод').text)
  expect(normalize('дом').text).not.toContain(normalize('том').text)
})

test('every normalized letter has its offset in the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const { text: folded, offsets: at } = normalize(text)
      expect(at).toHaveLength(folded.length + 1)
      expect(at.at(-1)).toBe(text.length)
      expect([...at].sort((a, b) => a - b)).toEqual(at)
    }),
  )
})

test('words are split at any space; a query of spaces has none', () => {
  expect(queryWords('  Бір\t ЕКІ ')).toEqual(['бир', 'еки'])
  expect(queryWords(' \u00a0 ')).toEqual([])
})

const texts = [
  { slide: 'Байқаудың мақсаты Ел өңірлеріндегі үздік жобаларды табу', notes: '' },
  { slide: 'Кімдер қатыса алады', notes: 'Былтыр 495 жоба қатысты' },
  { slide: `${'сөз '.repeat(60)}түйін ${'соң '.repeat(60)}`, notes: '' },
]

/** The marked words of a hit. */
const marked = ({ excerpt: { text, marks } }: { excerpt: { text: string; marks: { start: number; end: number }[] } }) =>
  marks.map(({ start, end }) => text.slice(start, end))

test('finds the slides that contain all words, in slides before notes, and marks the exact letters', () => {
  const find = makeFinder(texts)
  const hits = find('жоба', 10)
  expect(hits.map(({ index, inNotes }) => [index, inNotes])).toEqual([
    [0, false],
    [1, true],
  ])
  expect(hits.map(marked)).toEqual([['жоба'], ['жоба']])
  expect(find('катыса былтыр', 10).map(({ index }) => index)).toEqual([1])
  expect(find('жоба нет', 10)).toEqual([])
  expect(find('', 10)).toEqual([])
  expect(find('а', 1)).toHaveLength(1)
})

test('an excerpt starts near its hit, with the right marks', () => {
  const [hit] = makeFinder(texts)('ТҮЙІН', 10)
  expect(marked(hit!)).toEqual(['түйін'])
  expect(hit!.excerpt.text.startsWith('… ')).toBe(true)
  expect(hit!.excerpt.text.endsWith(' …')).toBe(true)
  expect(hit!.excerpt.text.length).toBeLessThan(140)
})
