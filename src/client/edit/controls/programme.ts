import type { JsonValue } from '../../../model/source.ts'
import { cellText, type Rows, readRows } from './rows.ts'

/** The times of a row. Units: minutes since midnight. `end` is null if it names none. */
export interface RowTimes {
  start: number
  end: number | null
}

const clock = String.raw`(\d{1,2})[:.]([0-5]\d)`
const onlyTimes = new RegExp(`^(?:(?:с|в|from|at) )?${clock}(?: ?(?:[-–—]|до|to) ?${clock})?$`, 'iu')
const leadingTimes = new RegExp(
  String.raw`^(${clock}(?: ?[-–—] ?${clock})?)(?:\s+[-–—]\s+|\s*[|:;]\s+|\s+)(\S.*)$`,
  'u',
)

/** Reads the times of a cell; null if it is none. Shape: `09:00`, `9.30–10.15`, `с 09:00 до 10:00`. */
export function readTimes(cell: string): RowTimes | null {
  const found = onlyTimes.exec(cell.trim().slice(0, 40).replace(/\s+/g, ' '))
  if (!found) return null
  const [, hour, minute, endHour, endMinute] = found.map(Number)
  const start = hour! * 60 + minute!
  const end = Number.isNaN(endHour!) ? null : endHour! * 60 + endMinute!
  return start <= 24 * 60 && (end ?? 0) <= 24 * 60 ? { start, end } : null
}

/** Splits a line such as `09:00–09:30 Registration` behind its times, unless it has cells. */
export function splitRow(cells: readonly string[]): string[] {
  const [line = ''] = cells
  const found = cells.length === 1 && line.length < 2_000 ? leadingTimes.exec(line) : null
  return found ? [found[1]!, found.at(-1)!] : [...cells]
}

/** The rows of a programme as it is written: time, what, who, and further cells. */
export function readProgramme(value: JsonValue | undefined, lang: string): Rows {
  const rows = Array.isArray(value)
    ? value.map((row) => (Array.isArray(row) ? row.map((cell) => cellText(cell, lang)) : linesOf(row, lang)))
    : readRows(value, lang)
  return rows.map(splitRow)
}

const linesOf = (row: JsonValue, lang: string): string[] => [...(readRows(row, lang)[0] ?? [''])]

/** Whether most rows begin with a time of day: only then, all others are expected to. */
export function isProgramme(rows: Rows): boolean {
  const timed = rows.filter(([first = '']) => readTimes(first)).length
  return timed > 0 && 2 * timed >= rows.length
}

/** What is wrong with the time of a row; null if nothing is. A row of one cell is a heading, such as a day. */
export function timeFault(row: readonly string[]): 'notTime' | 'backwards' | null {
  const [time = '', ...others] = row
  if (time.trim() === '' || others.every((cell) => cell.trim() === '')) return null
  const times = readTimes(time)
  if (!times) return /\d/.test(time) ? 'notTime' : null
  return times.end !== null && times.end < times.start ? 'backwards' : null
}

/** The rows between two headings, such as the days. Rows without a time belong to the one before. */
function groupsOf(rows: Rows): { start: number; indexes: number[] }[][] {
  const days: { start: number; indexes: number[] }[][] = [[]]
  for (const [index, row] of rows.entries()) {
    const times = readTimes(row[0] ?? '')
    const isHeading = !times && row.slice(1).every((cell) => cell.trim() === '')
    const day = days.at(-1)!
    if (isHeading) days.push([{ start: -1, indexes: [index] }])
    else if (times || day.length === 0) day.push({ start: times?.start ?? -1, indexes: [index] })
    else day.at(-1)!.indexes.push(index)
  }
  return days
}

/** Returns the indexes of rows in the order of their times, each day for itself. Rows of the same time stay in their order. */
export const sortedRows = (rows: Rows): number[] =>
  groupsOf(rows).flatMap((day) => [...day].sort((a, b) => a.start - b.start).flatMap(({ indexes }) => indexes))

/** Returns the moves, one after the other, that bring a list into another order. Shape: pairs of an index and a new index. */
export function movesTo(order: readonly number[]): [number, number][] {
  const now = [...order.keys()]
  return order.flatMap((wanted, to) => {
    const from = now.indexOf(wanted)
    if (from === to) return []
    now.splice(from, 1)
    now.splice(to, 0, wanted)
    return [[from, to] as [number, number]]
  })
}
