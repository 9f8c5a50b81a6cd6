/** Splits a list into parts of equal length. A list that is short enough is itself the only part. */
export function inParts<T>(items: readonly T[], most: number): (readonly T[])[] {
  if (items.length <= most) return [items]
  const count = Math.ceil(items.length / most)
  const ends = Array.from({ length: count + 1 }, (_, i) => Math.round((items.length * i) / count))
  return ends.slice(1).map((end, i) => items.slice(ends[i], end))
}
