import type { Box } from '../../model/theme.ts'
import { divisionsOf } from './divide-pictures.ts'
import { gutter } from './justify-pictures.ts'

/** Rows of pictures in one region: a cell for each. */
export interface PictureRows {
  cells: Box[]
  /** The indexes of the pictures of each row. */
  rows: number[][]
}

/**
 * Sets pictures that cannot fill their region uncropped in rows, in their order and with their own aspect ratios: the
 * pictures of a row have one height, all rows have one width. The rows that show the most are chosen.
 *
 * Shape: `ratios` are widths divided by heights; the cells start at the top of the region. Units: whole px.
 */
export function fitRows(ratios: readonly number[], region: Box): PictureRows {
  const choices = divisionsOf(ratios).map((rows) => scoreRows(rows, ratios, region))
  return choices.reduce((best, one) => (one.visibleArea > best.visibleArea ? one : best))
}

interface ScoredRows extends PictureRows {
  /** The visible area of the pictures, reduced if some are much smaller than others. Units: px². */
  visibleArea: number
}

function scoreRows(rows: number[][], ratios: readonly number[], { x, y, width, height }: Box): ScoredRows {
  const sums = rows.map((row) => row.reduce((sum, i) => sum + ratios[i]!, 0))
  const widest = Math.max(...rows.map((row) => row.length))
  const between = (rows.length - 1) * gutter
  // Rows of few pictures are as wide as rows of many: the width of the missing gutters goes to their pictures.
  const highAt = (wide: number) => rows.map((row, r) => (wide - (row.length - 1) * gutter) / sums[r]!)
  const tallAt = (wide: number) => highAt(wide).reduce((sum, one) => sum + one, 0) + between
  const least = (widest - 1) * gutter + widest
  const slope = sums.reduce((sum, one) => sum + 1 / one, 0)
  const wide = Math.max(least, Math.min(width, width - (tallAt(width) - height) / slope))
  const heights = highAt(wide)
  const left = x + Math.floor((width - wide) / 2)
  let top = y
  const cells: Box[] = []
  for (const [r, row] of rows.entries()) {
    let at = left
    for (const i of row) {
      const next = at + ratios[i]! * heights[r]!
      cells.push({
        x: Math.round(at),
        y: Math.round(top),
        width: Math.round(next) - Math.round(at),
        height: Math.round(heights[r]!),
      })
      at = next + gutter
    }
    top += heights[r]! + gutter
  }
  const areas = cells.map((cell) => cell.width * cell.height)
  const evenness = Math.sqrt(Math.min(...areas) / Math.max(...areas))
  return { cells, rows, visibleArea: areas.reduce((sum, one) => sum + one, 0) * evenness }
}
