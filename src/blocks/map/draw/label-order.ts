import type { LabelRequest, LabelSpace, PlacedLabel } from './labels.ts'

/** The cost of a label without a position, and of a line across another one. Units: px of lines. */
const costs = { hidden: 2000, crossed: 150 } as const

/** More labels than this are placed in the given order and without lines, because there is no space to optimise. */
const maxOrderedLabels = 50

/** After this many failures in a row the rest is skipped. */
const maxMisses = 40

/**
 * Places labels that compete for space in several orders and keeps the best result; null for labels without a position.
 * Each label takes space from the next, and no single order suits every map.
 */
export function placeInBestOrder(requests: readonly LabelRequest[], space: LabelSpace): (PlacedLabel | null)[] {
  const few = requests.length <= maxOrderedLabels
  let best: { placed: (PlacedLabel | null)[]; space: LabelSpace; cost: number } | null = null
  for (const order of few ? placementOrders(requests, space) : [requests.map((_, i) => i)]) {
    const tried = space.copy()
    const placed: (PlacedLabel | null)[] = requests.map(() => null)
    let missed = 0
    for (const i of order) {
      if (missed === maxMisses) break
      placed[i] = tried.place(few ? requests[i]! : { ...requests[i]!, allowLeader: false })
      missed = placed[i] ? 0 : missed + 1
    }
    const cost = placed.reduce((sum, one) => sum + placementCost(one), 0)
    if (!best || cost < best.cost) best = { placed, space: tried, cost }
    if (cost === 0) break
  }
  if (best) space.copyFrom(best.space)
  return best?.placed ?? []
}

const placementCost = (placed: PlacedLabel | null): number =>
  placed === null ? costs.hidden : placed.crossings * costs.crossed + placed.leaderPx

/** Returns orders to try: as given, fewest positions first, and from each side of the map. */
function placementOrders(requests: readonly LabelRequest[], space: LabelSpace): number[][] {
  const given = requests.map((_, i) => i)
  const by = (value: (request: LabelRequest) => number) => {
    const values = requests.map(value)
    return [...given].sort((a, b) => values[a]! - values[b]!)
  }
  const [fromLeft, fromTop] = [by(({ at }) => at[0]), by(({ at }) => at[1])]
  const fewest = by((request) => space.countPositions(request) || Infinity)
  return [given, fewest, fromTop, fromLeft, [...fromTop].reverse(), [...fromLeft].reverse(), [...given].reverse()]
}
