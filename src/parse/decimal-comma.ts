import type { SourceNode } from '../model/source.ts'
import type { Cursor } from './cursor.ts'

/** A comma and digits that end the value. A name and a colon would begin another member. */
const fraction = /,([ \t]*)(\d+)(?=\s*(?:[,;}\]"“«/]|[\r\n]|$))(?!\s*:)/y

/** The fields whose value is a number, and what encloses the numbers of regions. */
const numberFields = new Set(['minutes', 'slide_max', 'slide_now', 'start', 'end', 'poster_time', 'value'])
/** Those that are never in the thousands. */
const smallFields = new Set([
  'lat',
  'lng',
  'lon',
  'latitude',
  'longitude',
  'x',
  'y',
  'zoom',
  'широта',
  'долгота',
  'ендік',
  'бойлық',
])

/**
 * Reads a decimal with a comma, `12,5`, as the value of a member: digits cannot begin the next one. Returns null, without
 * moving the cursor, if the comma separates two members.
 *
 * Shape: repaired only in a number field, and if the comma cannot separate thousands; as a text, `12.5` would be changed.
 */
export function readDecimalComma(cursor: Cursor, digits: string): SourceNode | null {
  const { text, at: start } = cursor
  if (!/^-?\d+$/.test(digits)) return null
  const comma = start + digits.length
  fraction.lastIndex = comma
  const found = fraction.exec(text)
  if (!found) return null
  const range = { start, end: fraction.lastIndex }
  const value = Number(`${digits}.${found[2]}`)
  const written = text.slice(range.start, range.end)
  const field = cursor.keys.at(-1) ?? ''
  const isSmall = smallFields.has(field)
  const isNumber = isSmall || numberFields.has(field) || cursor.keys.at(-2) === 'regions'
  const mayBeThousands = !isSmall && found[2]!.length === 3 && !/^-?0/.test(digits)
  const isSure = isNumber && !mayBeThousands && found[1] === ''
  const problem = { code: 'decimal-comma', written, meant: `${digits}.${found[2]}`, repaired: isSure } as const
  if (isSure) {
    cursor.warn(problem, range, [{ start: comma, end: comma + 1, text: '.' }])
  } else cursor.fail(problem, range)
  cursor.advanceTo(range.end, 'number')
  return { type: 'number', range, value }
}
