import { excerpt } from '../model/excerpt.ts'
import type { StringNode } from '../model/source.ts'
import type { Cursor } from './cursor.ts'
import { opensString, readString } from './string.ts'

const bare = /[\p{L}\p{N}_$][\p{L}\p{N}_$-]*(?=\s*[:=])/uy

/** Reads the key of a member. Returns null if there is none here, or if its end is ambiguous. */
export function readKey(cursor: Cursor): StringNode | null {
  if (opensString(cursor.text[cursor.at]!)) {
    const { errorCount: failures } = cursor
    const key = readString(cursor, 'key')
    return cursor.errorCount === failures ? key : null
  }
  bare.lastIndex = cursor.at
  const name = bare.exec(cursor.text)?.[0]
  if (name === undefined) return skipUnexpected(cursor)
  const start = cursor.at
  const end = start + name.length
  cursor.warn({ code: 'key-unquoted', key: name }, { start, end }, [
    { start, end: start, text: '"' },
    { start: end, end, text: '"' },
  ])
  cursor.advanceTo(end, 'key')
  return { type: 'string', range: { start, end }, value: name, offsetMap: [0, start] }
}

function skipUnexpected(cursor: Cursor): null {
  const start = cursor.at
  cursor.skipLine()
  const range = { start, end: cursor.at }
  cursor.fail({ code: 'text-unexpected', text: excerpt(cursor.text.slice(range.start, range.end)) }, range)
  return null
}
