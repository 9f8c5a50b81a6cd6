import type { Severity } from '../diagnostic.ts'
import type { Edit, Range } from '../source.ts'

/** A finding at its place in the file, in the reader's language. */
export interface SourceMark extends Range {
  severity: Severity
  message: string
  /** What repairs it; empty if nothing does. */
  edits: readonly Edit[]
}

/** What is to be said about the text of a file that is not saved. Shape: offsets are those of the text that was sent. */
export interface DraftMarks {
  marks: readonly SourceMark[]
  /** Whether the text can be read, mistakes repaired: slides can be made of it. */
  isReadable: boolean
}

/** The findings of a file. Those of the file with this hash, or none if it has not been read yet. */
export interface SourceMarks {
  hash: string
  marks: readonly SourceMark[]
}
