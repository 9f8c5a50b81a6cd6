import fc from 'fast-check'
import { expect, test } from 'vitest'
import { movesBefore } from '../../../src/client/edit/slide-edits.ts'

/** Moves items one after the other, as operations do. */
function moved<T>(items: readonly T[], moves: readonly (readonly [number, number])[]): T[] {
  const list = [...items]
  for (const [from, to] of moves) list.splice(to, 0, ...list.splice(from, 1))
  return list
}

test('the selected slides stand together before the slide that was meant, in their order, and so do all others', () => {
  const count = fc.integer({ min: 1, max: 12 })
  const choice = count.chain((n) =>
    fc.record({
      n: fc.constant(n),
      chosen: fc.subarray([...Array(n).keys()], { minLength: 1 }),
      before: fc.integer({ min: 0, max: n }),
    }),
  )
  fc.assert(
    fc.property(choice, ({ n, chosen, before }) => {
      const items = [...Array(n).keys()]
      const rest = (part: number[]) => part.filter((one) => !chosen.includes(one))
      const wanted = [...rest(items.slice(0, before)), ...chosen, ...rest(items.slice(before))]
      expect(moved(items, movesBefore(chosen, before))).toEqual(wanted)
    }),
  )
})

test('a slide that stays where it is needs no edit', () => {
  expect(movesBefore([2], 2)).toEqual([])
  expect(movesBefore([2], 3)).toEqual([])
})
