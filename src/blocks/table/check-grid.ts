import type { BlockContext } from '../../model/block-type.ts'
import { excerpt } from '../../model/excerpt.ts'
import type { Range } from '../../model/source.ts'
import { readNumber } from '../data/read-number.ts'
import type { GridRow, TableGrid } from './table-grid.ts'

/** More columns are hard to follow. */
export const mostColumns = 8

/** A longer cell is a paragraph. Units: UTF-16 units. */
const longestCell = 200

/** Text that a spreadsheet shows in place of a value. */
const failed =
  /^(?:NaN|-?Infinity|undefined|\[object Object\]|#{3,}|#(?:REF|DIV\/0|N\/A|VALUE|NAME|NUM|NULL|SPILL|ССЫЛКА|ДЕЛ\/0|Н\/Д|ЗНАЧ|ИМЯ|ЧИСЛО|ПУСТО)[!?]?)$/iu

/** A formula of a spreadsheet: `=SUM(B2:B5)`, `=B2+C2`. */
const formula = /^=\s*[+-]?(?:[\p{Lu}][\p{L}.]*\(|\$?[A-Z]{1,3}\$?\d)/u

/** Reports what is doubtful in the cells of a table, with the row and the column. */
export function checkGrid(grid: TableGrid, range: Range, context: BlockContext): void {
  const { columns, rows, head, unequal } = grid
  if (unequal) {
    const { row, cells } = unequal
    const facts = { row, cells, columns: unequal.columns }
    context.report({ ...facts, code: 'table-rows-unequal', severity: 'warning', range: unequal.range })
  }
  if (columns.length > mostColumns) {
    const facts = { columns: columns.length, limit: mostColumns }
    context.report({ ...facts, code: 'table-columns-many', severity: 'warning', range })
  }
  for (const [i, { doubtful, decimal }] of columns.entries()) {
    const number = doubtful === null ? null : readNumber(doubtful, { sign: decimal })
    if (doubtful === null || !number) continue
    const facts = { value: doubtful, read: number.value, column: columnName(head, i) }
    context.report({ ...facts, code: 'number-doubtful', severity: 'info', range })
  }
  for (const row of rows) for (const [i, cell] of row.cells.entries()) checkCell(cell, i, row, grid, context)
}

function checkCell(
  cell: string,
  index: number,
  row: GridRow,
  { head, ranked }: TableGrid,
  context: BlockContext,
): void {
  const isFailed = failed.test(cell)
  const isFormula = !isFailed && formula.test(cell)
  const isLong = cell.length > longestCell
  if (!isFailed && !isFormula && !isLong) return
  const place = { row: rowName(row, ranked), column: columnName(head, index) }
  const { range } = row
  if (isLong) context.report({ ...place, code: 'table-cell-long', characters: cell.length, severity: 'warning', range })
  else if (isFormula)
    context.report({ ...place, code: 'table-cell-formula', value: excerpt(cell), severity: 'warning', range })
  else context.report({ ...place, code: 'table-cell-failed', value: excerpt(cell), severity: 'warning', range })
}

/** The name of a column, or its number from 1. */
const columnName = (head: GridRow | null, index: number): string => excerpt(head?.cells[index] ?? '') || `${index + 1}`

/** The name of a row, or its number from 1. */
const rowName = ({ cells, item }: GridRow, ranked: boolean): string =>
  excerpt(cells[ranked ? 1 : 0] ?? '') || `${item + 1}`
