import type { ArrayNode, ObjectNode, Range } from '../model/source.ts'
import type { EditableText } from './editable-text.ts'

/** A part of the source of a list or an object. `unread` is text that the parser could not read. */
export interface Token extends Range {
  kind: 'entry' | 'unread' | 'comma' | 'comment' | 'blank'
}

/** The inside of a list or an object: tokens without gaps between its brackets. */
export interface Inside extends Range {
  tokens: readonly Token[]
}

const openings = { array: '[［', object: '{｛' } as const
const closings = { array: ']］', object: '}｝' } as const
const commas = ',;，；'
/** White space, also such as JSON does not allow, and characters without width, as the parser skips them. */
const blank = /[\s\u180E\u200B\u2060\u00AD]+/y
const notUnread = /[\s\u180E\u200B\u2060\u00AD,;，；]/

/** Divides the inside of a list or an object. Null if its opening bracket is missing from the source. */
export function tokensOf(source: EditableText, node: ArrayNode | ObjectNode): Inside | null {
  const { text } = source
  const { start, end } = node.range
  if (start >= end || !openings[node.type].includes(text[start]!)) return null
  const entries = entryRanges(node)
  const lastEnd = entries.at(-1)?.end ?? start + 1
  const isClosed = end - 1 >= lastEnd && closings[node.type].includes(text[end - 1]!)
  const inside = { start: start + 1, end: isClosed ? end - 1 : end }
  const tokens: Token[] = []
  let at = inside.start
  for (const entry of entries) {
    addGap(tokens, source, at, entry.start)
    tokens.push({ kind: 'entry', ...entry })
    at = entry.end
  }
  addGap(tokens, source, at, inside.end)
  return { ...inside, tokens }
}

/** The ranges of the items or of the fields with their names, in source order. */
export const entryRanges = (node: ArrayNode | ObjectNode): Range[] =>
  node.type === 'array'
    ? node.items.map(({ range }) => range)
    : node.members.map(({ key, value }) => ({ start: key.range.start, end: value.range.end }))

/** Adds what stands between two entries. */
function addGap(tokens: Token[], { text, comments }: EditableText, from: number, to: number): void {
  let comment = firstFrom(comments, from)
  for (let at = from; at < to; ) {
    const next = comments[comment]
    const kind = next?.start === at ? 'comment' : commas.includes(text[at]!) ? 'comma' : 'unread'
    if (kind === 'comment') {
      tokens.push({ kind, start: at, end: (at = Math.max(next!.end, at + 1)) })
      comment++
      continue
    }
    blank.lastIndex = at
    const length = blank.exec(text)?.[0].length ?? 0
    if (length > 0) tokens.push({ kind: 'blank', start: at, end: (at = Math.min(at + length, to)) })
    else if (kind === 'comma') tokens.push({ kind, start: at, end: ++at })
    else {
      const end = endOfUnread(text, at, Math.min(to, next?.start ?? to))
      tokens.push({ kind, start: at, end: (at = end) })
    }
  }
}

/** The end of text that was not read: up to a comma, or the end of its line. */
function endOfUnread(text: string, start: number, limit: number): number {
  let end = start + 1
  for (let at = start + 1; at < limit; at++) {
    if (commas.includes(text[at]!) || text[at] === '\n' || text[at] === '\r') break
    if (!notUnread.test(text[at]!)) end = at + 1
  }
  return end
}

/** The index of the first range that starts at an offset or after it. */
function firstFrom(ranges: readonly Range[], offset: number): number {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (ranges[middle]!.start < offset) low = middle + 1
    else high = middle
  }
  return low
}
