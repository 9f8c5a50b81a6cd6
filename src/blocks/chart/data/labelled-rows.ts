import type { TextRow } from '../../../model/data-table.ts'
import type { Lang } from '../../../model/lang.ts'
import { readNumberAlone } from '../../data/read-number.ts'
import { isYear } from '../../text/figures/figure-words.ts'
import { readLine } from '../../text/figures/read-line.ts'

/** A bullet or a number before a row. */
const rowMark = /^(?:[•‣◦▪▫■□●○*–—-] ?|\d{1,3}[.)] )(?=\S)/u

/** What separates rows that stand in one line; a comma before digits may be that of a number. */
const betweenRows = /;\s*|,\s+(?=[^\d\s])/u

/**
 * Returns the rows of a chart as cells. Those such as "label — number" are split into the label and the number; a row of
 * another form stays one cell. A single line may hold several rows: `Sport — 30 %, science — 15 %`.
 */
export function labelledRows(rows: readonly TextRow[], lang: Lang): string[][] {
  const list = rows.length === 1 ? listIn(rows[0]!.cells.join('; '), lang) : null
  if (list) return list
  const isText = rows.every(({ cells }) => cells.length === 1)
  return rows.map(({ cells }) => (isText ? splitRow(cells[0]!, lang) : null) ?? [...cells])
}

/** The rows of a line that holds several, each with a number; null if it does not. */
function listIn(line: string, lang: Lang): string[][] | null {
  const rows = line
    .split(betweenRows)
    .filter((part) => part.trim() !== '')
    .map((part) => splitRow(part.trim(), lang))
  return rows.length > 1 && rows.every((row) => row !== null) ? rows : null
}

/** Whether most rows of a text are a label and a number, so that a chart could show them. */
export function isLabelled(line: string): boolean {
  return splitLabel(line.replace(rowMark, '')) !== null
}

function splitRow(written: string, lang: Lang): [label: string, number: string] | null {
  const line = written.replace(rowMark, '').replaceAll('**', '')
  return yearFirst(line, lang) ?? splitLabel(line) ?? atSeparator(line, lang) ?? numberLast(line, lang)
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

/** `2004 56.7 %`: of two numbers, the year is the name. */
function yearFirst(line: string, lang: Lang): [label: string, number: string] | null {
  const end = line.indexOf(' ')
  const number = line.slice(end + 1).trim()
  return end > 0 && isYear(line.slice(0, end)) && readNumberAlone(number, lang) ? [line.slice(0, end), number] : null
}

/** `Budget — 24,123,456,789,012`: a number of any form behind the last dash or colon. */
function atSeparator(line: string, lang: Lang): [label: string, number: string] | null {
  const at = Math.max(...[' — ', ' – ', ' - ', ' = ', ': '].map((separator) => line.lastIndexOf(separator)))
  const number = line.slice(at + 2).trim()
  return at > 0 && readNumberAlone(number, lang) ? [line.slice(0, at).trim(), number] : null
}

/** `Алматы 1 250 млрд ₸`: a number without a dash before it, from the first word with digits on. */
function numberLast(line: string, lang: Lang): [label: string, number: string] | null {
  const at = line.search(/\s[+−–$€£₸₽-]?\d/u)
  const number = line.slice(at + 1).trim()
  return at > 0 && readNumberAlone(number, lang) ? [line.slice(0, at).trim(), number] : null
}
