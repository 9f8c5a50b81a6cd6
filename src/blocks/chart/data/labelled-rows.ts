import type { TextRow } from '../../../model/data-table.ts'
import { readLine } from '../../text/figures/read-line.ts'

/** A bullet or a number before a row. */
const rowMark = /^(?:[•‣◦▪▫■□●○*–—-] ?|\d{1,3}[.)] )(?=\S)/u

/** Splits rows such as "label — number" into the label and the number; a row of another form stays one cell. */
export function labelledRows(rows: readonly TextRow[]): string[][] {
  return rows.map(({ cells: [line = ''] }) => splitLabel(line.replace(rowMark, '')) ?? [line])
}

/** Whether most rows of a text are a label and a number, so that a chart could show them. */
export function isLabelled(line: string): boolean {
  return splitLabel(line.replace(rowMark, '')) !== null
}

function splitLabel(line: string): [label: string, number: string] | null {
  const plain = line.replaceAll('**', '')
  const { labelFirst, figureFirst } = readLine(plain)
  const found = labelFirst ?? figureFirst
  if (!found || found.label.length === 0) return null
  const { number, unit } = found.figure
  const label = found.label[0]!
  const end = unit?.to ?? number.to
  return [plain.slice(label.from, label.to), plain.slice(number.from, end)]
}
