import type { Diagnostic } from '../model/diagnostic.ts'
import { excerpt } from '../model/excerpt.ts'
import type { ParseProblem } from '../model/problems/parse.ts'
import type { SourceNode } from '../model/source.ts'
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
    const closes = character === '}' || character === ']'
    cursor.warn(
      closes ? { code: 'bracket-extra', bracket: character } : { code: 'comma-trailing', found: character },
      range,
      [{ ...range, text: '' }],
    )
  }
}

/** Reads a file that does not begin with a bracket: valid JSON if it is a single scalar, though not a deck. */
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
