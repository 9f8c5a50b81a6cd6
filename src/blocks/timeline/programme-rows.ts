import { type ClockRange, readClock } from '../data/clock-times.ts'
import { isBoldLine, isDayLine } from '../data/day-lines.ts'
import { readEndingClock } from '../data/ending-clock.ts'
import { isPause } from './pauses.ts'

/** The programme of an event, row by row. */
export interface Programme {
  /** The heads of the columns; null if there are none. */
  head: readonly string[] | null
  /** The number of columns, that of the times included. */
  columns: number
  /** The index of the column of times. */
  timeColumn: number
  /** Whether each column behind the times is a hall of its own, so that none is the place of another. */
  parallel: boolean
  rows: ProgrammeRow[]
}

/** A row of a programme. `source` is the index of its row in the author's text. */
export type ProgrammeRow = SectionRow | SessionRow

/** A row above the sessions of a day. */
export interface SectionRow {
  kind: 'section'
  text: string
  source: number
}

/** A session, or a pause between sessions. */
export interface SessionRow {
  kind: 'session' | 'pause'
  /** Null for a session at the time of the one above it. */
  time: ClockRange | null
  /** One for each column; that of the times as written. */
  cells: readonly string[]
  /** Lines below its title, such as its speakers. */
  below: string[]
  source: number
}

/** The words that stand above a column of times. */
const timeHead = /^(?:уақыты?|сағаты?|время|time|начало|часы)(?!\p{L})/iu

/** Words behind a time in its own cell that belong to it: from, until, after. */
const ofTime = /^(?:бастап|дейін|кейін)$/iu

/** A bullet before a row. */
const bullet = /^[•▪◦●■·–—*-][ \t]+/

/**
 * Reads the rows of a programme: lists of cells, where a line without cells is one cell.
 *
 * Shape: a time is the first cell, two cells (`09:00`, `09:30`), a later column of a table, or the beginning of a line. If
 *        no line begins with one, it is the end of a line: `Тіркеу 09:00`.
 */
export function readProgramme(written: readonly (readonly string[])[]): Programme {
  const source = withTimesInFront(written)
  const rows = source.map((cells) => cells.map((cell, i) => (i === 0 ? cell.trim().replace(bullet, '') : cell.trim())))
  const timeColumn = columnOfTimes(rows)
  const read = rows.map((cells, i) => splitTime(cells, timeColumn, source[i]!.length))
  const firstTime = read.findIndex((row) => row.time !== null)
  const head = headOf(rows, read, firstTime, timeColumn)
  const result: ProgrammeRow[] = []
  for (const [i, { time, cells }] of read.entries()) {
    if (cells.every((cell) => cell === '') || (head !== null && i === head.index)) continue
    const filled = cells.filter((cell) => cell !== '')
    const last = result.at(-1)
    if (time === null && filled.length === 1) {
      const [text] = filled
      const continues = last && last.kind !== 'section' && !isDayLine(text!) && !isBoldLine(text!)
      if (continues && cells.length === 1) last.below.push(text!)
      else if (continues && cells[timeColumn] === '') result.push(session(time, cells, i, timeColumn))
      else if (continues) last.below.push(text!)
      else result.push({ kind: 'section', text: text!, source: i })
    } else result.push(session(time, cells, i, timeColumn))
  }
  for (const row of result) if (row.kind !== 'section') takeTitle(row, timeColumn)
  const columns = Math.max(head?.cells.length ?? 0, 2, ...result.map((row) => ('cells' in row ? row.cells.length : 0)))
  return { head: head?.cells ?? null, columns, timeColumn, parallel: areHalls(head?.cells, timeColumn), rows: result }
}

/** What names a hall, a section or a track. */
const hall =
  /(?<!\p{L})(?:зал|залы|аудитори\p{L}+|каб(?:инет)?\p{L}*|секци\p{L}+|поток|ағын|трек|сахна\p{L}*|сцена|площадк\p{L}+|алаң\p{L}*|топ|группа|hall|room|track|section|stage|group)(?!\p{L})/iu

