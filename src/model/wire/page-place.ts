/**
 * The place where a page begins in the text of its deck, by which the same place is found in another language. Shape: the
 * number of the slide, then block, item and percent as in `PageBegin`.
 */
export type PagePlace = readonly [slide: number, block: number, item: number, percent: number]

/** A page as its place is found: its id, and its begin as `1.4.25` (absent on the first page of a slide). */
export interface PlacedPage {
  id: string
  at?: string | undefined
}

/** The share of an item by which languages may differ in length. Units: percent. */
const tolerance = 10

/** Returns the place of a page. */
export function placeOf({ id, at = '' }: PlacedPage): PagePlace {
  const slide = Number(/^s(\d+)/.exec(id)?.[1] ?? 1)
  const [block = 0, item = 0, percent = 0] = at.split('.').map((part) => Number(part) || 0)
  return [slide, block, item, percent]
}

/**
 * Returns the index of the page that holds a place: the one that begins there, else the last one that begins before it. A
 * deck without that slide gives the last page before it.
 */
export function findPlace(pages: readonly PlacedPage[], place: PagePlace): number {
  const [slide, block, item, percent] = place
  const places = pages.map(placeOf)
  const exact = places.findIndex((one) => compare(one, place) === 0)
  if (exact !== -1) return exact
  const latest: PagePlace = [slide, block, item, percent + tolerance]
  return Math.max(
    0,
    places.findLastIndex((one) => compare(one, latest) <= 0),
  )
}

/** Negative if the first place comes before the second one. */
function compare(a: PagePlace, b: PagePlace): number {
  const at = a.findIndex((part, i) => part !== b[i])
  return at === -1 ? 0 : a[at]! - b[at]!
}
