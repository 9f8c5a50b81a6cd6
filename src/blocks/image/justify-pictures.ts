import type { Box } from '../../model/theme.ts'
import { divisionsOf } from './divide-pictures.ts'

/** The distance between the pictures of a gallery, in both directions. Units: px. */
export const gutter = 16

/** Pictures that fill the width of a region, each in its cell. */
export interface JustifiedPictures {
  cells: Box[]
  /** The part of each picture that stays visible. */
  visible: number
  /** How well the pictures are shown; larger is better. Units: about px². */
  score: number
}

type Cells = Omit<JustifiedPictures, 'score'>

/** The least part of a photograph that stays visible. */
const minVisible = 0.74

/** So many pictures may stand in columns; more of them would look restless. */
const mostInColumns = 6

/** Rows are easier to follow than columns, which must show this much more. */
const columnsBonus = 1.15

/** How much a crop counts against a larger picture. */
const cropWeight = 1.5

/** How much a picture that is much smaller than the others counts against all. */
const evennessWeight = 0.35

/**
 * Sets pictures, in their order, in rows or in columns that are exactly as wide as their region, with equal distances.
 * `croppable`: they may lose a little at their edges. Returns null if they would lose too much, or be too high.
 *
 * Shape: `ratios` are widths divided by heights; the cells start at the top of the region. Units: whole px.
 */
export function justifyPictures(
  ratios: readonly number[],
  region: Pick<Box, 'x' | 'y' | 'width' | 'height'>,
  croppable: boolean,
): JustifiedPictures | null {
  const least = croppable ? minVisible : 1
  let best: JustifiedPictures | null = null
  for (const lines of divisionsOf(ratios)) {
    const sets = [
      { set: inRows(lines, ratios, region), bonus: columnsBonus },
      { set: ratios.length <= mostInColumns ? inColumns(lines, ratios, region) : null, bonus: 1 },
    ]
    for (const { set, bonus } of sets) {
      if (!set || set.visible < least) continue
      const score = scoreOf(set) * bonus
      if (!best || score > best.score) best = { ...set, score }
    }
  }
  return best
}

function scoreOf({ cells, visible }: Cells): number {
  const areas = cells.map(({ width, height }) => width * height)
  const evenness = (Math.min(...areas) / Math.max(...areas)) ** evennessWeight
  return areas.reduce((sum, one) => sum + one, 0) * visible ** cropWeight * evenness
}

const sumOf = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0)

/** Rows of one width. All of them lose the same part of their height if together they are too high. */
function inRows(rows: number[][], ratios: readonly number[], region: Box): Cells | null {
  const between = (rows.length - 1) * gutter
  const heights = rows.map((row) => (region.width - (row.length - 1) * gutter) / sumOf(row.map((i) => ratios[i]!)))
  const visible = Math.min(1, (region.height - between) / sumOf(heights))
  if (visible <= 0 || heights.some((height) => height * visible < 1)) return null
  const cells: Box[] = []
  let top = region.y
  for (const [r, row] of rows.entries()) {
    const bottom = top + heights[r]! * visible
    let left = region.x
    for (const i of row) {
      const right = left + ratios[i]! * heights[r]!
      cells[i] = cellBetween(left, top, right, bottom)
      left = right + gutter
    }
    top = bottom + gutter
  }
  return cells.every(({ width }) => width > 0) ? { cells, visible } : null
}

/** Columns of one height. All of them lose the same part of it if they are too high. */
function inColumns(columns: number[][], ratios: readonly number[], region: Box): Cells | null {
  if (columns.every((column) => column.length === 1)) return null
  const stacks = columns.map((column) => sumOf(column.map((i) => 1 / ratios[i]!)))
  const between = columns.map((column) => (column.length - 1) * gutter)
  const wide = region.width - (columns.length - 1) * gutter
  const height = (wide + sumOf(stacks.map((stack, c) => between[c]! / stack))) / sumOf(stacks.map((one) => 1 / one))
  const shown = Math.min(height, region.height)
  const visible = Math.min(...between.map((gaps) => (shown - gaps) / (height - gaps)))
  if (visible <= 0 || between.some((gaps) => height <= gaps)) return null
  const cells: Box[] = []
  let left = region.x
  for (const [c, column] of columns.entries()) {
    const right = left + (height - between[c]!) / stacks[c]!
    const scale = (shown - between[c]!) / (height - between[c]!)
    let top = region.y
    for (const i of column) {
      const bottom = top + ((right - left) / ratios[i]!) * scale
      cells[i] = cellBetween(left, top, right, bottom)
      top = bottom + gutter
    }
    left = right + gutter
  }
  return cells.every((cell) => cell.width > 0 && cell.height > 0) ? { cells, visible } : null
}

/** A cell with its edges on whole pixels, so that distances stay equal. */
const cellBetween = (left: number, top: number, right: number, bottom: number): Box => ({
  x: Math.round(left),
  y: Math.round(top),
  width: Math.round(right) - Math.round(left),
  height: Math.round(bottom) - Math.round(top),
})
