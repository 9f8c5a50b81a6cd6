/** A place as people and editors count it. Units: lines and columns from 1, columns in UTF-16 units. */
export interface LineColumn {
  line: number
  column: number
}

/**
 * Looks up places in one text. It goes on from where it was last, so offsets asked in order cost one pass in all.
 *
 * Shape:  a line ends with `\n`, `\r\n` or `\r`, as in editors.
 * Errors: none; an offset outside the text is moved to its nearest end.
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

/** Where a line ends at or after an offset, also by a `\r` that stands alone; -1 in the last line. */
function nextEndOf(text: string, from: number): number {
  for (let at = from; at < text.length; at++) if (endsLine(text, at)) return at
  return -1
}

/** True at `\n`, and at a `\r` that stands alone. */
function endsLine(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit === 10 || (unit === 13 && text.charCodeAt(at + 1) !== 10)
}

/** How far from a mark the ends of its line are looked for: a file may be one line of 64 MB. */
const reach = 20_000

/** The line around an offset. `whole` is false where one of its ends is too far away to be looked for. */
export interface LineBounds {
  start: number
  end: number
  startInReach: boolean
  endInReach: boolean
}

/** The line that an offset lies in, without its line break. */
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

/** The line before, where there is one. */
export function lineBefore(text: string, line: LineBounds): LineBounds | null {
  return line.startInReach && line.start > 0 ? lineAt(text, line.start - 1) : null
}

/** The line after, where there is one. */
export function lineAfter(text: string, line: LineBounds): LineBounds | null {
  if (!line.endInReach || line.end === text.length) return null
  return lineAt(text, line.end + (text.startsWith('\r\n', line.end) ? 2 : 1))
}
