import { breakAllowed, breakDiscouraged, breakHyphen } from './line-breaks.ts'
import type { MeasuredText } from './measure-text.ts'
import { closingMarks } from './words-around.ts'

/** A measured text with its line breaks. Units: em. */
export interface BreakableText {
  measured: MeasuredText
  /** The offsets of line breaks in ascending order; the last is the end of the text. */
  places: Int32Array
  /** `breakAllowed`, `breakDiscouraged`, `breakTied` or `breakHyphen`. */
  strengths: Uint8Array
  /** The same text with discouraged breaks allowed, if there are any. */
  relaxed: BreakableText | null
  /** The width up to each break: without the trailing space, with the kerning that the break undoes. */
  lineEnds: Float64Array
  /** The widest part without a break inside, which a narrower column cuts. */
  widest: number
}

/** A text in a column of one width. Units: em. */
export interface Column {
  source: BreakableText
  limit: number
  /** The latest end of each line; absent if only the width limits it. */
  stops?: Int32Array
}

/**
 * Sets a text in a column. Words that belong together stay together, unless that costs
 * another line.
 */
export function createColumn(source: BreakableText, limit: number): Column {
  const strict = { source, limit }
  if (!source.relaxed) return strict
  const relaxed = { source: source.relaxed, limit }
  return countLines(strict) > countLines(relaxed) ? relaxed : strict
}

/** Combines a measured text with its line breaks. Units: `hyphen`, the width of one, in em. */
export function createBreakable(measured: MeasuredText, breaks: Uint8Array, hyphen = 0): BreakableText {
  const { text, before } = measured
  let count = 1
  for (let i = 1; i < text.length; i++) if (breaks[i] !== 0) count++
  const places = new Int32Array(count)
  const strengths = new Uint8Array(count)
  const lineEnds = new Float64Array(count)
  let widest = 0
  let last = 0
  for (let i = 1, k = 0; i <= text.length; i++) {
    if (i < text.length && breaks[i] === 0) continue
    places[k] = i
    strengths[k] = i === text.length ? breakAllowed : breaks[i]!
    lineEnds[k] = lineEndWidth(measured, i) + (strengths[k] === breakHyphen ? hyphen : 0)
    widest = Math.max(widest, lineEnds[k]! - before[last]!)
    last = i
    k++
  }
  const source: BreakableText = { measured, places, strengths, relaxed: null, lineEnds, widest }
  if (strengths.includes(breakDiscouraged)) {
    source.relaxed = { ...source, strengths: strengths.map((one) => (one === breakDiscouraged ? breakAllowed : one)) }
  }
  return source
}

const space = 0x20

/** Returns the end of the visible text of a line that ends at an offset: trailing spaces hang. */
export function visibleEnd(text: string, end: number): number {
  return end > 0 && text.charCodeAt(end - 1) === space ? end - 1 : end
}

function lineEndWidth({ text, before, atEnd }: MeasuredText, end: number): number {
  const last = visibleEnd(text, end)
  return last === 0 ? 0 : before[last]! + atEnd[last - 1]!
}

/** Returns the width of a line. Units: em. */
export function lineWidth({ measured, places, lineEnds }: BreakableText, from: number, end: number): number {
  const k = firstAfter(places, end - 1)
  return (places[k] === end ? lineEnds[k]! : lineEndWidth(measured, end)) - measured.before[from]!
}

/** A line that is filled less than this looks like a mistake. */
const minFill = 0.25

/**
 * Returns the end of the line that begins at `from`.
 * Units: `limit` in em. A word wider than the line is cut between characters; a line takes at least one.
 */
export function lineEnd({ source, limit, stops }: Column, from: number): number {
  const { measured, places, strengths, lineEnds } = source
  const stop = stops?.[firstAfter(stops, from)] ?? measured.text.length
  const most = measured.before[from]! + limit
  let best = -1
  let poor = -1
  let tied = -1
  let hyphen = -1
  for (let k = firstAfter(places, from); k < places.length && places[k]! <= stop; k++) {
    const isHyphen = strengths[k] === breakHyphen
    if (lineEnds[k]! > most) {
      if (isHyphen) continue
      break
    }
    if (isHyphen) hyphen = k
    else if (strengths[k] === breakAllowed) best = k
    else if (strengths[k] === breakDiscouraged) poor = k
    else tied = k
  }
  // Keeping words together must not leave a line nearly empty.
  if (poor > best && (best < 0 || lineEnds[best]! - measured.before[from]! < limit * minFill)) best = poor
  if (hyphen > best && isHyphenWorth(source, from, limit, best)) best = hyphen
  if (best < 0) best = tied
  return best < 0 ? cutWord(measured, from, most) : places[best]!
}

/** A line that is filled so far has no hyphen; below a line with a hyphen, one that is filled less far has none either. */
const minFillWithout = { first: 0.8, running: 0.7 }

