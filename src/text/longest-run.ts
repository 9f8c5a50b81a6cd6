/**
 * Returns which numbers can stay where they are if a sequence is put in order with as few moves as possible: the positions of a
 * longest ascending subsequence.
 */
export function longestAscending(numbers: readonly number[]): Set<number> {
  /** Of each length, the position of the smallest number that ends a run of it. */
  const ends: number[] = []
  const previous: number[] = []
  for (const [position, number] of numbers.entries()) {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (numbers[ends[middle]!]! < number) low = middle + 1
      else high = middle
    }
    previous[position] = low > 0 ? ends[low - 1]! : -1
    ends[low] = position
  }
  const stay = new Set<number>()
  for (let position = ends.at(-1) ?? -1; position >= 0; position = previous[position]!) stay.add(position)
  return stay
}
