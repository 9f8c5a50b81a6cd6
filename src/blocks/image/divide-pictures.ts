/** All ways are tried for so many pictures; for more of them, only those with rows of nearly one length. */
const maxTried = 9

/** Returns the ways to divide pictures, in their order, into rows or columns: lists of indexes. */
export function divisionsOf(ratios: readonly number[]): number[][][] {
  return ratios.length <= maxTried ? allDivisions(ratios.length) : evenDivisions(ratios)
}

function allDivisions(count: number, from = 0): number[][][] {
  if (from === count) return [[]]
  const ways: number[][][] = []
  for (let to = from + 1; to <= count; to++) {
    const row = Array.from({ length: to - from }, (_, i) => from + i)
    for (const rest of allDivisions(count, to)) ways.push([row, ...rest])
  }
  return ways
}

/** Divides pictures into 1, 2, 3, ... rows, each with about the same sum of aspect ratios. */
function evenDivisions(ratios: readonly number[]): number[][][] {
  const total = ratios.reduce((sum, one) => sum + one, 0)
  return ratios.map((_, i) => {
    const rows = Array.from({ length: i + 1 }, (): number[] => [])
    let before = 0
    for (const [picture, ratio] of ratios.entries()) {
      const row = Math.floor(((before + ratio / 2) * rows.length) / total)
      rows[Math.min(row, rows.length - 1)]!.push(picture)
      before += ratio
    }
    return rows.filter((row) => row.length > 0)
  })
}
