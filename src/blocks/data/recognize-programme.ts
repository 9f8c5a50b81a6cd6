import { type ClockReading, readClock } from './clock-times.ts'
import { isBoldLine, isDayLine } from './day-lines.ts'

/** Fewer rows with a time may be anything. */
const fewestRows = 3

/** A line without a time that is longer is prose. */
const longestOther = 160

/** More lines below one row, such as its speakers, are prose. */
const mostBelow = 2

/** A bullet before the time. */
const bullet = /^[•▪◦●■·–—*-][ \t]+/

/**
 * Whether a text is the programme of an event: three or more lines that begin with a clock time and a tab or dash, or with two times, and
 * besides them only days, headings, and a line or two below a row.
 *
 * Shape: `lines` without empty ones, of one text.
 */
export function isProgramme(lines: readonly string[]): boolean {
  const clocks = lines.map(readRow)
  const rows = clocks.filter((clock) => clock !== null)
  return rows.length >= fewestRows && othersBelong(lines, clocks) && areTimes(rows) && !areMeasurements(rows)
}

function readRow(line: string): ClockReading | null {
  const clock = readClock(line.trim().replace(bullet, ''))
  if (!clock || clock.rest === '') return null
  // `9.00 – 10.00 Registration`: two times and a capital letter need nothing between them.
  const isTitled = clock.separator === 'blank' && clock.end !== null && /^[«“"]?\p{Lu}/u.test(clock.rest)
  return clock.separator === 'tab' || clock.separator === 'dash' || isTitled ? clock : null
}

/** Whether the lines without a time are days, headings, one line above all rows, or a line or two below one of them. */
function othersBelong(lines: readonly string[], clocks: readonly (ClockReading | null)[]): boolean {
  let below = 0
  let others = 0
  for (const [i, line] of lines.entries()) {
    if (clocks[i] || isDayLine(line) || isBoldLine(line)) {
      below = 0
      continue
    }
    below++
    others++
    const isAbove = clocks.slice(0, i).every((clock) => clock === null)
    if (line.length > longestOther || below > (isAbove ? 1 : mostBelow)) return false
  }
  return others <= clocks.length - others
}

/**
 * Whether numbers such as `9.00` and `9-00` are times and not dates, prices or ranges, and `21:19` is no score: the hours
 * are those of a day's work, and nearly all minutes are round.
 */
function areTimes(rows: readonly ClockReading[]): boolean {
  const minutes = rows.map(({ start }) => start % 60)
  const round = minutes.filter((minute) => minute % 5 === 0).length
  const inOrder = rows.every(({ start }, i) => i === 0 || start >= rows[i - 1]!.start)
  const ranges = rows.filter(({ end }) => end !== null).length
  const isAwake = rows.some(({ start }) => start >= 7 * 60)
  if (rows.some(({ mark }) => mark === 'word')) return false
  if (rows.every(({ mark }) => mark === ':')) {
    return (ranges > 0 || isAwake) && (ranges > 0 || inOrder || 2 * round >= rows.length)
  }
  if (round < rows.length || !rows.every(({ start }) => start >= 6 * 60)) return false
  if (rows.some(({ mark }) => mark === '-')) return 2 * ranges >= rows.length || minutes.includes(0)
  // A month is neither 0 nor above 12.
  return inOrder && (2 * ranges >= rows.length || minutes.some((minute) => minute === 0 || minute > 12))
}

const number = /^[-–−+]?\d[\d \u00a0\u202f.,:%]*$/

/** Whether the cells beside the times are numbers, or more times: a table. */
function areMeasurements(rows: readonly ClockReading[]): boolean {
  const cells = rows.flatMap(({ rest }) => rest.split('\t')).filter((cell) => cell.trim() !== '')
  const numbers = cells.filter((cell) => number.test(cell.trim())).length
  return 2 * numbers > cells.length
}
