import type { Diagnostic } from '../model/diagnostic.ts'
import type { ParseProblem } from '../model/problems/parse.ts'
import type { Edit } from '../model/source.ts'
import { applyEdits } from '../text/apply-edits.ts'
import { decode } from './decode.ts'
import { parse } from './parse.ts'

/** What `check --fix` does to one file. */
export interface RepairResult {
  /** The decoded text, which offsets refer to; empty if the file could not be decoded. */
  text: string
  /** The repaired file in UTF-8; null if there is nothing to repair, or if the repair is refused. */
  bytes: Uint8Array | null
  /** Whether the file has errors, which could only be repaired by guessing. */
  refused: boolean
  /** The changes to the text. */
  edits: Edit[]
  /** Whether the encoding changes to UTF-8, or a byte order mark is removed. */
  reencoded: boolean
  diagnostics: Diagnostic<ParseProblem>[]
}

/** Repairs a deck file with as few edits as possible. In a UTF-8 file all other bytes stay the same. */
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
