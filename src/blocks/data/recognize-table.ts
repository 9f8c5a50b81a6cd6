import { isPlainNumber } from './plain-number.ts'
import { isNoValue } from './read-number.ts'
import { splitRows } from './split-rows.ts'

/** The rows and columns of a text that is a table. */
export interface TableShape {
  rows: number
  columns: number
}

/** The bullet or the number of a list item, which a tab separates from its text in Word. */
const listMark = /^(?:[•▪▫●○◦‣■□◆·–—*\uf0b7\uf0a7\uf0d8-]|o|\d{1,3}(?:\.\d{1,3})*[.)]|\(?\p{L}\))$/u

/** Rows of one tab, or with blanks around `|`, must be at least as many: two lines may be anything. */
const fewestRows = 3

/** Whether a text is a table: `lines` are those of `text` that are not blank. Null if it is none. */
export function recognizeTable(text: string, lines: readonly string[]): TableShape | null {
  if (text.includes('\t')) return ofTabs(text)
  return text.includes('|') ? ofBars(lines) : null
}

/** Every row has the same number of tabs: two or more, or one and a column of numbers after it. */
function ofTabs(text: string): TableShape | null {
  const rows = splitRows(text).map(({ cells }) => cells)
  const columns = rows[0]?.length ?? 0
  if (rows.length < 2 || columns < 2 || rows.some(({ length }) => length !== columns)) return null
  const filled = rows[0]!.map((_, column) => rows.some((row) => row[column] !== ''))
  const marks = rows[0]!.map((_, column) => filled[column]! && rows.every((row) => listMark.test(row[column]!)))
  const words = rows[0]!.flatMap((_, column) => (filled[column] && !marks[column] ? [column] : []))
  const shape = { rows: rows.length, columns }
  if (words.length < 2) return null
  if (words.length > 2 || (columns > 2 && marks.some(Boolean) && filled.every(Boolean))) return shape
  if (columns > 2 && filled.every(Boolean)) return shape
  return rows.length >= fewestRows && isNumberColumn(rows.map((row) => row[words[1]!]!)) ? shape : null
}

/** Whether the cells are numbers, besides the first, which may be a name, and those without a value. */
function isNumberColumn(cells: readonly string[]): boolean {
  const [, ...body] = cells
  const numbers = body.filter(isPlainNumber).length
  return numbers >= 2 && numbers * 2 >= body.length && body.every((cell) => isPlainNumber(cell) || isNoValue(cell))
}

/** A line `|---|`, bars at both ends of each line, or blanks around them in three rows. */
function ofBars(lines: readonly string[]): TableShape | null {
  const rows = lines.filter((line) => !isRuler(line))
  const counts = rows.map((line) => countCells(line))
  const columns = counts[0] ?? 0
  if (rows.length < 1 || columns < 2 || counts.some((count) => count !== columns)) return null
  const shape = { rows: rows.length, columns }
  if (rows.length < lines.length) return rows.length >= 2 ? shape : null
  if (rows.every((line) => isFramed(line.trim()))) return rows.length >= 2 ? shape : null
  return rows.length >= fewestRows && rows.every((line) => spacedBars(line) === columns - 1) ? shape : null
}

const rulerCell = /^:?-{2,}:?$/

/** Whether a line is the one below the head of a table in Markdown: `|---|:--:|`. */
function isRuler(line: string): boolean {
  const cells = line
    .split('|')
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
  return line.includes('|') && cells.length > 0 && cells.every((cell) => rulerCell.test(cell))
}

const isFramed = (line: string): boolean => line.length > 2 && line.startsWith('|') && line.endsWith('|')

function countCells(line: string): number {
  const trimmed = line.trim()
  const bars = trimmed.split('|').length - 1
  if (bars === 0) return 1
  return bars + 1 - (trimmed.startsWith('|') ? 1 : 0) - (trimmed.endsWith('|') ? 1 : 0)
}

const spacedBars = (line: string): number => line.trim().split(/(?<=[ \t\u00a0])\|(?=[ \t\u00a0]|$)/u).length - 1
