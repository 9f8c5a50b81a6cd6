import type { BuildOptions } from '../build.ts'
import type { Lang } from '../model/lang.ts'
import type { Clock } from '../system/clock.ts'

/** The options of `openLive`. */
export interface LiveOptions
  extends Pick<BuildOptions, 'root' | 'files' | 'theme' | 'aspect' | 'script' | 'videoPosters'> {
  /** Default: all that the deck names, one of which each page shows. */
  lang?: Lang
  /** Keep showing the last complete deck if the end of the file is missing, instead of the slides that are left. */
  rejectTruncated?: boolean
  /** Default: the clock of the system. */
  clock?: Clock
}
