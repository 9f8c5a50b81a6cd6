import type { FittedPage } from '../../model/fitted.ts'
import { lineHeightAt } from '../../model/theme.ts'
import type { CellRuler } from './cell-ruler.ts'
import { type ColumnMeasure, type ColumnWidths, divideWidth, isBold } from './column-widths.ts'
import type { GridRow, TableGrid } from './table-grid.ts'

/** A table set at one size. */
export interface SetTable extends ColumnWidths {
  size: number
  head: SetRow | null
  rows: SetRow[]
}

/** A row with its height. Units: px. */
export interface SetRow {
  row: GridRow
  /** The space above and below the text included. */
  height: number
  /** The lines of its highest cell. */
  lines: number
  /** The cells of a part of a row that is higher than a page; absent for a whole row. */
  parts?: readonly (FittedPage | null)[]
}

/** The space above and below the text of a row. Units: px. */
export const rowPadding = (size: number): number => Math.max(4, Math.round((size * 0.28) / 4) * 4)

/** Sets a table in a width at one size. Units: px. */
export function setTable(
  grid: TableGrid,
  columns: readonly ColumnMeasure[],
  width: number,
  size: number,
  ruler: CellRuler,
): SetTable {
  const divided = divideWidth(columns, width, size, grid.ranked)
  const lineHeight = lineHeightAt(ruler.style, size)
  const padding = 2 * rowPadding(size)
  const { widths } = divided
  const setRow = (row: GridRow): SetRow => {
    const bold = isBold(row)
    let lines = 1
    for (let i = 0; i < row.cells.length; i++) {
      const text = row.cells[i]!
      if (text === '') continue
      const cell = ruler.measure(text, bold)
      const fits = cell.width * size <= widths[i]!
      lines = Math.max(lines, fits ? cell.lines : countLines(ruler.set(cell, size, widths[i]!).pages[0]!))
    }
    return { row, height: lines * lineHeight + padding, lines }
  }
  return { ...divided, size, head: grid.head && setRow(grid.head), rows: grid.rows.map(setRow) }
}

const countLines = ({ paragraphs }: FittedPage): number => paragraphs.reduce((sum, { lines }) => sum + lines.length, 0)

/** Splits rows that are higher than a page into several, so that nothing is cut off. Units: px. */
export function splitHighRows(set: SetTable, pageHeight: number, ruler: CellRuler): SetTable {
  const { size, widths } = set
  const padding = 2 * rowPadding(size)
  const lineHeight = lineHeightAt(ruler.style, size)
  const room = Math.max(lineHeight, pageHeight - (set.head?.height ?? 0) - padding)
  if (set.rows.every(({ height }) => height - padding <= room)) return set
  const split = (whole: SetRow): SetRow[] => {
    const { row, height } = whole
    if (height - padding <= room) return [whole]
    const cells = row.cells.map((text, i) =>
      text === '' ? [] : ruler.setOnPages(ruler.measure(text, isBold(row)), size, widths[i]!, room).pages,
    )
    const count = Math.max(...cells.map(({ length }) => length))
    return Array.from({ length: count }, (_, n) => {
      const parts = cells.map((pages) => pages[n] ?? null)
      const highest = Math.max(...parts.map((part) => part?.height ?? 0))
      return { row, height: Math.ceil(highest) + padding, lines: Math.round(highest / lineHeight), parts }
    })
  }
  return { ...set, rows: set.rows.flatMap(split) }
}
