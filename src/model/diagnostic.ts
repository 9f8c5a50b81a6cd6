import type { AssetProblem } from './problems/asset.ts'
import type { LayoutProblem } from './problems/layout.ts'
import type { ParseProblem } from './problems/parse.ts'
import type { ValidateProblem } from './problems/validate.ts'
import type { VideoProblem } from './problems/video.ts'
import type { Edit, Range } from './source.ts'

export type Severity = 'error' | 'warning' | 'info'

/** Every mistake an author can make, told apart by `code`. Codes are kept for ever: people search for them. */
export type Problem = ParseProblem | ValidateProblem | AssetProblem | LayoutProblem | VideoProblem

/** A text other than the deck's that a finding's range points into: a file of a theme. */
export interface SourceText {
  /** Its path, as messages show it. */
  name: string
  text: string
}

/**
 * A problem at its place, as a stage returns it.
 * `count` is how often it occurs in this one string or place; `edits` are what would mend it.
 */
export type Found<P extends { code: string } = Problem> = P & {
  severity: Severity
  range: Range
  source?: SourceText
  count?: number
  edits?: Edit[]
}

/** A finding as it is reported: `slide` is the slide's number as people count, from 1, or null outside `content`. */
export type Diagnostic = Problem & {
  severity: Severity
  file: string
  range: Range
  /** Where `file` is not the deck. */
  source?: SourceText
  slide: number | null
  count: number
  edits: Edit[]
}
