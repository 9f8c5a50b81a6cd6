import type { Diagnostic } from '../model/diagnostic.ts'
import type { ParseProblem } from '../model/problems/parse.ts'
import type { Edit } from '../model/source.ts'
import { decode } from './decode.ts'
import { applyEdits } from './edits.ts'
import { parse } from './parse.ts'

/** What `check --fix` would do to one file. */
export interface RepairResult {
  /** The text as decoded, that the offsets belong to; empty where the file could not be decoded. */
  text: string
  /** The whole repaired file in UTF-8; null where there is nothing to fix, or the fix is refused. */
  bytes: Uint8Array | null
  /** The file has errors, so that a fix would have to guess. */
  refused: boolean
  /** What changes in the text. */
  edits: Edit[]
  /** Another encoding becomes UTF-8, or a byte order mark goes. */
  reencoded: boolean
  diagnostics: Diagnostic<ParseProblem>[]
}

/** Mends a deck file with the fewest edits: everything else stays as it was, byte for byte in a file of UTF-8. */
export function repair(bytes: Uint8Array): RepairResult {
  const decoded = decode(bytes)
  const parsed = decoded.text === null ? { edits: [], diagnostics: [] } : parse(decoded.text)
  const text = decoded.text ?? ''
  const { edits } = parsed
  const diagnostics = [...decoded.diagnostics, ...parsed.diagnostics]
  const refused = diagnostics.some(({ severity }) => severity === 'error')
  const reencoded = decoded.text !== null && decoded.diagnostics.length > 0
  const needed = !refused && (reencoded || edits.length > 0)
  return {
    text,
    bytes: needed ? new TextEncoder().encode(applyEdits(text, edits)) : null,
    refused,
    edits,
    reencoded,
    diagnostics,
  }
}
