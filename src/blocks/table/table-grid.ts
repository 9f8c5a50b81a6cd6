import type { TextRow } from '../../model/data-table.ts'
import type { Lang, LocalizedText } from '../../model/lang.ts'
import type { Range } from '../../model/source.ts'
import { splitLabelLine, splitRankedLine } from '../data/label-lines.ts'
import { decimalSignOf, readNumber } from '../data/read-number.ts'
import { languageOf, textRows } from '../data/read-table.ts'
import { hasHead, isNumeric } from '../data/table-head.ts'
import { joinedHead } from './joined-heads.ts'
import type { TableBlock } from './types.ts'

/** A row of a table: as many cells as there are columns. */
export interface GridRow {
  kind: 'head' | 'row' | 'total'
  cells: readonly string[]
  range: Range
  /** Its index among the rows of the block. */
  item: number
}

/** A column of a table. */
export interface GridColumn {
  /** `number`: figures under each other at their decimal sign. */
  kind: 'number' | 'right' | 'left'
  /** The sign before the decimals. */
  decimal: ',' | '.'
  /** A number that may be read in two ways; null if there is none. */
  doubtful: string | null
}

/** A table as rows and columns of plain texts in one language. */
export interface TableGrid {
  lang: Lang
  columns: readonly GridColumn[]
  head: GridRow | null
  rows: readonly GridRow[]
  /** Whether the first column holds the places of a ranking. */
  ranked: boolean
  /** The first row with another number of cells than the rest, counted from 1; null if there is none. */
  unequal: { row: number; cells: number; columns: number; range: Range } | null
  /** A remark that stands below the rows of a text, as in a table of Word; null if there is none. */
  note: LocalizedText | null
}

const totalWord =
  /^(?:барлығы|жиыны|жалпы|қорытынды|жиынтығы|итого|всего|общий итог|total|grand total|sum|overall)(?!\p{L})/iu

/** Returns the grid of a table. `lang`: the language of the deck, for a table without words. */
export function gridOf(block: TableBlock<LocalizedText>, deckLang: Lang): TableGrid {
  const lang = languageOf(block.data) ?? deckLang
  const { rows: given, ranked } = writtenRows(block, lang)
  const { rows: written, note } = block.note ? { rows: given, note: null } : withoutNote(given)
  const count = written.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  const texts = written.map(({ cells }) => padded(cells, count))
  const joined = block.data.head === false ? null : joinedHead(texts)
  const headed = joined !== null || (texts.length > 1 && (block.data.head ?? hasHead(texts, lang)))
  const total = isTotal(block, texts, headed)
  const all = written.map(
    ({ range }, item): GridRow => ({
      kind: item === 0 && headed ? 'head' : total && item === texts.length - 1 ? 'total' : 'row',
      cells: (item === 0 && joined) || texts[item]!,
      range,
      item,
    }),
  )
  const rows = joined ? all.filter(({ item }) => item !== 1) : all
  const placed = ranked ? withPlaces(rows) : rows
  const body = placed.filter(({ kind }) => kind !== 'head')
  const cells = body.map((row) => row.cells)
  const columns = (placed[0]?.cells ?? []).map((_, i) => columnOf(cells, i, i - (placed === rows ? 0 : 1), block, lang))
  return {
    lang,
    columns,
    head: headed ? placed[0]! : null,
    rows: body,
    ranked,
    unequal: unequalRow(written, count),
    note: note === null ? null : { text: note, lang },
  }
}

/** The rows with their cells. Lines without cells are rankings (`1. Name — 97`) or names with their values. */
function writtenRows({ data, rank }: TableBlock<LocalizedText>, lang: Lang): { rows: TextRow[]; ranked: boolean } {
  const rows = textRows(data, lang)
  const isSplit = rows.some(({ cells }) => cells.length > 1)
  const places = isSplit && rank !== true ? null : splitAll(rows, splitRankedLine, rank === true)
  if (places && rank !== false) return { rows: places, ranked: true }
  const labels = isSplit ? null : splitAll(rows, splitLabelLine, false)
  return { rows: labels ?? rows, ranked: rank === true }
}

/** Splits rows of one cell; null if some have another form. `lenient`: these stay as they are. */
function splitAll(
  rows: readonly TextRow[],
  split: (line: string) => string[] | null,
  lenient: boolean,
): TextRow[] | null {
  const found = rows.map((row) => ({ row, cells: row.cells.length === 1 ? split(row.cells[0]!) : null }))
  if (found.every(({ cells }) => cells === null) || (!lenient && found.some(({ cells }) => cells === null))) return null
  // A line without a place stands below the names of the others.
  return found.map(({ row, cells }) => ({
    ...row,
    cells: cells ?? (lenient && row.cells.length === 1 ? ['', ...row.cells] : row.cells),
  }))
}

