import type { Box } from '../../model/theme.ts'

/** A grid of equal cells, each with a square portrait and a text above or beside it. */
export interface PortraitGrid {
  /** Where the text stands. */
  text: 'below' | 'beside'
  columns: number
  rows: number
  /** The size of a cell. Units: px. */
  cell: Pick<Box, 'width' | 'height'>
}

/** Distances. Units: px. */
export const gridGaps = { column: 32, row: 28, below: 12, beside: 20 }

/** The largest part of the width of a cell that a portrait beside its text takes. */
const portraitShare = 0.4

/** At most this many cells of a grid are empty. */
const mostEmpty = 2

/** Returns the grids in which a number of people may stand. Units: px. */
export function portraitGrids(count: number, { width, height }: Pick<Box, 'width' | 'height'>): PortraitGrid[] {
  const grids: PortraitGrid[] = []
  for (let columns = 1; columns <= Math.min(count, 6); columns++) {
    const rows = Math.ceil(count / columns)
    if (columns * rows - count > mostEmpty || (rows > 1 && columns * (rows - 1) >= count)) continue
    const cell = {
      width: Math.floor((width - (columns - 1) * gridGaps.column) / columns),
      height: Math.floor((height - (rows - 1) * gridGaps.row) / rows),
    }
    if (cell.width < 1 || cell.height < 1) continue
    grids.push({ text: 'below', columns, rows, cell }, { text: 'beside', columns, rows, cell })
  }
  return grids
}

/** The largest portrait of a grid, if its texts take no height. Units: px. */
export function largestPortrait({ text, cell }: PortraitGrid): number {
  if (text === 'below') return Math.min(cell.width, cell.height)
  return Math.min(cell.height, Math.floor(cell.width * portraitShare))
}

/** The width of a text in a grid with portraits of a size. Units: px. */
export const textWidth = ({ text, cell }: PortraitGrid, portrait: number): number =>
  text === 'below' ? cell.width : cell.width - portrait - gridGaps.beside

/** A grid with the size of its portraits and the heights of its texts. Units: px. */
export interface FilledGrid {
  grid: PortraitGrid
  portrait: number
  /** The height of the text of each person. */
  texts: readonly number[]
}

/** The portrait and the text of a person. Units: px, from the top left corner of the grid. */
export interface PersonPlace {
  portrait: Box
  text: Box
}

/** Returns the places of people in a grid, row by row, and the height of the grid. Units: px. */
export function placesIn({ grid, portrait, texts }: FilledGrid): { places: PersonPlace[]; height: number } {
  const { columns, cell } = grid
  const places: PersonPlace[] = []
  let top = 0
  for (let start = 0; start < texts.length; start += columns) {
    const row = texts.slice(start, start + columns)
    for (const [column, height] of row.entries()) {
      const x = column * (cell.width + gridGaps.column)
      const square = { x, y: top, width: portrait, height: portrait }
      const width = textWidth(grid, portrait)
      const beside = { x: x + portrait + gridGaps.beside, y: top + besideOffset(portrait, height), width, height }
      places.push({
        portrait: square,
        text: grid.text === 'beside' ? beside : { x, y: top + portrait + gridGaps.below, width, height },
      })
    }
    top += rowHeight(grid, portrait, Math.max(...row)) + gridGaps.row
  }
  return { places, height: top - gridGaps.row }
}

/** A text beside a portrait stands at its middle, and never above its top. */
const besideOffset = (portrait: number, height: number) => Math.max(0, Math.floor((portrait - height) / 8) * 4)

/** The height of a row whose highest text is given. Units: px. */
export const rowHeight = ({ text }: PortraitGrid, portrait: number, highest: number): number =>
  text === 'below' ? portrait + gridGaps.below + highest : Math.max(portrait, highest)
