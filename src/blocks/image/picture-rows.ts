import type { Box } from '../../model/theme.ts'

/** The distance between the pictures of a gallery. Units: px. */
export const gutter = 16

/** A picture with a more extreme aspect ratio is shown uncropped in a cell of this one. */
const maxRatio = 3

/** Rows of pictures in one region: a cell for each, with space for its caption below. */
export interface PictureRows {
  cells: Box[]
  /** The indexes of the pictures of each row. */
  rows: number[][]
}

/** The aspect ratio of the cell of a picture. */
const cellRatio = (ratio: number) => Math.min(Math.max(ratio, 1 / maxRatio), maxRatio)

/**
 * Sets pictures in rows, in their order and with their own aspect ratios: the pictures of a row have one height, all
 * rows have one width. The rows that show the most are chosen. `captions` are the heights of the captions below the
 * pictures.
 *
 * Shape: `ratios` are widths divided by heights. Units: whole px.
 */
export function fitRows(ratios: readonly number[], captions: readonly number[], region: Box): PictureRows {
  const shapes = ratios.map(cellRatio)
  const choices = rowDivisions(shapes.length).map((rows) => scoreRows(rows, shapes, captions, region))
  return choices.reduce((best, one) => (one.visibleArea > best.visibleArea ? one : best))
}

/** Returns all ways to divide pictures into rows, as lists of indexes; for many pictures only the even ways. */
function rowDivisions(count: number): number[][][] {
  if (count <= 8) return allRowDivisions(count)
  return Array.from({ length: count }, (_, i) => {
    const rows = Array.from({ length: i + 1 }, (): number[] => [])
    for (let picture = 0; picture < count; picture++) rows[Math.floor((picture * (i + 1)) / count)]!.push(picture)
    return rows
  })
}

function allRowDivisions(count: number, from = 0): number[][][] {
  if (from === count) return [[]]
  const ways: number[][][] = []
  for (let to = from + 1; to <= count; to++) {
    const row = Array.from({ length: to - from }, (_, i) => from + i)
    for (const rest of allRowDivisions(count, to)) ways.push([row, ...rest])
  }
  return ways
}

interface ScoredRows extends PictureRows {
  /** The visible area of the pictures, reduced if some are much smaller than others. Units: px². */
  visibleArea: number
}

function scoreRows(
  rows: number[][],
  shapes: readonly number[],
  captions: readonly number[],
  { x, y, width, height }: Box,
): ScoredRows {
  const captionHeights = rows.map((row) => Math.max(...row.map((i) => captions[i] ?? 0)))
  const sums = rows.map((row) => row.reduce((sum, i) => sum + shapes[i]!, 0))
  const widest = Math.max(...rows.map((row) => row.length))
  const fixed = captionHeights.reduce((sum, one) => sum + one, 0) + (rows.length - 1) * gutter
  // Rows of few pictures are as wide as rows of many: the width of the missing gutters goes to their pictures.
  const highAt = (wide: number) => rows.map((row, r) => (wide - (row.length - 1) * gutter) / sums[r]!)
  const tallAt = (wide: number) => highAt(wide).reduce((sum, one) => sum + one, 0) + fixed
  const least = (widest - 1) * gutter + widest
  const slope = sums.reduce((sum, one) => sum + 1 / one, 0)
  const wide = Math.max(least, Math.min(width, width - (tallAt(width) - height) / slope))
  const heights = highAt(wide)
  const left = x + Math.floor((width - wide) / 2)
  let top = y + Math.floor(Math.max(0, height - tallAt(wide)) / 2)
  const cells: Box[] = []
  for (const [r, row] of rows.entries()) {
    let at = left
    for (const i of row) {
      const next = at + shapes[i]! * heights[r]!
      cells.push({
        x: Math.round(at),
        y: Math.round(top),
        width: Math.round(next) - Math.round(at),
        height: Math.round(heights[r]!),
      })
      at = next + gutter
    }
    top += heights[r]! + captionHeights[r]! + gutter
  }
  const areas = cells.map((cell) => cell.width * cell.height)
  const evenness = Math.sqrt(Math.min(...areas) / Math.max(...areas))
  return { cells, rows, visibleArea: areas.reduce((sum, one) => sum + one, 0) * evenness }
}
