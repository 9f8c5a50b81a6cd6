import { excerpt } from '../model/excerpt.ts'
import { limits } from '../model/limits.ts'
import type { StringNode } from '../model/source.ts'
import type { Cursor } from './cursor.ts'
import { mayEndString, resolveQuotes, type StringPosition, surelyEndsString } from './quotes.ts'
import { countCharacters, readContents, type StringContents } from './string-contents.ts'

/** Quotation marks that people and word processors put around a value, with the marks that close each. */
const closingQuotes: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”',
  '”': '”',
  '«': '»',
  '‘': '’',
  '‚': '‘’',
  '’': '’',
  "'": "'",
  '`': '`',
  '＂': '＂',
}

/** Whether a character begins a string. */
export const opensString = (character: string): boolean => character === '"' || character in closingQuotes

/**
 * Reads the string at the cursor and moves the cursor past its closing mark.
 *
 * Shape: an unclosed string ends with its line. Returns null, without moving the cursor, if a value is expected and this
 * is the next key.
 */
export function readString(cursor: Cursor, position: StringPosition): StringNode | null {
  const { text, at } = cursor
  if (text[at] !== '"') return readTypographic(cursor, position)
  const close = text.startsWith('"""', at) ? text.indexOf('"""', at + 3) : -1
  return close >= 0 && surelyEndsString(text, close + 3, position)
    ? readTriple(cursor, close, position)
    : readStraight(cursor, position)
}

/** Reads a string between three quotation marks, as Python writes texts of several lines. `close` is where they end it. */
function readTriple(cursor: Cursor, close: number, position: StringPosition): StringNode {
  const start = cursor.at
  const edits = [
    { start, end: start + 2, text: '' },
    { start: close + 1, end: close + 3, text: '' },
    ...doubleQuotesIn(cursor.text, start + 3, close).map((at) => ({ start: at, end: at, text: '\\' })),
  ]
  cursor.warn({ code: 'quote-typographic', quote: '"""' }, { start, end: close + 3 }, edits)
  const node = finishString(cursor, start + 2, close, position)
  cursor.advanceTo(close + 3, position === 'key' ? 'key' : 'value')
  return { ...node, range: { start, end: close + 3 }, offsetMap: node.offsetMap ?? [0, start + 3] }
}

function readStraight(cursor: Cursor, position: StringPosition): StringNode | null {
  const { text } = cursor
  const start = cursor.at
  let dirty = false
  for (let i = start + 1; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 0x22) {
      if (!mayEndString(text, i + 1, position)) return readAmbiguous(cursor, start, i, position)
      return dirty ? finishString(cursor, start, i, position) : plainString(cursor, start, i, position)
    }
    if (code === 0x5c) {
      dirty = true
      i++
    } else if (code < 0x20) dirty = true
  }
  return readUnclosed(cursor, start)
}

/** A string without escapes or control characters. */
function plainString(cursor: Cursor, start: number, close: number, position: StringPosition): StringNode {
  cursor.advanceTo(close + 1, position === 'key' ? 'key' : 'value')
  return { type: 'string', range: { start, end: close + 1 }, value: cursor.text.slice(start + 1, close) }
}

/** Reads a string with a quotation mark that does not end it: it is part of the text, or a mark or the value is missing. */
function readAmbiguous(cursor: Cursor, start: number, first: number, position: StringPosition): StringNode | null {
  const { text } = cursor
  if (position === 'member' && /^\s*:/.test(text.slice(first + 1, first + 200))) {
    cursor.fail({ code: 'value-missing', key: null }, { start: cursor.lastEnd - 1, end: cursor.lastEnd })
    cursor.commaExcused = true
    return null
  }
  const sign = position === 'key' ? null : /^\s*([+.&])\s*["']/.exec(text.slice(first + 1, first + 100))?.[1]
  if (sign) cursor.fail({ code: 'text-concatenated', sign }, { start, end: first + 1 })
  const resolved = position === 'key' ? null : resolveQuotes(text, start, first, position, cursor.lookahead)
  if (!resolved) {
    cursor.shrinkLookahead()
    // No other mark could end the string on this line: what follows is no part of it.
    const rest = text.slice(first + 1, cursor.lineEnd())
    return position === 'member' && rest && !rest.includes('"')
      ? finishString(cursor, start, first, position)
      : readUnclosed(cursor, start)
  }
  const { end, inner, sure } = resolved
  if (sign) return finishString(cursor, start, end, position)
  if (!sure) cursor.fail({ code: 'quote-ambiguous' }, { start: inner[0]!, end: inner[0]! + 1 })
  else {
    const edits = inner.map((at) => ({ start: at, end: at, text: '\\' }))
    const range = { start: inner[0]!, end: inner.at(-1)! + 1 }
    cursor.warn({ code: 'quote-inside-text', count: inner.length }, range, edits)
  }
  return finishString(cursor, start, end, position)
}

/** Reads to the end of the line, and reports that the string is not closed or that the file was cut inside it. */
function readUnclosed(cursor: Cursor, start: number): StringNode {
  const { text } = cursor
  const lineEnd = cursor.lineEnd()
  const line = text.slice(start, lineEnd).replace(/(?<![\s,;}\]])[\s,;}\]]*$/, '')
  const end = start + Math.max(1, line.length)
  if (cursor.lastClosingMark > lineEnd) {
    cursor.fail({ code: 'quote-missing' }, { start, end: lineEnd })
    cursor.advanceTo(end, 'value')
  } else {
    cursor.fail({ code: 'file-cut' }, { start: text.length, end: text.length })
    cursor.stop()
  }
  return { type: 'string', range: { start, end }, value: line.slice(1) }
}

