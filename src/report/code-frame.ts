import type { Range } from '../model/source.ts'
import { type Colorize, noColor, type Tone } from './colors.ts'
import { createLocator, type LineBounds, lineAfter, lineAt, lineBefore } from './line-column.ts'
import { type Cell, cells } from './printable.ts'

/** Options of a code frame. `width` is in columns, with the gutter; `line` is the number of the range's first line. */
export interface CodeFrameOptions {
  line?: number
  width?: number
  paint?: Colorize
  tone?: Tone
}

/**
 * Draws a code frame: the line of a range with markers below it, and the lines before and after.
 *
 * Shape:  a range over several lines is marked on its first line only; a long line is cut to a window around the range;
 *         control and invisible characters are shown by their code points.
 * Units:  `range` in UTF-16 offsets; line numbers start at 1.
 * Errors: none; a range outside the text is clamped.
 */
export function codeFrame(text: string, range: Range, options: CodeFrameOptions = {}): string {
  const start = Math.min(Math.max(range.start, 0), text.length)
  const { paint = noColor, tone = 'error', width = 100, line = createLocator(text)(start).line } = options
  const own = lineAt(text, start)
  const [before, after] = [lineBefore(text, own), lineAfter(text, own)]
  const gutter = String(after ? line + 1 : line).length
  const room = Math.max(20, width - gutter - 3)
  const row = (number: number | string, rest: string) =>
    `${paint('quiet', `${String(number).padStart(gutter)} |`)} ${rest}`.trimEnd()
  const context = (at: LineBounds, number: number) => row(number, paint('quiet', excerptLine(text, at, at, room).shown))

  const marked = excerptLine(text, own, { start, end: range.end }, room)
  const marks = ' '.repeat(marked.before) + paint(tone, '^'.repeat(marked.marked))
  return [
    ...(before ? [context(before, line - 1)] : []),
    row(line, marked.shown),
    row('', marks),
    ...(after ? [context(after, line + 1)] : []),
  ].join('\n')
}

/** The visible part of a line, the columns before the markers, and the marked columns. */
interface LineExcerpt {
  shown: string
  before: number
  marked: number
}

/** Cuts a line to a number of columns around the range. */
function excerptLine(text: string, line: LineBounds, range: Range, room: number): LineExcerpt {
  const from = Math.min(range.start, line.end)
  const first = atCharacterBoundary(text, Math.max(line.start, from - room))
  const last = atCharacterBoundary(text, Math.min(line.end, from + 2 * room))
  // The position after the last character can be marked as well and takes one column.
  const list = [...cells(text.slice(first, last)), { shown: '', columns: 1, offset: last - first }]
  const mark = list.findIndex(({ offset }) => offset >= from - first)
  const beyond = list.findIndex(({ offset }) => offset >= Math.min(range.end, last) - first)
  const markEnd = Math.max(beyond, mark + 1)

  const fits = first === line.start && last === line.end && width(list, 0, list.length) <= room
  const [low, high] = fits ? [0, list.length] : growWindow(list, mark, markEnd, room - 2)
  const opening = low > 0 || first > line.start || !line.startInReach ? '…' : ''
  const closing = high < list.length - 1 || last < line.end || !line.endInReach ? '…' : ''
  const shown = list.slice(low, high).map((cell) => cell.shown)
  return {
    shown: `${opening}${shown.join('')}${closing}`,
    before: opening.length + width(list, low, mark),
    marked: Math.max(1, width(list, mark, Math.min(markEnd, high))),
  }
}

/** Moves an offset out of the middle of a surrogate pair. */
const atCharacterBoundary = (text: string, offset: number): number =>
  text.codePointAt(offset - 1)! > 0xffff ? offset + 1 : offset

const width = (list: readonly Cell[], from: number, to: number): number => {
  let sum = 0
  for (let i = from; i < to; i++) sum += list[i]!.columns
  return sum
}

/** Grows a window from the first marked character: along the range up to two thirds of the width, then to both sides. */
function growWindow(list: readonly Cell[], mark: number, markEnd: number, room: number): [low: number, high: number] {
  let [low, high, used] = [mark, mark + 1, list[mark]!.columns]
  const fits = (i: number, limit: number) => i >= 0 && i < list.length && used + list[i]!.columns <= limit
  while (high < markEnd && fits(high, (room * 2) / 3)) used += list[high++]!.columns
  while (fits(low - 1, room) || fits(high, room)) {
    if (fits(low - 1, room)) used += list[--low]!.columns
    if (fits(high, room)) used += list[high++]!.columns
  }
  return [low, high]
}
