/** Figures that are larger than so many times their labels are no better: the labels look lost then. */
export const mostRatio = 4.5

/** The most columns of figures side by side. */
const maxColumns = 4

/** What fills a grid at a size. Units: px. */
export interface GridFit {
  columns: number
  rows: number
  figureSize: number
  labelSize: number
  /** The height of each row: that of its tallest cell. */
  heights: readonly number[]
}

/** Tries a number of columns; null if its cells do not fit. */
export type TryColumns = (columns: number, rows: number) => GridFit | null

/**
 * Returns the grid whose figures and labels are largest; null if none fits. Empty cells count against a grid.
 */
export function bestGrid(count: number, attempt: TryColumns): GridFit | null {
  let best: { grid: GridFit; score: number } | null = null
  for (let columns = Math.min(count, maxColumns); columns >= 1; columns--) {
    const rows = Math.ceil(count / columns)
    const grid = attempt(columns, rows)
    if (!grid) continue
    const balanced = Math.min(grid.figureSize, mostRatio * grid.labelSize)
    const score = (balanced * grid.labelSize * count) / (columns * rows)
    if (!best || score > best.score * 1.05) best = { grid, score }
  }
  return best?.grid ?? null
}

/** Divides `count` items into as few groups of at most `most` as possible, of nearly equal size. */
export function evenGroups(count: number, most: number): number[] {
  const groups = Math.ceil(count / most)
  return Array.from(
    { length: groups },
    (_, i) => Math.floor(((i + 1) * count) / groups) - Math.floor((i * count) / groups),
  )
}
