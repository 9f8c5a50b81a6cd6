import type { CellRuler } from './cell-ruler.ts'
import { beforeDecimals, type GridRow, type TableGrid } from './table-grid.ts'

/** The widths that a column may have. Units: em. */
export interface ColumnMeasure {
  /** That of its longest line. */
  natural: number
  /** That of its longest word. */
  least: number
  /** The width of what follows the figures: decimals and units; 0 in columns of words. */
  after: number
  /** Its longest word. */
  word: string
}

/** The heads of columns may be this much wider than their cells before they are broken. Units: em. */
const widestHead = 7

/** Words that may be the widest of a column. */
const measuredWords = 6

/** Whether the cells of a row are bold. */
export const isBold = ({ kind }: GridRow): boolean => kind !== 'row'

/** Measures the columns of a table. */
export function measureColumns({ columns, head, rows }: TableGrid, ruler: CellRuler): ColumnMeasure[] {
  return columns.map((column, i) => {
    let natural = 0
    let before = 0
    let after = 0
    const words = new LongestWords()
    for (const row of rows) {
      const text = row.cells[i]!
      if (text === '') continue
      const { width } = ruler.measure(text, isBold(row))
      if (column.kind === 'number') {
        const whole = beforeDecimals(text, column)
        const left = whole === text ? width : ruler.measure(whole, isBold(row)).width
        before = Math.max(before, left)
        after = Math.max(after, width - left)
      }
      natural = Math.max(natural, width)
      if (column.kind !== 'number') words.add(text)
    }
    if (column.kind === 'number') natural = Math.max(natural, before + after)
    const body = column.kind === 'number' ? { word: '', width: natural } : widestWord(words, false, ruler)
    const headText = head?.cells[i] ?? ''
    const headWords = new LongestWords()
    headWords.add(headText)
    const headWord = widestWord(headWords, true, ruler)
    const wanted = headText === '' ? 0 : Math.min(ruler.measure(headText, true).width, Math.max(natural, widestHead))
    const least = Math.max(body.width, headWord.width)
    return {
      natural: Math.max(natural, wanted, least),
      least,
      after,
      word: headWord.width > body.width ? headWord.word : body.word,
    }
  })
}

/** A telephone number alone in its cell is one word: no line of it begins with the last digits. */
const telephone = /^\+?\d[\d ()\u00a0-]{7,20}\d$/

/** The longest words of some texts. */
class LongestWords {
  /** The longest first. */
  readonly words: string[] = []

  /** Adds the words of a text. Lines also end behind dashes and slashes. */
  add(text: string): void {
    if (telephone.test(text)) this.#addWord(text, 0, text.length)
    let start = 0
    for (let i = 0; i <= text.length; i++) {
      const code = i < text.length ? text.charCodeAt(i) : space
      if (isLetterOrDigit(code)) continue
      const blank = isBlank(code)
      if (blank || isDash(code)) {
        this.#addWord(text, start, blank ? i : i + 1)
        start = i + 1
      }
    }
  }

  #addWord(text: string, start: number, end: number): void {
    const { words } = this
    const length = end - start
    if (length === 0 || (words.length === measuredWords && length <= words.at(-1)!.length)) return
    const word = text.slice(start, end)
    if (words.includes(word)) return
    const at = words.findIndex((one) => one.length < length)
    words.splice(at < 0 ? words.length : at, 0, word)
    if (words.length > measuredWords) words.pop()
  }
}

const space = 0x20

/** Whether a character is one of the letters and digits that most texts are made of. */
const isLetterOrDigit = (code: number): boolean =>
  (code >= 0x400 && code < 0x530) || (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39)

const isBlank = (code: number): boolean =>
  code === space || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x202f || code === 0x2009 || code === 0x200b

/** Hyphens, dashes and the slash. */
const isDash = (code: number): boolean =>
  code === 0x2d || code === 0x2010 || code === 0x2f || code === 0x2013 || code === 0x2014

function widestWord({ words }: LongestWords, bold: boolean, ruler: CellRuler): { word: string; width: number } {
  let widest = { word: '', width: 0 }
  for (const word of words) {
    const { width } = ruler.measure(word, bold)
    if (width > widest.width) widest = { word, width }
  }
  return widest
}

/** The widths of columns at a size. Units: px. */
export interface ColumnWidths {
  widths: number[]
  /** The space after each column but the last. */
  gaps: number[]
  /** The index of the first column that is narrower than its longest word; null if there is none. */
  narrow: number | null
}

/** Space between the columns of a table with few of them, and with many. Units: px. */
const gaps = { wide: 32, usual: 24, dense: 16 }

/** The most space that is added between two columns if the table is narrower than its region. Units: em. */
const mostExtra = 3

/** Browsers may set a line a little wider. Units: px. */
const slack = 1

/**
 * Divides a width among the columns: as wide as they like to be, or else as their words allow. `ranked`: the first holds
 * places, which stand close to the names. Units: px.
 */
export function divideWidth(
  columns: readonly ColumnMeasure[],
  width: number,
  size: number,
  ranked = false,
): ColumnWidths {
  const natural = columns.map((column) => Math.ceil(column.natural * size) + slack)
  const least = columns.map((column) => Math.ceil(column.least * size) + slack)
  const between = columns.length - 1
  const free = (list: readonly number[], gap: number) => width - gap * between - list.reduce((sum, one) => sum + one, 0)
  const gap =
    [gaps.wide, gaps.usual].find((one) => free(natural, one) >= 0) ?? (columns.length > 6 ? gaps.dense : gaps.usual)
  const all = Array<number>(between).fill(gap)
  const spare = free(natural, gap)
  if (spare >= 0) {
    const wider = ranked && between > 1 ? between - 1 : between
    const extra = between > 0 ? Math.min(Math.floor(spare / wider), Math.round(mostExtra * size)) : 0
    return { widths: natural, gaps: all.map((one, i) => (i >= between - wider ? one + extra : one)), narrow: null }
  }
  const room = free(least, gap)
  if (room < 0) {
    const inner = Math.max(columns.length, width - gap * between)
    const sum = least.reduce((whole, one) => whole + one, 0)
    const widths = least.map((one) => Math.max(1, Math.floor((one * inner) / sum)))
    return { widths, gaps: all, narrow: widths.findIndex((one, i) => one < least[i]!) }
  }
  const wish = natural.map((one, i) => one - least[i]!)
  const wishes = wish.reduce((sum, one) => sum + one, 0)
  return { widths: least.map((one, i) => one + Math.floor((room * wish[i]!) / wishes)), gaps: all, narrow: null }
}
