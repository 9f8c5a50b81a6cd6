import { type Column, cutWord, firstAfter, isHyphenAt } from './breakable-text.ts'
import { breakAllowed, breakDiscouraged, breakHyphen, breakTied } from './line-breaks.ts'

/** The costs of the lines of a narrow column. The cheapest lines are chosen. Units: one line. */
const cost = {
  line: 1,
  /** By the square of the empty share of a line. */
  emptiness: 3,
  /** A line that is emptier than `mostEmpty` tears a hole. */
  hole: 6,
  hyphen: 0.5,
  /** A part of a word alone on the last line. */
  hyphenBeforeLast: 0.5,
  discouraged: 2,
  /** What belongs on one line is divided only rather than a word. */
  tied: 8,
  /** A word is wider than the line. */
  cut: 20,
}
const mostEmpty = 0.3

/** A line that could be filled so far without a hyphen has none. */
const fullWithout = 0.8

/**
 * The lines of a narrow column whose words may be divided, chosen together: as few rather empty lines and hyphens as
 * possible, and never hyphens on two consecutive lines, unless a word is wider than two lines.
 * Time grows with the length of the text, because a line of a narrow column holds few breaks.
 */
class DividedLines {
  /** By break: the cost of the lines behind it. */
  private readonly costs: Float64Array

  constructor(private readonly column: Column) {
    const { places } = column.source
    this.costs = new Float64Array(places.length)
    for (let k = places.length - 2; k >= 0; k--) this.costs[k] = this.cheapest(places[k]!).total
  }

  /** Returns the end of the line that begins at an offset, with the cost of this line and all behind it. */
  cheapest(from: number): { end: number; total: number } {
    const { source, limit, stops } = this.column
    const { places, strengths, lineEnds, measured } = source
    const stop = stops?.[firstAfter(stops, from)] ?? measured.text.length
    const before = measured.before[from]!
    const first = firstAfter(places, from)
    let [best, lastHyphen, fullest] = [{ end: -1, total: Number.POSITIVE_INFINITY }, -1, 0]
    let past = first
    for (; past < places.length && places[past]! <= stop; past++) {
      const width = lineEnds[past]! - before
      const strength = strengths[past]!
      if (width > limit) {
        if (strength === breakHyphen) continue
        break
      }
      if (strength === breakHyphen) lastHyphen = past
      else {
        if (strength === breakAllowed) fullest = width / limit
        best = cheaper(best, places[past]!, this.lineCost(past, width / limit) + this.costs[past]!)
      }
    }
    if (lastHyphen >= 0 && fullest < fullWithout && !isHyphenAt(source, from)) {
      for (let k = first; k <= lastHyphen; k++) {
        const width = lineEnds[k]! - before
        if (strengths[k] !== breakHyphen || width > limit) continue
        best = cheaper(best, places[k]!, this.lineCost(k, width / limit) + this.costs[k]!)
      }
    }
    if (best.end >= 0) return best
    if (lastHyphen >= 0) return { end: places[lastHyphen]!, total: cost.cut + this.costs[lastHyphen]! }
    const end = cutWord(measured, from, before + limit)
    return { end, total: cost.cut + (this.costs[firstAfter(places, end - 1)] ?? 0) }
  }

  private lineCost(k: number, fill: number): number {
    const { strengths, places } = this.column.source
    if (k === places.length - 1) return cost.line
    const empty = 1 - fill
    const hole = empty > mostEmpty ? cost.hole + empty : 0
    const isHyphen = strengths[k] === breakHyphen
    const tie = strengths[k] === breakTied ? cost.tied : strengths[k] === breakDiscouraged ? cost.discouraged : 0
    const hyphen = isHyphen ? cost.hyphen + (this.isLastWord(places[k]!) ? cost.hyphenBeforeLast : 0) : 0
    return cost.line + cost.emptiness * empty * empty + hole + tie + hyphen
  }

  private isLastWord = (at: number): boolean => this.column.source.measured.text.indexOf(' ', at) < 0
}

const cheaper = (best: { end: number; total: number }, end: number, total: number) =>
  total < best.total ? { end, total } : best

/** The lines of columns that were asked for. */
const known = new WeakMap<Column, DividedLines>()

/** Returns the end of the line that begins at an offset of a column whose words may be divided. */
export function dividedLineEnd(column: Column, from: number): number {
  const { source, limit, stops } = column
  const { lineEnds, measured } = source
  if (!stops && lineEnds.at(-1)! - measured.before[from]! <= limit) return measured.text.length
  let lines = known.get(column)
  if (!lines) known.set(column, (lines = new DividedLines(column)))
  return lines.cheapest(from).end
}
