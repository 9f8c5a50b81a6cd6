import type { LabelRoom, LabelWish, PlacedLabel } from './labels.ts'

/** What a label costs that is not to be had, or whose line runs over another one, against px of lines. */
const costs = { hidden: 2000, crossed: 150 } as const

/** More labels than this are placed in the order they come, none of them with a line: there is no room for a choice. */
const many = 50

/** After so many labels without a place there is none for the rest either. */
const patience = 40

/**
 * Places labels that compete for room: in several orders, of which the best is kept. Null for those without a place.
 * Whoever comes first takes the place of the next: no single order suits every map.
 */
export function placeAll(wishes: readonly LabelWish[], room: LabelRoom): (PlacedLabel | null)[] {
  const few = wishes.length <= many
  let best: { placed: (PlacedLabel | null)[]; room: LabelRoom; cost: number } | null = null
  for (const order of few ? ordersOf(wishes, room) : [wishes.map((_, i) => i)]) {
    const tried = room.copy()
    const placed: (PlacedLabel | null)[] = wishes.map(() => null)
    let missed = 0
    for (const i of order) {
      if (missed === patience) break
      placed[i] = tried.place(few ? wishes[i]! : { ...wishes[i]!, mayLead: false })
      missed = placed[i] ? 0 : missed + 1
    }
    const cost = placed.reduce((sum, one) => sum + costOf(one), 0)
    if (!best || cost < best.cost) best = { placed, room: tried, cost }
    if (cost === 0) break
  }
  if (best) room.become(best.room)
  return best?.placed ?? []
}

const costOf = (placed: PlacedLabel | null): number =>
  placed === null ? costs.hidden : placed.crossed * costs.crossed + placed.leadPx

/** As given, those with few places first, and from each side of the map. */
function ordersOf(wishes: readonly LabelWish[], room: LabelRoom): number[][] {
  const given = wishes.map((_, i) => i)
  const by = (value: (wish: LabelWish) => number) => {
    const values = wishes.map(value)
    return [...given].sort((a, b) => values[a]! - values[b]!)
  }
  const [fromLeft, fromTop] = [by(({ at }) => at[0]), by(({ at }) => at[1])]
  const fewest = by((wish) => room.choices(wish) || Infinity)
  return [given, fewest, fromTop, fromLeft, [...fromTop].reverse(), [...fromLeft].reverse(), [...given].reverse()]
}
