import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { offsetOf, placeAt } from '../../../src/client/source/json-place.ts'
import type { NodePath } from '../../../src/model/source.ts'
import { parse } from '../../../src/parse/parse.ts'

/** The place of `|` in a text. */
const placeOf = (marked: string) => placeAt(marked.replace('|', ''), marked.indexOf('|'))

describe('what is typed at a place', () => {
  test.each<[string, string, boolean]>([
    ['{"content": [{"title": "a|"}]}', 'content/0/title', false],
    ['{"content": [{"ti|"}]}', 'content/0', true],
    ['{"content": [{}, {"title": {"kk": "a"}, |', 'content/1', true],
    ['{"content": [{}, {"title": {"kk": |', 'content/1/title/kk', false],
    ['{|', '', true],
    ['|', '', false],
    ['{"a": [1, 2, |]}', 'a/2', false],
    ['{"a": "x\\"y|z"}', 'a', false],
    ['{"a": "two\nlines: {|"}', 'a', false],
    ['{"a": "no end\n  "b": |', 'b', false],
    ['{"a": tr|', 'a', false],
    ['}}]],,|', '', false],
  ])('%s', (marked, path, isKey) => {
    const place = placeOf(marked)
    expect([place.path.join('/'), place.isKey]).toEqual([path, isKey])
  })

  test('is the whole word', () => {
    const { start, end } = placeOf('{"a": "wo|rd", "b": 1}')
    expect([start, end]).toEqual([6, 12])
  })
})

test('a path leads to its value, wherever the parser of decks finds it', () => {
  fc.assert(
    fc.property(fc.json({ depthSize: 'small', maxDepth: 4 }), (text) => {
      const { root } = parse(text)
      const visit = (node: NonNullable<typeof root>, path: NodePath): void => {
        expect(offsetOf(text, path)).toBe(node.range.start)
        if (node.type === 'array') for (const [i, item] of node.items.entries()) visit(item, [...path, i])
      }
      if (root) visit(root, [])
    }),
  )
  expect(offsetOf('{"content": [{"a": 1}, {"b": [2]}]}', ['content', 1, 'b', 0])).toBe(30)
  expect(offsetOf('{"content": []}', ['content', 0])).toBeNull()
})
