import type { Lang } from '../lang.ts'

/** How long a slide was shown in a rehearsal. `slide`: its number, from 1. Units: milliseconds. */
export interface MeasuredTime {
  slide: number
  ms: number
}

/** A rehearsal shows at most so many slides, and none for longer than this. Units: milliseconds. */
export const rehearsalLimits = { slides: 2_000, ms: 24 * 3_600_000 }

/**
 * A speaker asks for the measured times to be planned in the deck: first what would change (`base` is null), then to write
 * it. Shape: `base` is the hash of the file for which the changes were shown; `lang` the language of the answer.
 */
export interface RehearsalAction {
  type: 'rehearsed'
  times: readonly MeasuredTime[]
  lang: Lang
  base: string | null
}

/** The planned time of a slide, or of the section that it opens, before and after. Units: minutes; null if nothing is written. */
export interface MinutesChange {
  slide: number
  isSection: boolean
  before: number | null
  after: number
}

/** What would be written, and into which file. */
export interface RehearsalDraft {
  state: 'draft'
  base: string
  /** As the user named it. */
  file: string
  /** The folder of the copy that is kept. */
  copies: string
  /** None if the deck has these times already. */
  changes: readonly MinutesChange[]
  /** How long the slides take together, if that is longer than the deck plans for the talk. Units: minutes. */
  longer: { minutes: number; planned: number } | null
  /** What happens to the file besides, as a sentence: another encoding; else empty. */
  notice: string
  /** Whether the changes differ from those that were shown, since the file has changed. */
  isChanged: boolean
}

/** The answer. `refused`: why nothing was written, as a sentence; empty if the speaker's page is on another machine. */
export type RehearsalMessage = { type: 'rehearsal' } & (
  | RehearsalDraft
  | { state: 'written'; file: string; copies: string }
  | { state: 'refused'; message: string }
)
