import type { Lang, LocalizedText } from '../../model/lang.ts'
import { readClock } from '../data/clock-times.ts'
import { isDayLine } from '../data/day-lines.ts'
import { readEndingClock } from '../data/ending-clock.ts'
import { splitRows } from '../data/split-rows.ts'
import type { TimelineBlock } from './types.ts'

/** The rows of a timeline in one language. A line of a text without cells is one cell. */
export interface TimelineRows {
  kind: 'programme' | 'line'
  rows: string[][]
  lang: Lang
  characters: number
}

const lineBreak = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/
const cellBreak = /\s\|(?:\s|$)/

/** Returns the rows of a timeline, and its kind: a programme if half of the rows but days begin with a clock time. */
export function rowsOf({ kind, rows: written }: TimelineBlock<LocalizedText>, lang: Lang): TimelineRows {
  const lines = written.flatMap((row) =>
    'cells' in row ? [row.cells.map(({ text }) => text.trim())] : linesOf(row.text),
  )
  const rows = lines.length === 1 && lines[0]!.length === 1 ? listIn(lines[0]![0]!) : lines
  const [first] = written
  const own = first && ('cells' in first ? first.cells.find(({ text }) => text)?.lang : first.text.lang)
  const timed = rows.filter(
    (cells) =>
      cells.slice(0, 2).some((cell) => readClock(cell.replace(bullet, '')) !== null) ||
      (cells.length === 1 && readEndingClock(cells[0]!) !== null),
  ).length
  const others = rows.filter((cells) => !isDayLine(cells[0]!)).length
  return {
    kind: kind ?? (timed >= 3 || (timed > 0 && 2 * timed >= others) ? 'programme' : 'line'),
    rows,
    lang: own ?? lang,
    characters: rows.flat().reduce((sum, cell) => sum + cell.length, 0),
  }
}

/** A single line holds several rows if semicolons separate them: `май: отбор; июнь: финал`. */
function listIn(line: string): string[][] {
  const parts = line.split(';').map((part) => part.trim())
  return parts.filter((part) => part !== '').map((part) => [part])
}

const bullet = /^[•▪◦●■·–—*-][ \t]+/

/** Whether a line is the one below the head of a table in Markdown. */
const isRuler = (line: string) => /^[\s|:-]+$/.test(line) && line.includes('---')

/** Cells are separated by tabs, as on a clipboard, by a bar between spaces, or stand between bars. */
function linesOf({ text }: LocalizedText): string[][] {
  if (text.includes('\t')) return splitRows(text).map(({ cells }) => cells)
  return text
    .split(lineBreak)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !isRuler(line))
    .map((line) => (isFramed(line) ? line.slice(1, -1).split('|') : line.split(cellBreak)))
    .map((cells) => cells.map((cell) => cell.trim()))
}

/** Whether a line begins and ends with a bar, as a row of Markdown does. */
const isFramed = (line: string) => line.length > 2 && line.startsWith('|') && line.endsWith('|')
