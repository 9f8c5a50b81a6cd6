import { excerpt } from '../model/excerpt.ts'
import type { SourceNode } from '../model/source.ts'
import type { Cursor } from './cursor.ts'
import { readDecimalComma } from './decimal-comma.ts'
import { opensString, readString } from './string.ts'

const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![^\s,;:}\]/])/y
const literal = /(?:true|false|null)(?![^\s,;:}\]/])/y
/** A word followed only by punctuation on its line, so that scanning can resume after it. */
const word = /[^\s,;:{}[\]"'“”„«»]+(?:[ \t]+[^\s,;:{}[\]"'“”„«»]+)*(?=\s*(?:[,;}\]]|[\r\n]|$))/y
/** Digits in groups: `1 000`. */
const grouped = /-?\d{1,3}(?:[ \u00A0\u202F]\d{3})+(?=\s*(?:[,;}\]]|[\r\n]|$))/y
/** What other languages write for the values of JSON. */
const foreign: Readonly<Record<string, 'null' | 'true' | 'false'>> = {
  none: 'null',
  null: 'null',
  nil: 'null',
  undefined: 'null',
  true: 'true',
  false: 'false',
}
const numberLike = /^(?:[-+.]{0,2}\d[\d.,eE+_-]*|0x[\da-f]+|[-+]?\d+(?:[.,]\d+)?[ \t]?[\p{L}%°]+)$/iu
/** A number with a unit: `12 мин`. */
const measure = /[-+]?\d+(?:[.,]\d+)?[ \t]?[\p{L}%°]{1,20}(?=\s*(?:[,;}\]]|[\r\n]|$))/uy

/** Reads a string, a number, true, false or null. Returns null if the text here is none of them. */
export function readScalar(cursor: Cursor, position: 'member' | 'item' | 'root'): SourceNode | null {
  const { text, at: start } = cursor
  if (opensString(text[start]!)) return readString(cursor, position)
  const groups = match(grouped, cursor) ?? match(measure, cursor)
  if (groups !== null) return failNumber(cursor, start + groups.length)
  const digits = match(number, cursor)
  if (digits !== null) {
    const decimal = position === 'member' ? readDecimalComma(cursor, digits) : null
    if (decimal) return decimal
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
function skipBare(cursor: Cursor): SourceNode | null {
  const start = cursor.at
  const bare = match(word, cursor)
  const meant = bare !== null && Object.hasOwn(foreign, bare.toLowerCase()) ? foreign[bare.toLowerCase()]! : null
  if (bare !== null && meant !== null) return replaceLiteral(cursor, bare, meant)
  if (bare === null) cursor.skipLine()
  else cursor.advanceTo(start + bare.length, 'value')
  const range = { start, end: cursor.at }
  if (bare !== null && /^[+-]?(?:NaN|Infinity|inf)$/i.test(bare)) {
    cursor.fail({ code: 'number-impossible', text: bare }, range)
    return null
  }
  const text = excerpt(cursor.text.slice(start, cursor.at))
  // A rest of a line with marks of its own is code, such as a call; three dots stand for what was left out.
  const isText = /[\p{L}\p{N}]/u.test(text) && !/^(?:\.\.\.|…)|["{}[\]=]/.test(text)
  const code = numberLike.test(text) ? 'number-malformed' : isText ? 'value-unquoted' : 'value-foreign'
  cursor.fail({ code, text }, range)
  return null
}

/** Replaces a word such as Python's `None` by the JSON value. */
function replaceLiteral(cursor: Cursor, found: string, meant: 'null' | 'true' | 'false'): SourceNode {
  const range = { start: cursor.at, end: cursor.at + found.length }
  cursor.warn({ code: 'literal-foreign', found, meant: meant === 'null' ? 'empty' : meant }, range, [
    { ...range, text: meant },
  ])
  cursor.advanceTo(range.end, 'value')
  return meant === 'null' ? { type: 'null', range, value: null } : { type: 'boolean', range, value: meant === 'true' }
}

function failNumber(cursor: Cursor, end: number): null {
  const range = { start: cursor.at, end }
  cursor.advanceTo(end, 'value')
  cursor.fail({ code: 'number-malformed', text: cursor.text.slice(range.start, end) }, range)
  return null
}
