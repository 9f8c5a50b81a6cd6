import { langs } from '../../../model/lang.ts'
import type { JsonValue, NodePath } from '../../../model/source.ts'
import { isObject, valueAt } from '../values.ts'

/** Rows of cells as a grid shows them. */
export type Rows = readonly (readonly string[])[]

/** The text of a cell, in a language if it has several. */
export function cellText(value: JsonValue | undefined, lang: string): string {
  const own = isObject(value) ? (value[lang] ?? Object.values(value)[0]) : value
  return own === undefined || own === null || typeof own === 'object' ? '' : String(own)
}

/** The path of the rows in a language, which may have rows of its own: `{ "kk": [ … ], "ru": [ … ] }`. */
export function rowsPath(deck: JsonValue, path: NodePath, lang: string): NodePath {
  const value = valueAt(deck, path)
  const names: readonly string[] = langs
  const isByLanguage = isObject(value) && Object.keys(value).length > 0
  return isByLanguage && Object.keys(value).every((name) => names.includes(name)) ? [...path, lang] : path
}

/** The rows of a table as it is written: a list of rows, or a text with a row on each line. */
export function readRows(value: JsonValue | undefined, lang: string): Rows {
  if (Array.isArray(value)) {
    return value.map((row) =>
      Array.isArray(row) ? row.map((cell) => cellText(cell, lang)) : splitLine(cellText(row, lang)),
    )
  }
  const text = cellText(value, lang)
  if (text.trim() === '') return []
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  return lines.map(splitLine)
}

/** Splits a line at tabs, else at vertical bars, else at semicolons, else at a dash before a number. */
function splitLine(line: string): string[] {
  const mark = ['\t', '|', ';'].find((one) => line.includes(one))
  if (mark === undefined) {
    const dash = [' — ', ' – ', ' - '].find((one) => /^[-+−]?\d/.test(line.slice(line.lastIndexOf(one) + one.length)))
    const at = dash === undefined ? -1 : line.lastIndexOf(dash)
    return at > 0 ? [line.slice(0, at).trim(), line.slice(at + dash!.length).trim()] : [line.trim()]
  }
  const cells = line.split(mark).map((cell) => cell.trim())
  return mark === '|' && cells.length > 2 && cells[0] === '' && cells.at(-1) === '' ? cells.slice(1, -1) : cells
}

/** Fills up rows with empty cells, so that all are equally long. */
export function squareRows(rows: Rows): string[][] {
  const width = Math.max(1, ...rows.map((row) => row.length))
  return rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')])
}

/** Puts pasted rows into a grid, from a cell on; the grid grows as it has to. */
export function pasteRows(rows: Rows, pasted: Rows, at: { row: number; column: number }): string[][] {
  const height = Math.max(rows.length, at.row + pasted.length)
  const grid = Array.from({ length: height }, (_, i) => [...(rows[i] ?? [])])
  for (const [i, cells] of pasted.entries()) {
    const row = grid[at.row + i]!
    while (row.length < at.column) row.push('')
    row.splice(at.column, cells.length, ...cells)
  }
  return squareRows(grid)
}

/**
 * Reads what a spreadsheet copies as text: cells between tabs, those with line breaks in quotation marks. Other quotation
 * marks are part of the text.
 */
export function rowsInText(text: string): string[][] {
  const rows: string[][] = [[]]
  for (let at = 0; at <= text.length; ) {
    const { cell, end } = cellAt(text, at)
    rows.at(-1)!.push(cell.replace(/\r\n?/g, '\n').trim())
    if (text[end] === '\r' || text[end] === '\n') rows.push([])
    at = text.startsWith('\r\n', end) ? end + 2 : end + 1
  }
  // A spreadsheet ends its last row with a line break too.
  return rows.length > 1 && rows.at(-1)!.every((one) => one === '') ? rows.slice(0, -1) : rows
}

const isBreak = (letter: string | undefined) =>
  letter === undefined || letter === '\t' || letter === '\r' || letter === '\n'

/** The cell that begins at a place of a text, and where it ends. */
function cellAt(text: string, start: number): { cell: string; end: number } {
  const quoted = quotedAt(text, start)
  if (quoted) return quoted
  let end = start
  while (!isBreak(text[end])) end++
  return { cell: text.slice(start, end), end }
}

/** A cell that a spreadsheet has put into quotation marks, since it holds what else would end it, or such marks. */
function quotedAt(text: string, start: number): { cell: string; end: number } | null {
  if (text[start] !== '"') return null
  let end = text.indexOf('"', start + 1)
  while (end !== -1 && text[end + 1] === '"') end = text.indexOf('"', end + 2)
  if (end === -1 || !isBreak(text[end + 1])) return null
  const inside = text.slice(start + 1, end)
  return /[\t\r\n]|""/.test(inside) ? { cell: inside.replaceAll('""', '"'), end: end + 1 } : null
}

/** So many columns or rows a cell of pasted HTML may take. */
const maxSpan = 100

/**
 * Reads the first table of pasted HTML; null if there is none. A cell over several columns or rows is followed by empty ones,
 * so that all others stay in their columns. Paragraphs and line breaks in a cell are line breaks.
 */
export function rowsInHtml(html: string): string[][] | null {
  if (!/<table/i.test(html)) return null
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table')
  if (!table) return null
  /** The rows in which a column is taken by a cell above. */
  const taken: number[] = []
  return [...table.rows].map((row) => {
    const cells: string[] = []
    const skip = () => {
      for (let column = cells.length; (taken[column] ?? 0) > 0; column++) {
        taken[column]!--
        cells.push('')
      }
    }
    for (const cell of row.cells) {
      skip()
      const width = Math.min(Math.max(cell.colSpan, 1), maxSpan)
      for (let i = 0; i < width; i++) {
        taken[cells.length] = Math.min(cell.rowSpan, maxSpan) - 1
        cells.push(i === 0 ? textOfCell(cell) : '')
      }
    }
    skip()
    return cells
  })
}

/** Elements that begin a line of their own. */
const lines = 'p, div, li, h1, h2, h3, h4, h5, h6, tr'

/** The words of a cell; their line breaks are those that are seen. */
function textOfCell(cell: Element): string {
  const copy = cell.cloneNode(true) as Element
  // Line breaks of the source are spaces.
  for (const text of textsIn(copy)) text.data = text.data.replace(/[ \t\r\n]+/g, ' ')
  for (const one of copy.querySelectorAll('br')) one.replaceWith('\n')
  for (const one of copy.querySelectorAll(lines)) one.append('\n')
  return (copy.textContent ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n')
}

function textsIn(element: Element): Text[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const texts: Text[] = []
  while (walker.nextNode()) texts.push(walker.currentNode as Text)
  return texts
}
