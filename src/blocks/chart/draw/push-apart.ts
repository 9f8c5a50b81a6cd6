/** A label on a vertical line: where its middle should be, and its height. Units: px. */
export interface Wanted {
  middle: number
  height: number
}

/**
 * Moves labels apart, as little as needed, so that none overlaps the next one and all are between two ends; null if there is
 * too little room.
 *
 * Shape: labels are in order from top to bottom; returns their middles in the same order. Units: px.
 */
export function pushApart(labels: readonly Wanted[], from: number, to: number): number[] | null {
  const needed = labels.reduce((sum, { height }) => sum + height, 0)
  if (needed > to - from) return null
  const tops: number[] = []
  let least = from
  for (const { middle, height } of labels) {
    const top = Math.max(least, middle - height / 2)
    tops.push(top)
    least = top + height
  }
  let most = to
  for (let i = labels.length - 1; i >= 0; i--) {
    const { height } = labels[i]!
    tops[i] = Math.min(tops[i]!, most - height)
    most = tops[i]!
  }
  return tops.map((top, i) => top + labels[i]!.height / 2)
}
