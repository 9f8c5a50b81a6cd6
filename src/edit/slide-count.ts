import type { JsonValue } from '../model/source.ts'
import type { EditOp } from '../model/wire/edit.ts'
import { isObject } from './wanted.ts'

/**
 * Returns the operation that lets the number of slides that a deck names (`slide_max`) count along, where an edit has added or
 * removed slides: nothing if the number was not right before, or is not there.
 *
 * Shape: the deck before and after the edit, with the names of the format.
 */
export function slideCountOps(before: JsonValue, after: JsonValue): EditOp[] {
  if (!isObject(before) || !isObject(after) || !Array.isArray(before.content) || !Array.isArray(after.content))
    return []
  const [count, next] = [before.content.length, after.content.length]
  const { slide_max: named } = after
  const isText = typeof named === 'string'
  if (count === next || (isText ? named.trim() : named) !== (isText ? String(count) : count)) return []
  return [{ op: 'set', path: ['slide_max'], value: isText ? String(next) : next }]
}
