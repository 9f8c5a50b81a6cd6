import { isPlainNumber } from './plain-number.ts'
import type { TableShape } from './recognize-table.ts'

const fewestRows = 3

/** A longer cell is a sentence of a list. Units: characters. */
const longestCell = 60

/**
 * Whether the lines of a text are the cells of a table with `;` between them: three columns or more, or two, the second of
 * numbers. A `;` at the end of a line ends an item of a list.
 */
export function recognizeSeparated(lines: readonly string[]): TableShape | null {
  if (lines.length < fewestRows) return null
  const rows = lines.map((line) => line.split(';').map((cell) => cell.trim()))
  const columns = rows[0]!.length - (rows.every((cells) => cells.at(-1) === '') ? 1 : 0)
  if (columns < 2 || rows.some((cells) => cells.length !== rows[0]!.length)) return null
  if (rows.some((cells) => cells[0] === '' || cells.some(({ length }) => length > longestCell))) return null
  const isNumeric = (column: number) => rows.slice(1).every((cells) => isPlainNumber(cells[column]!))
  return columns > 2 || isNumeric(1) ? { rows: rows.length, columns } : null
}
