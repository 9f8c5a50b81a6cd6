import type { PlacedBox } from '../model/laid-out.ts'
import type { Layout, Region, Theme } from '../model/theme.ts'
import { alignBox } from '../typeset/box-geometry.ts'
import { styleOf } from '../typeset/typeset-text.ts'
import { alignRows } from './align-rows.ts'
import type { AssignedBlock } from './assign-regions.ts'
import type { ReportedPlacement } from './place-block.ts'

/** How a column is placed again: its largest size of text in px, and the region of its further pages if it is another. */
export interface ColumnChange {
  largest: number | null
  next?: Region
}

/** What columns are levelled with. */
export interface ColumnContext {
  /** The columns as they are placed; levelling replaces them. */
  placed: Map<AssignedBlock, ReportedPlacement>
  layoutFor(entry: AssignedBlock): Layout
  placeAgain(entry: AssignedBlock, change: ColumnChange): void
  /** The region of further pages in their full width. */
  full(): Region
  theme: Theme
  /** Whether the columns can be placed one below the other instead. */
  mayStack: boolean
}

/**
 * Sets columns at one size. If only one column continues, it takes the full width of its further pages.
 * Returns whether their rows are level, and whether several columns continue.
 */
export function levelColumns(
  columns: readonly AssignedBlock[],
  context: ColumnContext,
): { isLevel: boolean; several: boolean } {
  const { placed, placeAgain } = context
  const sizes = columns.flatMap((entry) => placed.get(entry)?.size ?? [])
  const smallest = sizes.length > 0 ? Math.min(...sizes) : null
  for (const entry of columns) placeAgain(entry, { largest: smallest })
  const continued = columns.filter((entry) => placed.get(entry)!.pages.length > 1)
  if (continued.length === 1) placeAgain(continued[0]!, { largest: smallest, next: context.full() })
  if (continued.length > 0) return { isLevel: false, several: continued.length > 1 }
  const isLevel = levelRows(columns, smallest, context)
  alignColumns(columns, context)
  return { isLevel, several: false }
}

/** Levels the rows of columns with equally many paragraphs or texts, in a smaller size if they need it. */
function levelRows(columns: readonly AssignedBlock[], size: number | null, context: ColumnContext): boolean {
  const { placed, placeAgain, layoutFor } = context
  const [first] = columns
  const region = first && layoutFor(first).regions[first.region]
  if (!region || size === null || columns.length < 2) return false
  const { sizes } = styleOf(region, context.theme)
  for (const largest of [size, ...sizes.filter((one) => one < size)]) {
    if (largest !== size) for (const entry of columns) placeAgain(entry, { largest })
    const boxes = columns.map((entry) => placed.get(entry)!.pages.flat())
    if (boxes.some((one) => one.length !== 1)) break
    const most = Math.min(...columns.map((entry) => layoutFor(entry).regions[entry.region]!.height))
    const aligned = alignRows(boxes.flat(), most, context.mayStack)
    if (!aligned) continue
    // The first column holds all boxes, which are in reading order.
    for (const entry of columns) replacePages(placed, entry, [entry === first ? aligned : []])
    return true
  }
  for (const entry of columns) placeAgain(entry, { largest: size })
  return false
}

/** Aligns columns with the tallest of them, so that their first lines stay level. */
function alignColumns(columns: readonly AssignedBlock[], { placed, layoutFor }: ColumnContext): void {
  const [first] = columns
  const region = first && layoutFor(first).regions[first.region]
  if (!region) return
  const boxes = columns.flatMap((entry) => placed.get(entry)!.pages.flat())
  const bottom = Math.max(region.y, ...boxes.map(({ y, height }) => y + height))
  const shift = alignBox(region, bottom - region.y).y - region.y
  for (const entry of columns) {
    const { pages } = placed.get(entry)!
    replacePages(
      placed,
      entry,
      pages.map((page) => page.map((box) => ({ ...box, y: box.y + shift }))),
    )
  }
}

const replacePages = (placed: ColumnContext['placed'], entry: AssignedBlock, pages: PlacedBox[][]): void => {
  placed.set(entry, { ...placed.get(entry)!, pages })
}
