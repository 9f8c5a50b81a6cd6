/** The lines and cells of a text, for tables and charts. */

/** A line of a text with its cells. `line` is its index among the lines that are not blank. */
export interface SplitRow {
  cells: string[]
  line: number
}

/** `|---|:--:|`: the line below the head of a table in Markdown. */
const rulerCell = /^:?-+:?$/

/**
 * Splits a text into rows and cells: at tabs, else at `|`, else at `;` if every line has as many of them, else at commas
 * without a space behind them, as files have them, if every line has as many and the first one none inside a number.
 *
 * Shape: cells are trimmed; a cell in quotation marks between tabs may have line breaks, as on the clipboard of Excel.
 */
export function splitRows(text: string): SplitRow[] {
  const lines = text.includes('\t') ? tabbedLines(text) : plainLines(text).map((line) => [line])
  const rows = lines.map((cells, line) => ({ cells, line }))
  if (rows.some(({ cells }) => cells.length > 1)) return rows
  const pipes = rows.map(({ cells: [cell = ''], line }) => ({ cells: betweenBars(cell), line }))
  if (pipes.length > 0 && pipes.every(({ cells }) => cells.length > 1))
    return pipes.filter(({ cells }) => !cells.every((cell) => rulerCell.test(cell)))
  return splitAt(';', rows) ?? (hasCommas(rows) ? splitAt(',', rows) : null) ?? rows
}

/** Splits rows of one cell at a separator; null unless every row then has as many cells. */
function splitAt(separator: ';' | ',', rows: readonly SplitRow[]): SplitRow[] | null {
  const written = rows.map(({ cells: [cell = ''], line }) => ({ cells: outsideQuotes(cell, separator), line }))
  // A last `;` ends the row in some files, and stands before an empty cell in others.
  const isEnd = !sameCounts(written) || written.every(({ cells }) => cells.at(-1) === '')
  const parts = isEnd ? written.map((row) => ({ ...row, cells: withoutLast(row.cells) })) : written
  if (!sameCounts(parts) || (parts[0]?.cells.length ?? 0) < 2) return null
  const areQuoted = parts.every(({ cells }) => cells.every((cell) => quotedWhole.test(cell)))
  // A cell that holds a separator says that the quotation marks are those of a file.
  const isFile = areQuoted || parts.some(({ cells }) => cells.some((cell) => cell.includes(separator)))
  return isFile ? parts.map((row) => ({ ...row, cells: row.cells.map(unquoted) })) : parts
}

const sameCounts = (rows: readonly SplitRow[]) => new Set(rows.map(({ cells }) => cells.length)).size === 1

const withoutLast = (cells: string[]) => (cells.length > 1 && cells.at(-1) === '' ? cells.slice(0, -1) : cells)

/** Fewer lines with a comma in each may be words. */
const fewestWithCommas = 3

/** Whether commas separate cells: none has a space behind it, as in a sentence, and the first row has none of a number. */
function hasCommas(rows: readonly SplitRow[]): boolean {
  if (rows.length < fewestWithCommas || /\d,\d/.test(rows[0]!.cells[0]!)) return false
  return rows.every(({ cells: [line = ''] }) => !/,\s/.test(line.replace(/"[^"]*"/g, '')))
}

/** A cell as programs write it that put every cell in quotation marks. */
const quotedWhole = /^"[^"]*"$/

const unquoted = (cell: string) =>
  cell.length > 1 && cell.startsWith('"') && cell.endsWith('"') ? cell.slice(1, -1).replaceAll('""', '"').trim() : cell

const plainLines = (text: string): string[] =>
  text
    .split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** Splits at `|`, which may frame the row. */
function betweenBars(line: string): string[] {
  const cells = line.split('|').map((cell) => cell.trim())
  if (!line.startsWith('|')) return cells
  cells.shift()
  return withoutLast(cells)
}

/** Splits at a separator. A cell in quotation marks, as files of other programs have it, may hold some. */
function outsideQuotes(line: string, separator: ';' | ','): string[] {
  const cells: string[] = []
  const parts = line.split(separator).map((part) => part.trim())
  let isOpen = false
  for (const part of line.split(separator)) {
    const isOdd = part.split('"').length % 2 === 0
    if (isOpen) cells[cells.length - 1] += `${separator}${part}`
    else cells.push(part)
    isOpen = isOpen ? !isOdd : isOdd && part.trimStart().startsWith('"')
  }
  // Quotation marks that nothing ends hold no cell together.
  return isOpen ? parts : cells.map((cell) => cell.trim())
}

/** Splits lines at tabs; line breaks and tabs between quotation marks belong to their cell. */
function tabbedLines(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  const end = (cell: string, separator: string | undefined) => {
    row.push(cell.trim())
    if (separator === '\t') return
    if (row.some((one) => one !== '')) rows.push(row)
    row = []
  }
  while (at <= text.length) {
    const quoted = text[at] === '"' ? quotedCell(text, at) : null
    const stop = quoted ? quoted.stop : nextSeparator(text, at)
    end(quoted ? quoted.cell : text.slice(at, stop), text[stop])
    at = stop + (text[stop] === '\r' && text[stop + 1] === '\n' ? 2 : 1)
  }
  return rows
}

function nextSeparator(text: string, from: number): number {
  let at = from
  while (at < text.length && text[at] !== '\t' && text[at] !== '\n' && text[at] !== '\r') at++
  return at
}

/**
 * A cell in quotation marks. Null if they are part of the words: nothing separates them from the next cell, or there is no
 * line break, tab or quotation mark between them, without which programs add none.
 */
function quotedCell(text: string, from: number): { cell: string; stop: number } | null {
  let cell = ''
  let isNeeded = false
  for (let at = from + 1; at < text.length; at++) {
    const character = text[at]!
    if (character !== '"') {
      cell += character
      isNeeded ||= character === '\n' || character === '\r' || character === '\t'
    } else if (text[at + 1] === '"') {
      cell += '"'
      isNeeded = true
      at++
    } else {
      const stop = at + 1
      const separated = stop === text.length || text[stop] === '\t' || text[stop] === '\n' || text[stop] === '\r'
      return separated && isNeeded ? { cell: cell.replace(/\s+/g, ' '), stop } : null
    }
  }
  return null
}
