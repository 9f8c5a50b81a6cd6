/** The lines and cells of a text, for tables and charts. */

/** A line of a text with its cells. `line` is its index among the lines that are not blank. */
export interface SplitRow {
  cells: string[]
  line: number
}

/** `|---|:--:|`: the line below the head of a table in Markdown. */
const rulerCell = /^:?-+:?$/

/**
 * Splits a text into rows and cells: at tabs, else at `|`, else at `;` if every line has as many of them.
 *
 * Shape: cells are trimmed; a cell in quotation marks between tabs may have line breaks, as on the clipboard of Excel.
 */
export function splitRows(text: string): SplitRow[] {
  const lines = text.includes('\t') ? tabbedLines(text) : plainLines(text).map((line) => [line])
  const rows = lines.map((cells, line) => ({ cells, line }))
  if (rows.some(({ cells }) => cells.length > 1)) return rows
  const pipes = rows.map(({ cells: [cell = ''], line }) => ({ cells: cellsBetween(cell, '|'), line }))
  if (pipes.length > 0 && pipes.every(({ cells }) => cells.length > 1))
    return pipes.filter(({ cells }) => !cells.every((cell) => rulerCell.test(cell)))
  const parts = rows.map(({ cells: [cell = ''], line }) => ({ cells: cellsBetween(cell, ';'), line }))
  const counts = new Set(parts.map(({ cells }) => cells.length))
  if (counts.size !== 1 || counts.has(1)) return rows
  const areQuoted = parts.every(({ cells }) => cells.every((cell) => quotedWhole.test(cell)))
  // A cell that holds a semicolon says that the quotation marks are those of a file.
  const isFile = areQuoted || parts.some(({ cells }) => cells.some((cell) => cell.includes(';')))
  return isFile ? parts.map((row) => ({ ...row, cells: row.cells.map(unquoted) })) : parts
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

/** Splits at a character. `|` at both ends frame the row; a last `;` ends it. */
function cellsBetween(line: string, separator: string): string[] {
  const cells = (separator === ';' ? outsideQuotes(line) : line.split(separator)).map((cell) => cell.trim())
  const isFramed = separator === '|' && line.startsWith('|')
  if (isFramed) cells.shift()
  if (cells.length > 1 && cells.at(-1) === '' && (isFramed || separator === ';')) cells.pop()
  return cells
}

/** Splits at `;`. A cell in quotation marks, as files of other programs have it, may hold some. */
function outsideQuotes(line: string): string[] {
  const cells: string[] = []
  const parts = line.split(';')
  let isOpen = false
  for (const part of parts) {
    const isOdd = part.split('"').length % 2 === 0
    if (isOpen) cells[cells.length - 1] += `;${part}`
    else cells.push(part)
    isOpen = isOpen ? !isOdd : isOdd && part.trimStart().startsWith('"')
  }
  // Quotation marks that nothing ends hold no cell together.
  return isOpen ? parts : cells
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
