import type { BuildOptions } from '../build.ts'
import type { Clock } from '../system/clock.ts'

/** The options of `openLive`. */
export interface LiveOptions
  extends Pick<BuildOptions, 'root' | 'files' | 'theme' | 'aspect' | 'script' | 'videoPosters'> {
  /** The languages of which each page shows one, the first one first. Default: all that the deck names. */
  lang?: NonNullable<BuildOptions['lang']>
  /** Keep showing the last complete deck if the end of the file is missing, instead of the slides that are left. */
  rejectTruncated?: boolean
  /** The version before that of the first state. Default: 0. */
  version?: number
  /** Default: the clock of the system. */
  clock?: Clock
}
