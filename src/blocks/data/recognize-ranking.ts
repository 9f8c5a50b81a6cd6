import { splitRankedLine } from './label-lines.ts'
import { isPlainNumber } from './plain-number.ts'
import type { TableShape } from './recognize-table.ts'

/** A shorter list is read at a glance as it is. */
const fewestLines = 6

/** How long something takes: a plan, whose numbers rank nothing unless they are in order. */
const duration =
  /^\d[\d.,]*\s*(?:мин|минут\p{L}*|м|сағ|сағат|час\p{L}*|ч|күн|дн|дней|день|апта|недел\p{L}*|ай|мес|месяц\p{L}*|min|minutes?|h|hours?|days?|weeks?)\.?$/iu

/** Whether lines are a ranked list, `N. X — number`, whose numbers count up from 1; equal places may repeat. */
export function recognizeRanking(lines: readonly string[]): TableShape | null {
  if (lines.length < fewestLines) return null
  const rows = lines.map((line) => (line.length > 160 ? null : splitRankedLine(line)))
  let before = 0
  for (const row of rows) {
    if (!row || !isPlainNumber(row[2])) return null
    const place = Number.parseInt(row[0], 10)
    if (place < before || place > before + (before === 0 ? 1 : 3)) return null
    before = place
  }
  if (rows.every((row) => duration.test(row![2])) && !isSorted(rows.map((row) => Number.parseFloat(row![2]))))
    return null
  return { rows: rows.length, columns: 3 }
}

const isSorted = (values: readonly number[]): boolean =>
  values.every((value, i) => i === 0 || value <= values[i - 1]!) ||
  values.every((value, i) => i === 0 || value >= values[i - 1]!)
