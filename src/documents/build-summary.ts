import type { LocatedDiagnostic } from '../model/diagnostic.ts'
import type { BuildResult } from './produce.ts'

/** What is reported of a build. Plain JSON. */
export interface BuildSummary {
  /** The deck as the user named it. */
  file: { name: string }
  slides: number
  /** The pages of the first edition; null if the deck has errors. */
  pages: number | null
  /** Whether any page has speaker notes. */
  hasNotes: boolean
  diagnostics: readonly LocatedDiagnostic[]
  outputs: BuildResult['outputs']
}

/** Returns what is reported of a build. */
export const summaryOf = ({ file, slides, editions, diagnostics, outputs }: BuildResult): BuildSummary => ({
  file: { name: file.name },
  slides,
  pages: editions[0]?.deck.pages.length ?? null,
  hasNotes: editions.some(({ deck }) => deck.pages.some(({ notes }) => notes !== null)),
  diagnostics,
  outputs,
})
