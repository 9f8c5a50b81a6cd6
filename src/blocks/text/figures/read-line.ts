import { isYear, isYearWord, type Word, wordsOf } from './figure-words.ts'
import { type Direction, type ParsedFigure, parseFigure, type Slice } from './parse-figure.ts'

/** How a figure has changed: `▲ 6,4 %` or `(+6,4 %)`. */
export interface Change {
  /** Drawn, because no font has arrows; null if the author wrote a plus or a minus. */
  arrow: Direction | null
  text: Slice
}

/** What a line of figures says. */
export interface FigureLine {
  figure: ParsedFigure
  change: Change | null
  /** The words about the figure; empty if they stand on a line of their own. */
  label: Slice[]
}

/** The readings of a line: the figure before its label, or after it. */
export interface Readings {
  figureFirst: FigureLine | null
  labelFirst: FigureLine | null
  /** Neither reading is likelier, unless other lines decide. */
  isYearFirst: boolean
}

const dash = /^[—–-]$/

/** Reads a line of figures in both ways. */
export function readLine(line: string): Readings {
  const words = wordsOf(line)
  const breaks = breaksOf(words)
  let figureFirst: FigureLine | null = null
  for (const { end, start } of breaks) {
    if (start >= words.length) continue
    const left = readSide(withoutColon(words.slice(0, end)))
    if (left) figureFirst ??= withLabel(left, words.slice(start))
    if (figureFirst) break
  }
  let labelFirst: FigureLine | null = null
  for (const { end, start } of [...breaks].reverse()) {
    const right = readSide(words.slice(start))
    if (right) labelFirst ??= withLabel(right, withoutColon(words.slice(0, end)), true)
    if (labelFirst) break
  }
  const isYearFirst = isYear(words[0]?.text ?? '') && (breaks[0]?.end === 1 || isYearWord(words[1]?.text ?? ''))
  return { figureFirst: figureFirst ?? (labelFirst ? null : readLeading(words)), labelFirst, isYearFirst }
}

interface Break {
  /** The index of the word after the part before, and that of the first word after it. */
  end: number
  start: number
}

/** Where a line may be divided: at dashes and after colons, but not inside a range such as `10 – 15`. */
function breaksOf(words: readonly Word[]): Break[] {
  const all = words.flatMap(({ text }, i) => (i > 0 && dash.test(text) ? [{ end: i, start: i + 1 }] : colonAt(text, i)))
  const outside = all.filter(({ end, start }) => !isRange(words[end - 1]!.text, words[start]?.text ?? ''))
  return outside.length > 0 ? outside : all
}

const isRange = (before: string, after: string) => /\d$/.test(before) && /^\d/.test(after) && !isYear(before)

const colonAt = (text: string, i: number) =>
  text.length > 1 && text.endsWith(':') ? [{ end: i + 1, start: i + 1 }] : []

/** The words without a colon at the end of the last one. */
function withoutColon(words: readonly Word[]): Word[] {
  const last = words.at(-1)
  if (!last?.text.endsWith(':')) return [...words]
  return [...words.slice(0, -1), { ...last, text: last.text.slice(0, -1), to: last.to - 1 }]
}

interface Side {
  figure: ParsedFigure
  change: Change | null
  /** What stands in parentheses after the figure. */
  note: Slice | null
}

/** Reads words that are a figure and nothing else but its change and a note in parentheses. */
function readSide(words: readonly Word[]): Side | null {
  const taken = takeChange(words)
  // A side that is nothing but a change is the figure itself.
  const { rest, change } = taken.rest.length > 0 ? taken : { rest: words, change: null }
  const { rest: plain, note } = takeNote(rest)
  const figure = plain.length > 0 ? parseFigure(plain, 0, true) : null
  return figure && figure.next === plain.length ? { figure, change, note } : null
}

function withLabel({ figure, change, note }: Side, words: readonly Word[], labelFirst = false): FigureLine {
  const { rest, change: later } = change ? { rest: words, change } : takeChange(words)
  const label = sliceOf(rest)
  const parts = labelFirst ? [label, note] : [label, note]
  return { figure, change: later, label: parts.filter((part) => part !== null) }
}

/** Reads a figure whose label follows without a dash: `495 жоба`. */
function readLeading(words: readonly Word[]): FigureLine | null {
  const figure = parseFigure(words)
  if (!figure || (figure.isDate && figure.next < words.length)) return null
  if (words[figure.next] && figure.approximation) return null
  const { rest, change } = takeChange(words.slice(figure.next))
  const label = sliceOf(rest)
  return { figure, change, label: label ? [label] : [] }
}

const sliceOf = (words: readonly Word[]): Slice | null =>
  words.length > 0 ? { from: words[0]!.from, to: words.at(-1)!.to } : null

/** The longest change. Units: words. */
const maxChangeWords = 4

/** Takes a change from the end of words: `▲ 6,4 %`, `(▲ 6,4 %)`, `(+6,4 %)`. */
export function takeChange(words: readonly Word[]): { rest: readonly Word[]; change: Change | null } {
  for (let start = words.length - 1; start >= Math.max(0, words.length - maxChangeWords); start--) {
    const change = changeFrom(words.slice(start))
    if (change && (start > 0 || change.arrow !== null)) return { rest: words.slice(0, start), change }
  }
  return { rest: words, change: null }
}

/** Reads words that are a change; null if they are anything else. */
export function changeFrom(words: readonly Word[]): Change | null {
  const inside = withoutParentheses(words)
  const figure = parseFigure(inside ?? words, 0, true)
  const all = inside ?? words
  if (!figure || figure.next !== all.length || figure.approximation) return null
  const first = all[0]!
  if (figure.arrow !== null) return { arrow: figure.arrow, text: { from: figure.number.from, to: all.at(-1)!.to } }
  const isSigned = inside !== null && /^[+−–-]/.test(first.text)
  return isSigned ? { arrow: null, text: { from: first.from, to: all.at(-1)!.to } } : null
}

/** Whether a line is nothing but the change of the figure above it. */
export const isChangeLine = (line: string): boolean => /^[(▲△↑▼▽↓]/.test(line) && changeFrom(wordsOf(line)) !== null

/** The words between parentheses; null if they are not in any. */
function withoutParentheses(words: readonly Word[]): Word[] | null {
  const [first] = words
  const last = words.at(-1)
  if (!first?.text.startsWith('(') || !last?.text.endsWith(')')) return null
  return words
    .map((word, i) => {
      const from = i === 0 ? 1 : 0
      const cut = i === words.length - 1 ? 1 : 0
      const { length } = word.text
      return { text: word.text.slice(from, length - cut), from: word.from + from, to: word.to - cut }
    })
    .filter(({ text }) => text !== '')
}

/** Takes what stands in parentheses at the end. */
function takeNote(words: readonly Word[]): { rest: readonly Word[]; note: Slice | null } {
  const start = words.findIndex(({ text }) => text.startsWith('('))
  if (start < 1 || !words.at(-1)!.text.endsWith(')')) return { rest: words, note: null }
  return { rest: words.slice(0, start), note: sliceOf(words.slice(start)) }
}
