import { type BreakableText, type Column, cutWord, firstAfter, lineWidth } from './breakable-text.ts'
import { dividedLineEnd } from './divided-lines.ts'
import { breakAllowed, breakDiscouraged, breakTied } from './line-breaks.ts'

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

/** A line that is filled less than this looks like a mistake. */
const minFill = 0.25

/**
 * Returns the end of the line that begins at `from`.
 * Units: `limit` in em. A word wider than the line is cut between characters; a line takes at least one.
 */
export function lineEnd(column: Column, from: number): number {
  const { source, limit, stops } = column
  if (source.hasHyphens) return dividedLineEnd(column, from)
  const { measured, places, strengths, lineEnds } = source
  const stop = stops?.[firstAfter(stops, from)] ?? measured.text.length
  const most = measured.before[from]! + limit
  let best = -1
  let poor = -1
  let tied = -1
  for (let k = firstAfter(places, from); k < places.length && places[k]! <= stop; k++) {
    if (lineEnds[k]! > most) break
    if (strengths[k] === breakAllowed) best = k
    else if (strengths[k] === breakDiscouraged) poor = k
    else tied = k
  }
  // Keeping words together must not leave a line nearly empty.
  if (poor > best && (best < 0 || lineEnds[best]! - measured.before[from]! < limit * minFill)) best = poor
  // What is tied but wider than a line is divided at the tie, not with a short word alone on the next line.
  if (tied > best && (best < 0 || !fitsTogether(source, best, limit))) best = tied
  return best < 0 ? cutWord(measured, from, most) : places[best]!
}

/** Whether what is tied behind a break fits a line. */
function fitsTogether({ measured, places, strengths, lineEnds }: BreakableText, at: number, limit: number): boolean {
  let end = at + 1
  while (end < places.length - 1 && strengths[end] === breakTied) end++
  return lineEnds[end]! - measured.before[places[at]!]! <= limit
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
