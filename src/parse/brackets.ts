import { excerpt } from '../model/excerpt.ts'
import { limits } from '../model/limits.ts'
import type { ArrayNode, ObjectNode, SourceNode } from '../model/source.ts'
import { CommaTracker } from './commas.ts'
import type { Cursor } from './cursor.ts'
import { readKey } from './key.ts'
import { readScalar } from './scalar.ts'
import { opensString } from './string.ts'

const closerOf = { '{': '}', '[': ']' } as const
const openerOf = { '}': '{', ']': '[' } as const

/** Reads the object or array at the cursor. `implied` is its opening brace if that is missing from the source. */
export function readBracket(cursor: Cursor, implied?: '{'): ObjectNode | ArrayNode {
  const opening = implied ?? (cursor.text[cursor.at] as '{' | '[')
  const range = { start: cursor.at, end: cursor.at }
  const node: ObjectNode | ArrayNode =
    opening === '{' ? { type: 'object', range, members: [] } : { type: 'array', range, items: [] }
  if (!implied) cursor.consume('open')
  if (cursor.open.length === limits.depth) {
    cursor.fail({ code: 'depth-exceeded', limit: limits.depth }, { start: range.start, end: range.start + 1 })
    cursor.stop()
  }
  cursor.open.push(opening)
  readEntries(cursor, opening, node)
  cursor.open.pop()
  // In a file that was cut the last value goes on behind the last mark.
  const last = node.type === 'array' ? node.items.at(-1) : node.members.at(-1)?.value
  range.end = Math.max(range.start, cursor.lastEnd, last?.range.end ?? 0)
  return node
}

function readEntries(cursor: Cursor, opening: '{' | '[', node: ObjectNode | ArrayNode): void {
  const commas = new CommaTracker(cursor)
  for (cursor.skipBlank(); !cursor.atEnd; cursor.skipBlank()) {
    const character = cursor.text[cursor.at]!
    if (character === ',' || character === ';') commas.read()
    else if (character === '}' || character === ']') {
      if (close(cursor, opening, character, commas)) return
    } else if (node.type === 'array') {
      commas.beforeEntry()
      readItem(cursor, node)
    } else if (character === '{' && cursor.open.at(-2) === '[') {
      reportUnclosedItem(cursor)
      return
    } else {
      if (!opensString(character) && !cursor.keyAhead()) cursor.commaExcused = true
      commas.beforeEntry()
      readMember(cursor, node)
    }
  }
  cursor.missingClosers += closerOf[opening]
}

/** Reports a brace in place of a key, in an object inside an array: the previous object was never closed. */
function reportUnclosedItem(cursor: Cursor): void {
  cursor.fail({ code: 'bracket-unclosed', bracket: '{' }, { start: cursor.at, end: cursor.at + 1 })
  cursor.commaExcused = true
}

/** Reads a closing bracket. Returns whether the innermost object or array ends here. */
function close(cursor: Cursor, opening: '{' | '[', character: '}' | ']', commas: CommaTracker): boolean {
  const range = { start: cursor.at, end: cursor.at + 1 }
  if (openerOf[character] === opening) {
    commas.beforeClosing()
    cursor.consume('close')
    return true
  }
  if (!cursor.open.includes(openerOf[character])) {
    cursor.fail({ code: 'bracket-extra', bracket: character, removed: false }, range)
    cursor.consume('close')
    cursor.unbalanced = true
    return false
  }
  const bracket = closerOf[opening]
  const at = cursor.lastEnd
  if (cursor.afterCompleteValue && onlyClosers(cursor)) {
    cursor.warn({ code: 'bracket-missing', brackets: bracket }, { start: at, end: at }, [
      { start: at, end: at, text: bracket },
    ])
  } else cursor.fail({ code: 'bracket-unclosed', bracket: opening }, range)
  return true
}

