import type { Diagnostic } from '../model/diagnostic.ts'
import type { ParseProblem } from '../model/problems/parse.ts'
import type { SourceNode } from '../model/source.ts'
import { closeAtEnd, readBracket } from './brackets.ts'
import { Cursor, excerpt } from './cursor.ts'
import { readScalar } from './scalar.ts'

/**
 * Reads JSON as people write it, to the end of the file: mistakes that leave no doubt are mended by edits
 * (warnings), the others are errors, and the tree then holds what could be read.
 *
 * Shape: `root` is null where nothing could be read.
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

/** Stray commas and closing brackets behind the end can go; anything else is text that nobody would see. */
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
    const closes = character === '}' || character === ']'
    cursor.warn(closes ? { code: 'bracket-extra', bracket: character } : { code: 'comma-trailing' }, range, [
      { ...range, text: '' },
    ])
  }
}

/** A file that is one string or number is JSON, if no deck; everything else that begins so is none. */
function readBareRoot(cursor: Cursor): SourceNode | null {
  const { text, at: start } = cursor
  try {
    JSON.parse(text.slice(start))
  } catch {
    cursor.fail({ code: 'json-missing' }, { start, end: cursor.lineEnd() })
    return null
  }
  return readScalar(cursor, 'root')
}
