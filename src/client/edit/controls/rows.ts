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

/** Reads what a spreadsheet copies as text: cells between tabs, those with line breaks or quotation marks in quotation marks. */
export function rowsInText(text: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let isQuoted = false
  const endCell = () => {
    rows.at(-1)!.push(cell.trim())
    cell = ''
  }
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]!
    if (isQuoted) {
      if (letter !== '"') cell += letter
      else if (text[at + 1] === '"') {
        cell += '"'
        at++
      } else isQuoted = false
    } else if (letter === '"' && cell === '') isQuoted = true
    else if (letter === '\t') endCell()
    else if (letter === '\n') {
      endCell()
      rows.push([])
    } else if (letter !== '\r') cell += letter
  }
  endCell()
  // A spreadsheet ends its last row with a line break too.
  return rows.length > 1 && rows.at(-1)!.every((one) => one === '') ? rows.slice(0, -1) : rows
}

/** Reads the first table of pasted HTML; null if there is none. A cell over several columns is followed by empty ones. */
export function rowsInHtml(html: string): string[][] | null {
  if (!/<table/i.test(html)) return null
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table')
  if (!table) return null
  return [...table.rows].map((row) =>
    [...row.cells].flatMap((cell) => {
      const text = (cell.textContent ?? '').trim().replace(/\s+/g, ' ')
      return [text, ...Array.from({ length: Math.min(cell.colSpan, 100) - 1 }, () => '')]
    }),
  )
}
