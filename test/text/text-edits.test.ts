import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Edit } from '../../src/model/source.ts'
import { applyEdits } from '../../src/text/apply-edits.ts'
import {
  applyTextEdits,
  composeEdits,
  invertEdits,
  joinEdits,
  mapEdits,
  mapOffset,
  mapRange,
} from '../../src/text/text-edits.ts'
import { runs } from '../support/property-runs.ts'

/** Edits of a text of a length: places in order, that do not overlap. */
const editsFor = (length: number) =>
  fc.array(fc.tuple(fc.nat({ max: length }), fc.constantFrom('', 'қ', 'жаңа', '\n')), { maxLength: 8 }).map((found) => {
    const places = found.map(([at]) => at).sort((a, b) => a - b)
    const edits: Edit[] = []
    for (let i = 0; i + 1 < places.length; i += 2)
      edits.push({ start: places[i]!, end: places[i + 1]!, text: found[i]![1] })
    return joinEdits('?'.repeat(length), edits)
  })

const twoSteps = fc
  .string({ maxLength: 40 })
  .chain((text) =>
    editsFor(text.length).chain((first) =>
      editsFor(applyEdits(text, first).length).map((second) => ({ text, first, second })),
    ),
  )

test('edits made one after the other are the same as one set of edits, and can be undone', () => {
  fc.assert(
    fc.property(twoSteps, ({ text, first, second }) => {
      const between = applyEdits(text, first)
      const after = applyEdits(between, second)
      const both = composeEdits(text.length, first, second)
      expect(applyEdits(text, both)).toBe(after)
      expect(applyEdits(after, invertEdits(text, both).inverse)).toBe(text)
      const undoBoth = composeEdits(
        after.length,
        invertEdits(between, second).inverse,
        invertEdits(text, first).inverse,
      )
      expect(applyEdits(after, undoBoth)).toBe(text)
    }),
    { numRuns: runs(2000) },
  )
})

test('edits at other places can be made in either order', () => {
  fc.assert(
    fc.property(
      fc
        .string({ minLength: 10, maxLength: 40 })
        .chain((text) => fc.tuple(fc.constant(text), editsFor(text.length), editsFor(text.length))),
      ([text, mine, theirs]) => {
        const mapped = mapEdits(mine, theirs)
        const other = mapEdits(theirs, mine)
        expect(mapped === null).toBe(other === null)
        if (!mapped || !other) return
        expect(applyEdits(applyEdits(text, theirs), mapped)).toBe(applyEdits(applyEdits(text, mine), other))
      },
    ),
    { numRuns: runs(2000) },
  )
})

test('a place goes with the text around it', () => {
  const edits = [
    { start: 2, end: 2, text: 'abc' },
    { start: 5, end: 8, text: 'x' },
  ]
  expect(mapOffset(2, edits, 'before')).toBe(2)
  expect(mapOffset(2, edits, 'behind')).toBe(5)
  expect(mapOffset(6, edits, 'before')).toBe(8)
  expect(mapOffset(6, edits, 'behind')).toBe(9)
  expect(mapOffset(8, edits, 'before')).toBe(9)
  expect(mapRange({ start: 5, end: 8 }, edits)).toEqual({ start: 8, end: 9 })
  expect(mapRange({ start: 6, end: 7 }, edits)).toEqual({ start: 9, end: 9 })
  expect(mapRange({ start: 2, end: 5 }, edits)).toEqual({ start: 5, end: 8 })
})

test('edits that change nothing are none', () => {
  expect(applyTextEdits('қала', [{ start: 1, end: 3, text: 'ал' }])).toEqual({
    text: 'қала',
    changes: [],
    ranges: [],
    inverse: [],
  })
})
