import fc from 'fast-check'
import { expect, test } from 'vitest'
import { brokenAt } from '../../src/load/json-place.ts'
import { marked } from '../marked.ts'

test.each([
  '{ "name": «o»ops }',
  '{ "a": 1 «"»b": 2 }',
  '[1, 2,«]»',
  '{ "a": 1, «}»',
  '{ «a»: 1 }',
  '{ "a" «1» }',
  '{ "a": [1, 2«}» }',
  '{} «{»}',
  '«]»',
  '[0«1»]',
  '["a", «"»b\nc"]',
  '[1] «,»',
])('%s stops being JSON there', (annotated) => {
  const { text, range } = marked(annotated)
  expect(brokenAt(text)).toBe(range.start)
})

test.each(['', '[1, ', '{ "a": ', '{ "a"'])('%j only ends too early', (text) => expect(brokenAt(text)).toBeNull())

test('no JSON is called broken', () => {
  fc.assert(fc.property(fc.json(), (text) => brokenAt(text) === null))
})

test('what is called broken is broken up to there and not before', () => {
  fc.assert(
    fc.property(fc.json(), fc.nat(), fc.constantFrom(...'{}[]:,"1a\n'), (json, seed, sign) => {
      const at = seed % (json.length + 1)
      const text = json.slice(0, at) + sign + json.slice(at)
      const broken = brokenAt(text)
      if (broken !== null) expect(() => JSON.parse(text)).toThrow()
    }),
  )
})