/** Whether two or more columns stand behind the times, and the head of each names a hall: `А залы`, `Б залы`. */
function areHalls(head: readonly string[] | undefined, timeColumn: number): boolean {
  const names = head?.slice(timeColumn + 1) ?? []
  return names.length > 1 && names.every((name) => name.length <= longestHall && hall.test(name))
}

/** A longer head is a sentence. Units: characters. */
const longestHall = 60

/** Puts the times in front if lines end with them and none begins with one. */
function withTimesInFront(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const begins = (cells: readonly string[]) => cells.some((cell) => readClock(cell.trim().replace(bullet, '')) !== null)
  if (rows.some(begins)) return rows
  return rows.map((cells) => {
    const ending = cells.length === 1 ? readEndingClock(cells[0]!.replace(bullet, '')) : null
    return ending ? [ending.time, ending.title] : cells
  })
}

/** Takes the first line below a time that stands alone on its line as the title. */
function takeTitle(row: SessionRow, timeColumn: number): void {
  const [title, ...below] = row.below
  if (title === undefined || row.cells.slice(timeColumn + 1).some((cell) => cell !== '')) return
  row.cells = [...row.cells.slice(0, timeColumn + 1), title]
  row.below = below
  if (isPause(title)) row.kind = 'pause'
}

function session(time: ClockRange | null, cells: readonly string[], source: number, timeColumn: number): SessionRow {
  const title = cells[timeColumn + 1] ?? ''
  return { kind: time && isPause(title) ? 'pause' : 'session', time, cells, below: [], source }
}

/** The column in which most rows have a time: the first, or one after a column of numbers. */
function columnOfTimes(rows: readonly (readonly string[])[]): number {
  const counts = [0, 1, 2].map((column) => rows.filter((cells) => readClock(cells[column] ?? '') !== null).length)
  const most = Math.max(...counts)
  return most > counts[0]! ? counts.indexOf(most) : 0
}

/** Splits the time from the text after it, and joins a beginning and an end in two cells. */
function splitTime(
  cells: readonly string[],
  column: number,
  written: number,
): { time: ClockRange | null; cells: string[] } {
  const clock = readClock(cells[column] ?? '')
  if (!clock) return { time: null, cells: [...cells] }
  const before = cells.slice(0, column)
  const after = cells.slice(column + 1)
  const { start, end, text, rest } = clock
  const ending = rest === '' && end === null && after.length > 1 ? readClock(after[0]!) : null
  if (ending && ending.rest === '' && ending.end === null) {
    return { time: { start, end: ending.start }, cells: [...before, `${text}–${ending.text}`, ...after.slice(1)] }
  }
  const belongs = ofTime.test(rest) && filledOf(after) > 0
  if (belongs) return { time: { start, end }, cells: [...before, `${text} ${rest}`, ...after] }
  const title = rest === '' && written > column + 1 ? [] : [rest]
  return { time: { start, end }, cells: [...before, text, ...title, ...after] }
}

const filledOf = (cells: readonly string[]) => cells.filter((cell) => cell !== '').length

/** The row above the first time, if it has as many cells as its columns or names the times. */
function headOf(
  rows: readonly (readonly string[])[],
  read: readonly { time: ClockRange | null; cells: readonly string[] }[],
  firstTime: number,
  column: number,
): { index: number; cells: readonly string[] } | null {
  // The first day may stand between the head and the first time.
  const index = rows.slice(0, Math.max(0, firstTime)).findLastIndex((cells) => filledOf(cells) > 1)
  const cells = rows[index]
  if (!cells) return null
  const wanted = read[firstTime]!.cells.length
  if (cells.length > wanted && timeHead.test(cells[column]!)) {
    // Beginning and end had a column each.
    const next = column + 1 + cells.length - wanted
    return { index, cells: [...cells.slice(0, column), cells.slice(column, next).join(' – '), ...cells.slice(next)] }
  }
  return timeHead.test(cells[column]!) || cells.length === wanted ? { index, cells } : null
}
