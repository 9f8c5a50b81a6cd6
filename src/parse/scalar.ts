import { excerpt } from '../model/excerpt.ts'
import type { SourceNode } from '../model/source.ts'
import type { Cursor } from './cursor.ts'
import { opensString, readString } from './string.ts'

const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![^\s,;:}\]/])/y
const literal = /(?:true|false|null)(?![^\s,;:}\]/])/y
/** A word followed only by punctuation on its line, so that scanning can resume after it. */
const word = /[^\s,;:{}[\]"'“”„«»]+(?=\s*(?:[,;}\]]|[\r\n]|$))/y
const numberLike = /^[-+.\d][\d.,eE+_-]*$/

/** Reads a string, a number, true, false or null. Returns null if the text here is none of them. */
export function readScalar(cursor: Cursor, position: 'member' | 'item' | 'root'): SourceNode | null {
  const { text, at: start } = cursor
  if (opensString(text[start]!)) return readString(cursor, position)
  const digits = match(number, cursor)
  if (digits !== null) {
    cursor.advanceTo(start + digits.length, 'number')
    return { type: 'number', range: { start, end: cursor.at }, value: Number(digits) }
  }
  const name = match(literal, cursor)
  if (name === null) return skipBare(cursor)
  cursor.advanceTo(start + name.length, 'value')
  const range = { start, end: cursor.at }
  return name === 'null' ? { type: 'null', range, value: null } : { type: 'boolean', range, value: name === 'true' }
}

function match(pattern: RegExp, { text, at }: Cursor): string | null {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? null
}

/** Skips text without quotation marks: only the author can say what it should be. */
function skipBare(cursor: Cursor): null {
  const start = cursor.at
  const bare = match(word, cursor)
  if (bare === null) cursor.skipLine()
  else cursor.advanceTo(start + bare.length, 'value')
  const range = { start, end: cursor.at }
  const text = excerpt(cursor.text.slice(start, cursor.at))
  cursor.fail({ code: numberLike.test(text) ? 'number-malformed' : 'value-unquoted', text }, range)
  return null
}