/** Whether a line needs a hyphen because it is rather empty without one. */
function isHyphenWorth(source: BreakableText, from: number, limit: number, best: number): boolean {
  if (best < 0) return true
  const fill = (source.lineEnds[best]! - source.measured.before[from]!) / limit
  return fill < (isHyphenAt(source, from) ? minFillWithout.running : minFillWithout.first)
}

/** Whether a line that ends at an offset has a hyphen. */
export function isHyphenAt({ places, strengths }: BreakableText, at: number): boolean {
  const k = firstAfter(places, at - 1)
  return places[k] === at && strengths[k] === breakHyphen
}

/** Returns the index of the first position after an offset, by binary search. */
export function firstAfter(places: Int32Array, offset: number): number {
  let low = 0
  let high = places.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (places[middle]! > offset) high = middle
    else low = middle + 1
  }
  return low
}

function cutWord(measured: MeasuredText, from: number, most: number): number {
  const { before, letter } = measured
  let low = from + 1
  let high = measured.text.length
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (before[middle]! <= most) low = middle
    else high = middle - 1
  }
  let end = low
  while (end > from && (letter[end] === 0 || lineEndWidth(measured, end) > most)) end--
  end = beforeClosing(measured, from, end)
  if (end > from) return end
  end = from + 1
  while (letter[end] === 0) end++
  return end
}

/** Moves a cut in front of the letter before closing marks, so that no line begins with a comma or a bracket. */
function beforeClosing({ text, letter }: MeasuredText, from: number, cut: number): number {
  let end = cut
  while (end > from && (letter[end] === 0 || closingMarks.has(text.charCodeAt(end)))) end--
  return end > from ? end : cut
}

/** Returns the end of each line from an offset on. An empty text has one empty line. */
export function linesOf(column: Column, from = 0): number[] {
  const length = column.source.measured.text.length
  const ends: number[] = []
  for (let at = from; at < length; ) ends.push((at = lineEnd(column, at)))
  return ends.length > 0 ? ends : [length]
}

/** Counts the lines of a column. */
export function countLines(column: Column): number {
  const length = column.source.measured.text.length
  let count = 0
  for (let at = 0; at < length; count++) at = lineEnd(column, at)
  return Math.max(1, count)
}

/**
 * Finds the narrowest column with the same number of lines, so that they are nearly equally long. Each of the
 * `sentences` begins on a line of its own if that takes no more lines either.
 */
export function balance({ source, limit }: Column, sentences: Int32Array): Column {
  const lines = countLines({ source, limit })
  if (lines === 1) return { source, limit }
  const stops = sentences.filter((at) => mayBreakAt(source, at))
  const stopped = { source, limit, stops }
  if (stops.length > 0 && countLines(stopped) <= lines) {
    const column = narrowestColumn(stopped, lines)
    if (isBalanced(column)) return column
  }
  return narrowestColumn({ source, limit }, lines)
}

/** Whether a line may end before a sentence: "рис. 5" only looks like the end of one. */
function mayBreakAt({ places, strengths, measured }: BreakableText, at: number): boolean {
  const k = firstAfter(places, at - 1)
  const first = measured.text.charCodeAt(at)
  return places[k] === at && strengths[k] === breakAllowed && !(first >= zero && first <= nine)
}

const [zero, nine] = [0x30, 0x39]

/** A shorter line than this, compared with the longest, does not justify a line for a sentence. */
const minLineShare = 0.35

function isBalanced(column: Column): boolean {
  const ends = linesOf(column)
  const widths = ends.map((end, i) => lineWidth(column.source, ends[i - 1] ?? 0, end))
  return Math.min(...widths) >= minLineShare * Math.max(...widths)
}

function narrowestColumn(column: Column, lines: number): Column {
  const { source, limit } = column
  let narrow = Math.min(source.widest, limit)
  let wide = limit
  for (let step = 0; step < 12; step++) {
    const middle = (narrow + wide) / 2
    if (countLines({ ...column, limit: middle }) <= lines) wide = middle
    else narrow = middle
  }
  return { ...column, limit: wide }
}

/** How much narrower a column may become to improve its last line, and in which steps. */
const minWidthShare = 0.8
const shareStep = 0.02

/**
 * Finds a slightly narrower column whose last line has more than one word, with the same number of lines.
 * `from` is the offset at which the text continues from an earlier page.
 */
export function withoutWidow({ source, limit }: Column, from = 0): Column {
  const ends = linesOf({ source, limit }, from)
  if (!hasWidow(ends, source)) return { source, limit }
  for (let share = 1 - shareStep; share >= minWidthShare; share -= shareStep) {
    const narrower = { source, limit: limit * share }
    const tried = linesOf(narrower, from)
    if (tried.length > ends.length) break
    if (!hasWidow(tried, source)) return narrower
  }
  return { source, limit }
}

/** Whether the last of several lines is a single word. */
function hasWidow(ends: readonly number[], { measured: { text } }: BreakableText): boolean {
  return ends.length > 1 && !text.slice(ends.at(-2), ends.at(-1)).trim().includes(' ')
}
