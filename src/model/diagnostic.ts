import type { AssetProblem } from './problems/asset.ts'
import type { ChartProblem } from './problems/chart.ts'
import type { LayoutProblem } from './problems/layout.ts'
import type { MapProblem } from './problems/map.ts'
import type { ParseProblem } from './problems/parse.ts'
import type { PeopleProblem } from './problems/people.ts'
import type { PollProblem } from './problems/poll.ts'
import type { TableProblem } from './problems/table.ts'
import type { TimelineProblem } from './problems/timeline.ts'
import type { ValidateProblem } from './problems/validate.ts'
import type { VideoProblem } from './problems/video.ts'
import type { Edit, Range } from './source.ts'

export type Severity = 'error' | 'warning' | 'info'

/** Every mistake an author can make, discriminated by `code`. Codes never change, since people search for them. */
export type Problem =
  | ParseProblem
  | ValidateProblem
  | AssetProblem
  | LayoutProblem
  | MapProblem
  | VideoProblem
  | ChartProblem
  | PeopleProblem
  | TableProblem
  | TimelineProblem
  | PollProblem

/** A source text other than the deck that a range refers to: a file of a theme. */
export interface SourceText {
  /** Its path, for messages. */
  name: string
  text: string
}

/**
 * A problem with its source range, as a stage returns it.
 * `count` is how often it occurs in this string or value; `edits` repair it.
 */
export type Diagnostic<P extends { code: string } = Problem> = P & {
  severity: Severity
  range: Range
  source?: SourceText
  count?: number
  edits?: Edit[]
}

/** A diagnostic as it is reported, with its file and slide. */
export type LocatedDiagnostic = Problem & DiagnosticLocation & { severity: Severity; count: number; edits: Edit[] }

/** The location of a diagnostic. No fact of a problem may have one of these names, which would overwrite it. */
export interface DiagnosticLocation {
  /** The name of the file that `range` refers to. */
  origin: string
  range: Range
  /** That file, if it is not the deck. */
  source?: SourceText
  /** The number of the slide, from 1; null outside `content`. */
  slide: number | null
}
