/** Rows of one page: their indexes from `from` to `to`, which is not included. */
export interface RowPage {
  from: number
  to: number
}

/** What rows are divided by. Units: px. */
export interface RowHeights {
  rows: readonly number[]
  /** Rows that must not be the last of a page, such as headings. */
  headings: ReadonlySet<number>
  /** The height that a page which begins with a row needs besides it, such as a repeated heading. */
  before(row: number): number
  /** The height of the first page, and of each further page. */
  first: number
  next: number
}

/** Divides rows into as few pages as possible, filled as evenly as possible. A row that is too high has a page of its own. */
export function divideRows(heights: RowHeights): RowPage[] {
  const fewest = fillPages(heights, 1)
  if (fewest.length <= 1) return fewest
  // The smallest share of the height that needs no further page.
  let [low, high] = [0, 1]
  let best = fewest
  for (let step = 0; step < 12; step++) {
    const share = (low + high) / 2
    const pages = fillPages(heights, share)
    if (pages.length <= fewest.length) {
      best = pages
      high = share
    } else low = share
  }
  return best
}

function fillPages({ rows, headings, before, first, next }: RowHeights, share: number): RowPage[] {
  const pages: RowPage[] = []
  let from = 0
  while (from < rows.length) {
    const room = (pages.length === 0 ? first : next) * share
    let used = before(from)
    let to = from
    while (to < rows.length && (to === from || used + rows[to]! <= room)) used += rows[to++]!
    while (to - 1 > from && to < rows.length && headings.has(to - 1)) to--
    pages.push({ from, to })
    from = to
  }
  return pages
}
