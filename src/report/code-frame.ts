import type { Range } from '../model/source.ts'
import { type Colorize, noColor, type Tone } from './colors.ts'
import { createLocator, type LineBounds, lineAfter, lineAt, lineBefore } from './line-column.ts'
import { type Cell, cells } from './printable.ts'

/** How a frame is drawn. `width` counts columns, gutter included; `line` is the number of the range's first line. */
export interface CodeFrameOptions {
  line?: number
  width?: number
  paint?: Colorize
  tone?: Tone
}

/**
 * Shows where a range lies: the line before, the line itself with its marks, the line after.
 *
 * Shape:  any text; a range over several lines is marked on its first line only; a line that is too long is cut to a
 *         window around the marks; signs that a terminal would obey or hide are shown by their numbers.
 * Units:  `range` in UTF-16 offsets; printed line numbers start at 1.
 * Errors: none; a range outside the text is moved to its nearest end.
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

/** The part of a line that is shown, the columns before the marks, and the columns that are marked. */
interface LineExcerpt {
  shown: string
  before: number
  marked: number
}

/** Cuts a line to a number of columns so that the range stays in sight. */
function excerptLine(text: string, line: LineBounds, range: Range, room: number): LineExcerpt {
  const from = Math.min(range.start, line.end)
  const first = atCharacterBoundary(text, Math.max(line.start, from - room))
  const last = atCharacterBoundary(text, Math.min(line.end, from + 2 * room))
  // The place after the last sign can be marked as well, and takes a column then.
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

/** An offset that is not in the middle of a pair of surrogates. */
const atCharacterBoundary = (text: string, offset: number): number =>
  text.codePointAt(offset - 1)! > 0xffff ? offset + 1 : offset

const width = (list: readonly Cell[], from: number, to: number): number => {
  let sum = 0
  for (let i = from; i < to; i++) sum += list[i]!.columns
  return sum
}

/** Widens a window from the first marked sign: over two thirds of the room along the marks, then to both sides. */
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
