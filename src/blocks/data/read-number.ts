import type { Lang } from '../../model/lang.ts'

/** A number with its unit, as an author writes it in a cell. */
export interface WrittenNumber {
  value: number
  /** The digits as written, with their sign. */
  digits: string
  /** What stands before or after them: `%`, `млрд ₸`; empty if there is nothing. */
  unit: string
}

/** The character before the decimals in a column, and whether only the language decided it. */
export interface DecimalSign {
  sign: ',' | '.'
  /** A number that could also be read otherwise, such as `1,234`; null if there is none. */
  doubtful: string | null
}

/** A number and its unit. Groups: sign, currency, digits, rest. */
const pattern = /^([+\-−–]?) ?([$€£₸₽]?) ?([+\-−]?)(\d[\d ., ']*)(.*)$/su
/** What may stand where there is no value. */
const empty = /^(?:|[-–—−.…*xх]|н\/?д\.?|нет данных?|нет|жоқ|дерек(?:тер)? жоқ|n\/?a|no data|null)$/iu

/** Whether a cell says that there is no value: empty, `-`, `н/д`. */
export const isNoValue = (cell: string): boolean =>
  cell === '' || (!beginsAsNumber.test(cell) && empty.test(normalize(cell)))

/** What each number begins with; cheap to ask, because most cells are asked several times. */
const beginsAsNumber = /^[\s*+\-−–$€£₸₽]*\d/u

const unusualBlank = /[^\S ]| {2}|^ | $/u

const normalize = (cell: string) => (unusualBlank.test(cell) ? cell.replace(/\s+/gu, ' ').trim() : cell)

interface Parts {
  sign: string
  digits: string
  unit: string
}

/** Splits a cell into digits and unit; null if it is not a number. */
function partsOf(cell: string): Parts | null {
  if (!beginsAsNumber.test(cell)) return null
  const found = pattern.exec(normalize(cell).replaceAll('**', ''))
  if (!found) return null
  const [, sign = '', currency = '', inner = '', raw = '', rest = ''] = found
  const digits = withoutEnd(raw)
  const unit = `${currency} ${withoutNote(rest)}`.trim()
  if (/\d/.test(unit) || unit.length > 40 || /^[:/–—-]/.test(unit)) return null
  return { sign: sign || inner, digits, unit }
}

/** Digits without the signs and spaces after the last one. */
function withoutEnd(raw: string): string {
  let end = raw.length
  while (end > 0 && ". ,'".includes(raw[end - 1]!)) end--
  return raw.slice(0, end)
}

/** The text without what stands in parentheses at its end. */
function withoutNote(text: string): string {
  const open = text.indexOf('(')
  return open >= 0 && text.trimEnd().endsWith(')') ? text.slice(0, open).trim() : text.trim()
}

/** Returns the character before the decimals in a column. Numbers that decide nothing follow the language. */
export function decimalSignOf(cells: readonly string[], lang: Lang): DecimalSign {
  let doubtful: string | null = null
  for (const cell of cells) {
    const parts = partsOf(cell)
    const vote = parts && voteOf(parts.digits)
    if (vote === ',' || vote === '.') return { sign: vote, doubtful: null }
    if (vote === 'doubtful') doubtful ??= cell
  }
  return { sign: lang === 'en' ? '.' : ',', doubtful }
}

/** Reads a cell for itself, apart from its column; null if it is no number. */
export function readNumberAlone(cell: string, lang: Lang): WrittenNumber | null {
  const parts = partsOf(cell)
  if (!parts) return null
  const vote = voteOf(parts.digits)
  const usual = lang === 'en' ? '.' : ','
  return numberOf(parts, vote === ',' || vote === '.' ? vote : usual)
}

/** The decimal sign that digits show; `doubtful` if one sign precedes exactly three digits. */
function voteOf(digits: string): ',' | '.' | 'doubtful' | null {
  const comma = digits.lastIndexOf(',')
  const point = digits.lastIndexOf('.')
  if (comma < 0 && point < 0) return null
  if (comma >= 0 && point >= 0) return comma > point ? ',' : '.'
  const sign = comma >= 0 ? ',' : '.'
  const other = sign === ',' ? '.' : ','
  const groups = digits.split(sign)
  if (groups.length > 2) return other
  const [whole = '', decimals = ''] = groups
  const isDecimal = decimals.length !== 3 || whole.length > 3 || whole.includes(' ') || /^0/.test(whole)
  return isDecimal ? sign : 'doubtful'
}

/** Reads a cell as a number; null if it is none. */
export function readNumber(cell: string, { sign: decimal }: Pick<DecimalSign, 'sign'>): WrittenNumber | null {
  const parts = partsOf(cell)
  return parts && numberOf(parts, decimal)
}

function numberOf(parts: Parts, decimal: DecimalSign['sign']): WrittenNumber | null {
  const thousands = decimal === ',' ? '.' : ','
  const plain = parts.digits.replaceAll(thousands, '').replace(/[ ']/g, '').replace(decimal, '.')
  const value = Number(plain)
  if (!Number.isFinite(value)) return null
  const isNegative = parts.sign !== '' && parts.sign !== '+'
  const digits = `${parts.sign}${parts.digits}`
  return { value: isNegative ? -value : value, digits, unit: parts.unit }
}

const magnitudes: readonly [pattern: RegExp, factor: number][] = [
  [/^(?:мың|тыс\.?|тысяч\p{L}*|thousand|k)(?= |$)/iu, 1e3],
  [/^(?:млн\.?|миллион\p{L}*|million|m)(?= |$)/iu, 1e6],
  [/^(?:млрд\.?|миллиард\p{L}*|billion|bn)(?= |$)/iu, 1e9],
  [/^(?:трлн\.?|триллион\p{L}*|trillion)(?= |$)/iu, 1e12],
]

/** Splits a unit into its factor and the rest: `млрд ₸` is 10^9 of `₸`. */
export function magnitudeOf(unit: string): { factor: number; base: string } {
  const found = magnitudes.find(([word]) => word.test(unit))
  return found ? { factor: found[1], base: unit.replace(found[0], '').trim() } : { factor: 1, base: unit }
}
