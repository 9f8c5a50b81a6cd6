import type { AssetProblem } from './problems/asset.ts'
import type { LayoutProblem } from './problems/layout.ts'
import type { MapProblem } from './problems/map.ts'
import type { ParseProblem } from './problems/parse.ts'
import type { ValidateProblem } from './problems/validate.ts'
import type { VideoProblem } from './problems/video.ts'
import type { Edit, Range } from './source.ts'

export type Severity = 'error' | 'warning' | 'info'

/** Every mistake an author can make, told apart by `code`. Codes are kept for ever: people search for them. */
export type Problem = ParseProblem | ValidateProblem | AssetProblem | LayoutProblem | MapProblem | VideoProblem

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
export type Diagnostic<P extends { code: string } = Problem> = P & {
  severity: Severity
  range: Range
  source?: SourceText
  count?: number
  edits?: Edit[]
}

/** A finding as it is reported. */
export type LocatedDiagnostic = Problem & DiagnosticLocation & { severity: Severity; count: number; edits: Edit[] }

/** Where a finding is. No fact of a problem bears one of these names: the place would be written over it. */
export interface DiagnosticLocation {
  /** The name of the file that `range` points into. */
  origin: string
  range: Range
  /** Where that file is not the deck. */
  source?: SourceText
  /** The slide's number as people count, from 1; null outside `content`. */
  slide: number | null
}
