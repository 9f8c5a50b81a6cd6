import { isApproximation, isMonth, isUnit, isYear, isYearWord, type Word } from './figure-words.ts'

/** A part of a line. Units: UTF-16 offsets. */
export interface Slice {
  from: number
  to: number
}

/** The direction of a change, which an arrow shows. */
export type Direction = 'up' | 'down'

/** A number with what belongs to it: `▲ более 2,3 трлн ₸`. */
export interface ParsedFigure {
  /** An arrow before the number, which no font has. */
  arrow: Direction | null
  /** Words before the number, such as `более`. */
  approximation: Slice | null
  number: Slice
  unit: Slice | null
  /** Whether the number is a year or a day, which stands for itself only if nothing else in its line is a figure. */
  isDate: boolean
  /** The index of the word after it. */
  next: number
}

const arrows: Readonly<Record<string, Direction>> = {
  '▲': 'up',
  '△': 'up',
  '↑': 'up',
  '▼': 'down',
  '▽': 'down',
  '↓': 'down',
}

/** Returns the direction of an arrow; null for any other character. */
export const arrowDirection = (character: string): Direction | null => arrows[character] ?? null

/** A number in one word: its sign, currency, digits; a suffix such as `-ші`; units without a space. */
const numberWord =
  /^([≈~≥≤><+±−–-]?[$€£¥₸₽]?\d+(?:[.,:/×–—-]\d+)*(?:-\p{L}{1,5}|(?=[^\p{L}\d.,:/×–—-]|$)))([%‰₸₽$€£¥°][\p{L}%‰°]?(?:-?\p{L}{1,5})?)?[,;]?$/u
const attachedUnit = /^([≈~≥≤><+±−–-]?[$€£¥₸₽]?\d+(?:[.,:/×–—-]\d+)*)(\p{L}[\p{L}²³.]{0,4})$/u
const groupStart = /^[≈~≥≤><+±−–-]?[$€£¥₸₽]?\d{1,3}$/
const group = /^\d{3}(?:[.,]\d+)?(?=\D|$)/
const signWord = /^[≈~≥≤><+±−–$€£¥₸₽-]$/
const rangeWord = /^[–—/×xх-]$/
const date = /^\d{1,2}\.\d{1,2}\.(?:\d{2}|\d{4})$/

interface NumberPart {
  number: Slice
  unit: Slice | null
  next: number
}

/**
 * Reads the figure at the beginning of `words`, from the word `start` on; null if there is none.
 *
 * Shape: known units follow the number; `closed` (all words belong to the figure): up to three words of any unit, `17 мектеп`.
 */
export function parseFigure(words: readonly Word[], start = 0, closed = false): ParsedFigure | null {
  let at = start
  const arrow = arrowDirection(words[at]?.text[0] ?? '')
  let cut = 0
  if (arrow !== null && words[at]!.text.length === 1) at++
  else if (arrow !== null) cut = 1
  const first = at
  while (at - first < 3 && words[at] && cut === 0 && isApproximation(words[at]!.text)) at++
  const approximation = at > first ? { from: words[first]!.from, to: words[at - 1]!.to } : null
  const found = readNumber(words, at, cut)
  if (!found) return null
  const { number, unit, next } = withRange(words, found)
  const isDate = looksLikeDate(words, number, next)
  const whole = withUnits(words, { number, unit, next }, closed && !isDate)
  return { arrow, approximation, ...whole, isDate }
}

/** Reads one number: `1 250 000`, `€12`, `1-ші`, `98%`. `cut` characters of the first word are not part of it. */
function readNumber(words: readonly Word[], start: number, cut = 0): NumberPart | null {
  let at = start
  const sign = cut === 0 && words[at] && signWord.test(words[at]!.text) && words[at + 1] ? words[at++]! : null
  const word = words[at]
  if (!word) return null
  const text = word.text.slice(cut)
  const from = sign?.from ?? word.from + cut
  const parts = numberWord.exec(text) ?? (attachedUnitOf(text) ? attachedUnit.exec(text) : null)
  if (!parts || date.test(text)) return null
  let to = word.from + cut + parts[1]!.length
  let unit = parts[2] ? { from: to, to: to + parts[2].length } : null
  at++
  for (let open = !unit && groupStart.test(text); open && words[at] && group.test(words[at]!.text); at++) {
    const { from: begin, text: digits } = words[at]!
    const rest = numberWord.exec(digits)
    if (!rest) break
    to = begin + rest[1]!.length
    unit = rest[2] ? { from: to, to: to + rest[2].length } : null
    open = !unit && /^\d{3}$/.test(digits)
  }
  return { number: { from, to }, unit, next: at }
}

const attachedUnitOf = (text: string) => isUnit(text.replace(/^[^\p{L}]*/u, ''))

/** Adds the second number of a range with spaces: `10 – 15 %`. Not after a year: `2024 – 447,9` has a label. */
function withRange(words: readonly Word[], first: NumberPart): NumberPart {
  const sign = words[first.next]
  if (first.unit || !sign || !rangeWord.test(sign.text)) return first
  const second = readNumber(words, first.next + 1)
  const isWhole =
    second && (second.unit !== null || isUnit(words[second.next]?.text ?? '') || words.length === second.next)
  if (!second || !isWhole || isYear(textOf(words, first.number))) return first
  return { ...second, number: { from: first.number.from, to: second.number.to } }
}

/** Adds the words that are units. */
function withUnits(words: readonly Word[], part: NumberPart, closed: boolean): NumberPart {
  let { next } = part
  while (words[next] && isUnit(words[next]!.text)) next++
  const free = words.length - next
  if (closed && free > 0 && free <= 3 && words.slice(next).every(({ text }) => /^\p{L}[^\d()]*$/u.test(text)))
    next = words.length
  if (next === part.next) return part
  const to = words[next - 1]!.to - (/[,;]$/.test(words[next - 1]!.text) ? 1 : 0)
  return { ...part, unit: { from: part.unit?.from ?? words[part.next]!.from, to }, next }
}

function looksLikeDate(words: readonly Word[], number: Slice, next: number): boolean {
  const text = textOf(words, number)
  const after = words[next]?.text ?? ''
  if (/^\d{1,2}(?:[–—-]\d{1,2})?$/.test(text)) return isMonth(after)
  return isYear(text) && (after === '' || isYearWord(after))
}

const textOf = (words: readonly Word[], { from, to }: Slice): string =>
  words
    .filter((word) => word.from < to && word.to > from)
    .map((word) => word.text.slice(Math.max(0, from - word.from), to - word.from))
    .join(' ')

/** Whether a text consists of a single figure. */
export function isFigureText(words: readonly Word[]): boolean {
  const found = parseFigure(words)
  return found !== null && found.next === words.length && found.approximation === null
}
