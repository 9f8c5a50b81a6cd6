/** A position as editors count it. Units: lines and columns from 1, columns in UTF-16 units. */
export interface LineColumn {
  line: number
  column: number
}

/**
 * Returns a function that converts offsets of a text to lines and columns. It continues from the last offset, so
 * ascending offsets take one pass in all.
 *
 * Shape:  a line ends with `\n`, `\r\n` or `\r`, as in editors.
 * Errors: none; an offset outside the text is clamped.
 */
export function createLocator(text: string): (offset: number) => LineColumn {
  const nextEnd = /\r(?!\n)/.test(text) ? nextEndOf : (from: string, at: number) => from.indexOf('\n', at)
  let line = 1
  let start = 0
  let end = nextEnd(text, 0)
  return (asked) => {
    const offset = Math.min(Math.max(asked, 0), text.length)
    if (offset < start) [line, start, end] = [1, 0, nextEnd(text, 0)]
    for (; end >= 0 && end < offset; end = nextEnd(text, start)) {
      line++
      start = end + 1
    }
    return { line, column: offset - start + 1 }
  }
}

/** Returns the end of the line at an offset; -1 in the last line. */
function nextEndOf(text: string, from: number): number {
  for (let at = from; at < text.length; at++) if (endsLine(text, at)) return at
  return -1
}

/** Whether a line ends here: at `\n`, or at `\r` without `\n`. */
function endsLine(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit === 10 || (unit === 13 && text.charCodeAt(at + 1) !== 10)
}

/** How far to search for the ends of a line, since a file can be one line of 64 MB. */
const reach = 20_000

/** The line around an offset. `whole` is false if one of its ends is too far away to search for. */
export interface LineBounds {
  start: number
  end: number
  startInReach: boolean
  endInReach: boolean
}

/** Returns the line that contains an offset, without its line break. */
export function lineAt(text: string, offset: number): LineBounds {
  let start = offset
  if (text[start] === '\n' && text[start - 1] === '\r') start--
  let end = start
  const first = Math.max(0, start - reach)
  while (start > first && !endsLine(text, start - 1)) start--
  const last = Math.min(text.length, end + reach)
  while (end < last && text[end] !== '\n' && text[end] !== '\r') end++
  const startInReach = start === 0 || endsLine(text, start - 1)
  return { start, end, startInReach, endInReach: end === text.length || text[end] === '\n' || text[end] === '\r' }
}

/** Returns the previous line, or null. */
export function lineBefore(text: string, line: LineBounds): LineBounds | null {
  return line.startInReach && line.start > 0 ? lineAt(text, line.start - 1) : null
}

/** Returns the next line, or null. */
export function lineAfter(text: string, line: LineBounds): LineBounds | null {
  if (!line.endInReach || line.end === text.length) return null
  return lineAt(text, line.end + (text.startsWith('\r\n', line.end) ? 2 : 1))
}