/** Reads a string in quotation marks other than the straight double ones of JSON. */
function readTypographic(cursor: Cursor, position: StringPosition): StringNode {
  const { text } = cursor
  const start = cursor.at
  const quote = text[start]!
  const close = findClosingQuote(text, start, position, cursor.lookahead)
  if (close === null) {
    cursor.shrinkLookahead()
    return readUnclosed(cursor, start)
  }
  if (close.sure) {
    const edits = [
      { start, end: start + 1, text: '"' },
      { start: close.end, end: close.end + 1, text: '"' },
      ...doubleQuotesIn(text, start + 1, close.end).map((at) => ({ start: at, end: at, text: '\\' })),
    ]
    const problem =
      quote === "'" ? ({ code: 'quote-single' } as const) : ({ code: 'quote-typographic', quote } as const)
    cursor.warn(problem, { start, end: close.end + 1 }, edits)
    return finishString(cursor, start, close.end, position)
  }
  cursor.fail({ code: 'quote-ambiguous' }, { start: close.end, end: close.end + 1 })
  const node = finishString(cursor, start, close.end, position)
  cursor.skipLine()
  return node
}

/**
 * Finds the mark that closes a typographic string: the first balanced one.
 * `sure` if what follows can only follow the end of a string; a mark inside a word is an apostrophe.
 */
function findClosingQuote(
  text: string,
  start: number,
  position: StringPosition,
  lookahead: number,
): { end: number; sure: boolean } | null {
  const quote = text[start]!
  const closing = closingQuotes[quote]!
  let depth = 0
  const last = Math.min(text.length, start + lookahead)
  for (let i = start + 1; i < last; i++) {
    const character = text[i]!
    if (character === '\\') i++
    else if (closing.includes(character)) {
      if (depth > 0) depth--
      else if (surelyEndsString(text, i + 1, position)) return { end: i, sure: !holdsEntries(text, start, i) }
      else if (!isApostrophe(text, i)) return { end: i, sure: false }
    } else if (character === quote) depth++
  }
  return null
}

/** Whether straight marks in a range look like those of further keys or values. */
const holdsEntries = (text: string, start: number, end: number) =>
  /"\s*[,:;}\]]|[,:{[]\s*"/.test(text.slice(start + 1, end))

const isApostrophe = (text: string, at: number) =>
  /['‘’]/.test(text[at]!) && /^\p{L}.\p{L}$/u.test(text.slice(at - 1, at + 2))

/** The offsets of straight quotation marks that are not escaped. */
function doubleQuotesIn(text: string, from: number, to: number): number[] {
  const marks: number[] = []
  for (let i = from; i < to; i++) {
    if (text[i] === '\\') i++
    else if (text[i] === '"') marks.push(i)
  }
  return marks
}

/** Reads the contents of a string and reports the problems in them. Shape: `end` is the offset of the closing mark. */
function finishString(cursor: Cursor, start: number, end: number, position: StringPosition): StringNode {
  if (end - start > limits.characters) {
    const characters = countCharacters(cursor.text, start + 1, end)
    if (characters > limits.characters) return refuseString(cursor, start, end, characters)
  }
  const contents = readContents(cursor.text, start + 1, end)
  reportContents(cursor, start, end, contents)
  cursor.advanceTo(end + 1, position === 'key' ? 'key' : 'value')
  const node: StringNode = { type: 'string', range: { start, end: end + 1 }, value: contents.value }
  return contents.offsetMap ? { ...node, offsetMap: contents.offsetMap } : node
}

/** Reports a string that no slide can hold, without looking for mistakes in it. Its node is empty. */
function refuseString(cursor: Cursor, start: number, end: number, characters: number): StringNode {
  cursor.fail({ code: 'text-characters-too-many', characters, limit: limits.characters }, { start, end: start + 1 })
  cursor.advanceTo(end + 1, 'value')
  return { type: 'string', range: { start, end: end + 1 }, value: '' }
}

function reportContents(cursor: Cursor, start: number, end: number, contents: StringContents): void {
  const { breaks, tabs, needlessEscapes: needless, unknownEscapes: unknown, pathBackslashes: path } = contents
  const range = { start, end: end + 1 }
  const span = (edits: readonly { start: number; end: number }[]) => ({ start: edits[0]!.start, end: edits[0]!.end })
  if (breaks.length) cursor.warn({ code: 'line-break-unescaped', count: breaks.length }, span(breaks), breaks)
  if (tabs.length) cursor.warn({ code: 'tab-unescaped', count: tabs.length }, span(tabs), tabs)
  if (needless.length) cursor.warn({ code: 'escape-needless', count: needless.length }, span(needless), needless)
  if (path)
    cursor.fail({ code: 'path-backslash', path: excerpt(cursor.text.slice(start + 1, end)), count: path }, range)
  else if (unknown.length) {
    const text = cursor.text.slice(unknown[0]!.start, unknown[0]!.end)
    cursor.fail({ code: 'escape-unknown', text, count: unknown.length }, span(unknown))
  }
}