function padded(cells: readonly string[], count: number): readonly string[] {
  return cells.length === count ? cells : [...cells, ...Array<string>(count - cells.length).fill('')]
}

function isTotal({ total }: TableBlock<LocalizedText>, rows: readonly (readonly string[])[], headed: boolean): boolean {
  const last = rows.at(-1)
  if (!last || rows.length < (headed ? 3 : 2)) return false
  if (total !== null) return total
  const words = last.find((cell) => cell !== '')
  return words !== undefined && totalWord.test(words.replaceAll('*', '').trim())
}

/** Puts the places in front if the first column does not hold them. Rows with the same place stay as written. */
function withPlaces(rows: readonly GridRow[]): readonly GridRow[] {
  const body = rows.filter(({ kind }) => kind === 'row')
  const isPlace = (cell: string | undefined) => /^\d{1,4}(?:\.|\))?(?:-\d{1,4}\.?)?$/.test(cell ?? '') || cell === ''
  if (body.every(({ cells }) => isPlace(cells[0])) && (rows[0]?.cells.length ?? 0) > 1) return rows
  let place = 0
  return rows.map((row) => ({
    ...row,
    cells: [row.kind === 'row' ? `${++place}` : row.kind === 'head' ? '№' : '', ...row.cells],
  }))
}

function columnOf(
  rows: readonly (readonly string[])[],
  index: number,
  written: number,
  { align }: TableBlock<LocalizedText>,
  lang: Lang,
): GridColumn {
  const cells = rows.map((row) => row[index]!)
  const { sign: decimal, doubtful } = decimalSignOf(cells, lang)
  const asked = align[written] ?? null
  const numeric = isNumeric(rows, index, lang)
  const isYears = numeric && cells.every((cell) => cell === '' || /^(?:1[89]|20)\d\d$/.test(cell))
  const kind = asked === 'left' ? 'left' : numeric && !(isYears && index === 0) ? 'number' : (asked ?? 'left')
  return { kind, decimal, doubtful: kind === 'number' ? doubtful : null }
}

function unequalRow(rows: readonly TextRow[], columns: number): TableGrid['unequal'] {
  const row = rows.findIndex(({ cells }) => cells.length !== columns)
  return row < 0 ? null : { row: row + 1, cells: rows[row]!.cells.length, columns, range: rows[row]!.range }
}

/** Splits a figure before its decimals, so that figures stand under each other; the whole text if it is no figure. */
export function beforeDecimals(cell: string, { decimal }: GridColumn): string {
  const number = readNumber(cell, { sign: decimal })
  if (!number) return cell
  const at = cell.search(/\d/)
  let end = at
  while (end < cell.length && /[\d\s' ]/u.test(cell[end]!)) end++
  while (end > at && /\s/u.test(cell[end - 1]!)) end--
  const thousands = decimal === ',' ? '.' : ','
  if (cell[end] === thousands && /\d/.test(cell[end + 1] ?? '')) {
    const point = cell.indexOf(decimal, end)
    const rest = /^[\d.,\s]*\d/u.exec(cell.slice(at))![0].length + at
    end = point > 0 && point < rest ? point : rest
  }
  const isMarked = cell.startsWith('**') && !cell.slice(2, end).includes('**')
  return isMarked ? `${cell.slice(0, end)}**` : cell.slice(0, end)
}

const noteMark = /^(?:\*(?!\*)|(?:ескерту|ескертпе|дереккөзі?|примечани[ея]|источники?|notes?|sources?):)/iu

/** Takes the lines below a table that are no rows of it: one cell each, which begins with a star or says that it is a note. */
function withoutNote(rows: readonly TextRow[]): { rows: readonly TextRow[]; note: string | null } {
  const isNote = ({ cells: [first = '', ...others] }: TextRow) =>
    noteMark.test(first) && others.every((cell) => cell === '')
  let { length } = rows
  while (length > 0 && isNote(rows[length - 1]!)) length--
  const isTable = length > 1 && rows.slice(0, length).every(({ cells }) => cells.length > 1)
  if (!isTable || length === rows.length) return { rows, note: null }
  const notes = rows.slice(length).map(({ cells }) => cells[0]!)
  return { rows: rows.slice(0, length), note: notes.join('\n') }
}
