import { expect, test } from 'vitest'
import { slideCountOps } from '../../src/edit/slide-count.ts'
import type { JsonValue } from '../../src/model/source.ts'

const deck = (slides: number, slide_max?: JsonValue) => ({
  ...(slide_max !== undefined && { slide_max }),
  content: Array.from({ length: slides }, () => ({})),
})
const set = (value: JsonValue) => [{ op: 'set', path: ['slide_max'], value }]

test.each<[string, JsonValue, JsonValue, unknown[]]>([
  ['a slide more', deck(3, 3), deck(4, 3), set(4)],
  ['a slide less', deck(3, 3), deck(2, 3), set(2)],
  ['a number in quotation marks', deck(3, ' 3 '), deck(4, ' 3 '), set('4')],
  ['as many slides as before', deck(3, 3), deck(3, 3), []],
  ['a number that was wrong before', deck(3, 9), deck(4, 9), []],
  ['a number that the edit itself has written', deck(3, 3), deck(4, 4), []],
  ['no number', deck(3), deck(4), []],
  ['words', deck(3, 'three'), deck(4, 'three'), []],
  ['no list of slides', { slide_max: 0 }, deck(1, 0), []],
  ['no deck', null, deck(1, 0), []],
])('%s', (_, before, after, ops) => {
  expect(slideCountOps(before, after)).toEqual(ops)
})
