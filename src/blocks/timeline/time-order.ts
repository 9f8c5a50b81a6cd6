import type { ProgrammeRow, SessionRow } from './programme-rows.ts'

/** A time of a programme that cannot be right. `row` and `other` are rows as written. */
export interface TimeFault {
  kind: 'earlier' | 'overlapping' | 'reversed'
  row: SessionRow
  /** The row before it with which it disagrees; itself if it ends before it begins. */
  other: SessionRow
}

/** A session that begins this much earlier than the one before is after midnight. Units: minutes. */
const nightGap = 12 * 60

/**
 * Finds times that are out of order, overlap the session before, or end before they begin. Sessions that begin together or
 * lie within another one, as parallel ones do, are no fault; each section is a day of its own.
 */
export function findTimeFaults(rows: readonly ProgrammeRow[]): TimeFault[] {
  const faults: TimeFault[] = []
  let last: SessionRow | null = null
  let around: SessionRow | null = null
  for (const row of rows) {
    if (row.kind === 'section') {
      last = null
      around = null
      continue
    }
    if (!row.time) continue
    const { start, end } = row.time
    if (end !== null && end < start && start - end < nightGap) faults.push({ kind: 'reversed', row, other: row })
    else if (last && start < last.time!.start && last.time!.start - start < nightGap)
      faults.push({ kind: 'earlier', row, other: last })
    else if (around && overlaps(row, around)) faults.push({ kind: 'overlapping', row, other: around })
    if (!around || start < around.time!.start || endOf(row) >= endOf(around)) around = row
    last = row
  }
  return faults
}

const endOf = ({ time }: SessionRow) => time!.end ?? time!.start

/** Whether a session begins within another one and ends after it. */
function overlaps(row: SessionRow, other: SessionRow): boolean {
  const { start, end } = row.time!
  const before = other.time!
  if (before.end === null || before.end < before.start) return false
  return start > before.start && start < before.end && end !== null && end > before.end
}