/** Whether only closing brackets follow until the end of the file, each with an opening one to match. */
function onlyClosers({ text, at, open }: Cursor): boolean {
  const left = [...open]
  for (let i = at; i < text.length; i++) {
    const character = text[i]!
    if (character === '}' || character === ']') {
      const opener = left.lastIndexOf(openerOf[character])
      if (opener < 0) return false
      left.length = opener
    } else if (!/\s/.test(character)) return false
  }
  return true
}

/** Closes the brackets still open at the end of the file, unless the file was cut in the middle of a value. */
export function closeAtEnd(cursor: Cursor): void {
  const { missingClosers: missing, lastEnd: at, text } = cursor
  if (missing === '' || cursor.stopped || cursor.unbalanced) return
  if (!cursor.afterCompleteValue) {
    cursor.fail({ code: 'file-cut' }, { start: text.length, end: text.length })
    return
  }
  cursor.warn({ code: 'bracket-missing', brackets: missing }, { start: at, end: at }, [
    { start: at, end: at, text: missing },
  ])
}

function readItem(cursor: Cursor, node: ArrayNode): void {
  const start = cursor.at
  const item = readValue(cursor, 'item')
  cursor.skipBlank()
  if (item?.type === 'string' && /:|=>/y.test(cursor.text.slice(cursor.at, cursor.at + 2))) {
    cursor.fail({ code: 'bracket-unopened', bracket: '{' }, item.range)
    if (cursor.stopped) return
    cursor.at = start
    node.items.push(readBracket(cursor, '{'))
  } else if (item) node.items.push(item)
}

function readMember(cursor: Cursor, node: ObjectNode): void {
  const key = readKey(cursor)
  if (!key || !readColon(cursor, key.value)) return
  cursor.skipBlank()
  if (cursor.atEnd) return
  if (',;}]'.includes(cursor.text[cursor.at]!)) {
    cursor.fail({ code: 'value-missing', key: excerpt(key.value) }, { start: cursor.lastEnd - 1, end: cursor.lastEnd })
    return
  }
  cursor.keys.push(key.value)
  const value = readValue(cursor, 'member')
  cursor.keys.pop()
  if (value) node.members.push({ key, value })
}

/** Reads the colon after a name. Gives whether a value follows. */
function readColon(cursor: Cursor, key: string): boolean {
  const end = cursor.lastEnd
  cursor.skipBlank()
  if (cursor.atEnd) return false
  const character = cursor.text[cursor.at]!
  if (character === ':' && !/[:=]/.test(cursor.text[cursor.at + 1] ?? '')) {
    cursor.consume('colon')
    return true
  }
  if (readOtherColon(cursor)) return true
  cursor.fail({ code: 'colon-missing', key: excerpt(key) }, { start: end, end })
  while (/[=:>]/.test(cursor.text[cursor.at] ?? '')) cursor.consume('colon')
  if (cursor.keyAhead()) {
    cursor.commaExcused = true
    return false
  }
  cursor.skipBlank()
  return !cursor.atEnd && !',;}]'.includes(cursor.text[cursor.at]!)
}

const otherColon =
  /(?:=>|->|:=|:{2,3}|[=;])(?=\s*["{[\d\p{L}“„«'-])(?!\s*(?:"[^"\n]*"|[\p{L}_$][\p{L}\p{N}_$-]*)\s*[:=])/uy

/** Reads what other languages write for a colon, if a value follows and not another name. */
function readOtherColon(cursor: Cursor): boolean {
  const { text, at: start } = cursor
  otherColon.lastIndex = start
  const found = otherColon.exec(text)?.[0]
  if (found === undefined) return false
  const range = { start, end: start + found.length }
  cursor.warn({ code: 'colon-mistyped', found }, range, [{ ...range, text: ':' }])
  cursor.advanceTo(range.end, 'colon')
  return true
}

function readValue(cursor: Cursor, position: 'member' | 'item'): SourceNode | null {
  cursor.countValue()
  if (cursor.stopped) return null
  const character = cursor.text[cursor.at]
  return character === '{' || character === '[' ? readBracket(cursor) : readScalar(cursor, position)
}
