import type { Diagnostic } from '../model/diagnostic.ts'
import { excerpt } from '../model/excerpt.ts'
import type { ParseProblem } from '../model/problems/parse.ts'
import type { Edit, ObjectNode, SourceNode } from '../model/source.ts'
import { closeAtEnd, readBracket } from './brackets.ts'
import { Cursor } from './cursor.ts'
import { readScalar } from './scalar.ts'

/**
 * Scans JSON as people write it, to the end of the file. Unambiguous mistakes are repaired by edits (warnings); others
 * are errors, after which the tree holds what could be read.
 *
 * Shape: `root` is null if nothing could be read.
 */
export function scan(text: string): { root: SourceNode | null; diagnostics: Diagnostic<ParseProblem>[] } {
  const cursor = new Cursor(text)
  cursor.skipBlank()
  const character = text[cursor.at]
  const root = character === '{' || character === '[' ? readDocument(cursor) : readBareRoot(cursor)
  const diagnostics = cursor.takeDiagnostics()
  return { root: diagnostics.some(({ code }) => code === 'depth-exceeded') ? null : root, diagnostics }
}

function readDocument(cursor: Cursor): SourceNode {
  const root = readBracket(cursor)
  closeAtEnd(cursor)
  readAfterRoot(cursor)
  return root
}

/** Removes stray commas and closing brackets after the root; reports any other text there, which would not be shown. */
function readAfterRoot(cursor: Cursor): void {
  for (cursor.skipBlank(); !cursor.atEnd; cursor.skipBlank()) {
    const start = cursor.at
    const character = cursor.text[start]!
    if (!',;}]'.includes(character)) {
      const end = cursor.lineEnd()
      cursor.fail({ code: 'text-after-end', text: excerpt(cursor.text.slice(start, end)) }, { start, end })
      cursor.stop()
      return
    }
    const range = cursor.consume('close')
    // Where an error stands before it, the bracket may well close something.
    if (cursor.errorCount > 0) continue
    const closes = character === '}' || character === ']'
    cursor.warn(
      closes
        ? { code: 'bracket-extra', bracket: character, removed: true }
        : { code: 'mark-after-end', found: character },
      range,
      [{ ...range, text: '' }],
    )
  }
}

/** How people name the list of slides, which only a deck has. */
const slideLists = /^(?:content|slides?|слайдтар|слайды|мазмұны?|содержание)$/i

/**
 * Scans objects that stand one after another, as in JSON Lines, as a deck with these slides. Returns null if something else
 * stands between them, or if one of them is a deck.
 */
export function scanObjects(text: string): { root: SourceNode; diagnostics: Diagnostic<ParseProblem>[] } | null {
  const cursor = new Cursor(text)
  const items: ObjectNode[] = []
  const edits: Edit[] = []
  for (cursor.skipBlank(); !cursor.atEnd; cursor.skipBlank()) {
    const mark = items.length > 0 && /[,;]/.test(text[cursor.at]!) ? cursor.consume('comma') : null
    cursor.skipBlank()
    if (mark && cursor.atEnd) edits.push({ ...mark, text: '' })
    else if (mark && text[mark.start] === ';') edits.push({ ...mark, text: ',' })
    if (cursor.atEnd) break
    if (text[cursor.at] !== '{') return null
    const end = items.at(-1)?.range.end
    if (end !== undefined && !mark) edits.push({ start: end, end, text: ',' })
    items.push(readBracket(cursor) as ObjectNode)
  }
  if (items.length < 2 || items.some(({ members }) => members.some(({ key }) => slideLists.test(key.value))))
    return null
  closeAtEnd(cursor)
  const range = { start: items[0]!.range.start, end: items.at(-1)!.range.end }
  edits.unshift({ start: range.start, end: range.start, text: '{ "content": [' })
  edits.push({ start: range.end, end: range.end, text: '] }' })
  const problem = { code: 'objects-unlisted', count: items.length } as const
  const place = { start: range.start, end: range.start + 1 }
  const finding: Diagnostic<ParseProblem> = { ...problem, severity: 'warning', range: place, edits }
  const key = { type: 'string', range: place, value: 'content' } as const
  const root: ObjectNode = { type: 'object', range, members: [{ key, value: { type: 'array', range, items } }] }
  return { root, diagnostics: [finding, ...cursor.takeDiagnostics()] }
}

/** Reads a file that does not begin with a bracket: valid JSON if it is a single scalar, though not a deck. */
function readBareRoot(cursor: Cursor): SourceNode | null {
  const { text, at: start } = cursor
  try {
    JSON.parse(text.slice(start))
  } catch {
    cursor.fail({ code: 'json-missing', line: null }, { start, end: cursor.lineEnd() })
    return null
  }
  return readScalar(cursor, 'root')
}
