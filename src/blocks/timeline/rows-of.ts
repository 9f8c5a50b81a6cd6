import type { Lang, LocalizedText } from '../../model/lang.ts'
import { readClock } from '../data/clock-times.ts'
import type { TimelineBlock } from './types.ts'

/** The rows of a timeline in one language. A line of a text without cells is one cell. */
export interface TimelineRows {
  kind: 'programme' | 'line'
  rows: string[][]
  lang: Lang
  characters: number
}

const lineBreak = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/
const cellBreak = /\t|\s\|\s/

/** Returns the rows of a timeline, and its kind: a programme if half of the rows with text begin with a clock time. */
export function rowsOf({ kind, rows: written }: TimelineBlock<LocalizedText>, lang: Lang): TimelineRows {
  const rows = written.flatMap((row) =>
    'cells' in row ? [row.cells.map(({ text }) => text.trim())] : linesOf(row.text),
  )
  const [first] = written
  const own = first && ('cells' in first ? first.cells.find(({ text }) => text)?.lang : first.text.lang)
  const timed = rows.filter((cells) =>
    cells.slice(0, 2).some((cell) => readClock(cell.replace(bullet, '')) !== null),
  ).length
  return {
    kind: kind ?? (timed >= 2 && 2 * timed >= rows.length ? 'programme' : timed >= 3 ? 'programme' : 'line'),
    rows,
    lang: own ?? lang,
    characters: rows.flat().reduce((sum, cell) => sum + cell.length, 0),
  }
}

const bullet = /^[•▪◦●■·–—*-][ \t]+/

const linesOf = ({ text }: LocalizedText): string[][] =>
  text
    .split(lineBreak)
    .filter((line) => line.trim() !== '')
    .map((line) => line.replace(/^\s*\|(?=.*\|\s*$)/, '').split(cellBreak))
