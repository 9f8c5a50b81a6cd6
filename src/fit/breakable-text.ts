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
  /** Whether words may be divided. */
  hasHyphens: boolean
}

/** A text in a column of one width. Units: em. */
export interface Column {
  source: BreakableText
  limit: number
  /** The latest end of each line; absent if only the width limits it. */
  stops?: Int32Array
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
  const hasHyphens = strengths.includes(breakHyphen)
  const source: BreakableText = { measured, places, strengths, relaxed: null, lineEnds, widest, hasHyphens }
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

/** Returns the end of a line that ends inside a word, before the offset `most`. Units: `most` in em. */
export function cutWord(measured: MeasuredText, from: number, most: number): number {
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
