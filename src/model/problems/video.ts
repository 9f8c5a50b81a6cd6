/** Mistakes with videos and their captions. `path` and `address` are as written, `file` is as found. */
export type VideoProblem =
  /** Nothing in the file can be played. */
  | { code: 'video-broken'; file: string }
  /** `part` is what browsers do not play; `command` makes a file they do play. */
  | { code: 'video-codec-unplayable'; file: string; part: 'picture' | 'sound'; codec: string; command: string }
  | { code: 'video-large'; file: string; sizeBytes: number }
  /** A `start` or an `end` that leaves nothing to play. */
  | { code: 'video-times-wrong'; start: number; end: number | null; lengthS: number | null }
  /** A page of a provider of videos that is not that of one video. */
  | { code: 'video-id-missing'; provider: string; address: string }
  /** A computer or a network that nobody in the audience reaches. */
  | { code: 'video-address-private'; address: string; host: string }
  /** What lies on the internet is fetched when someone clicks, never by itself. */
  | { code: 'video-autoplay-remote'; address: string }
  | { code: 'captions-broken'; file: string; reason: 'encoding' | 'empty' }
  /** `lost` is how many captions cannot be shown; `line` is the first at fault, counted from 1. */
  | { code: 'captions-faulty'; file: string; line: number | null; lost: number }
  /** The player of a provider shows its own. */
  | { code: 'captions-remote'; address: string }
