import fc from 'fast-check'
import { expect, test } from 'vitest'
import { longestAscending } from '../../src/text/longest-run.ts'

/** The length of a longest ascending subsequence, by trying all. */
const longest = (numbers: readonly number[], above = -1): number => {
  const [first, ...rest] = numbers
  if (first === undefined) return 0
  return Math.max(longest(rest, above), first > above ? 1 + longest(rest, first) : 0)
}

test('as many as possible stay, and they ascend', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat({ max: 20 }), { maxLength: 10 }), (numbers) => {
      const stay = [...longestAscending(numbers)].sort((a, b) => a - b).map((position) => numbers[position]!)
      expect(stay).toEqual(stay.toSorted((a, b) => a - b))
      expect(stay.length).toBe(longest(numbers))
    }),
  )
})
