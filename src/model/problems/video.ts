/** Problems with videos and captions. `path` and `address` are as written, `file` is the path inside the project. */
export type VideoProblem =
  /** The file cannot be played at all. */
  | { code: 'video-broken'; file: string }
  /** A film in a format that browsers do not play; `command` converts it. */
  | { code: 'video-format-unplayable'; file: string; format: string; command: string }
  /** A file with sound only; `command` makes a video of it and of a picture. */
  | { code: 'video-sound-only'; file: string; format: string; command: string }
  /** `part` is what browsers cannot play; `command` converts the file. */
  | { code: 'video-codec-unplayable'; file: string; part: 'picture' | 'sound'; codec: string; command: string }
  | { code: 'video-large'; file: string; sizeBytes: number }
  /** `start` and `end` leave nothing to play. */
  | { code: 'video-times-wrong'; start: number; end: number | null; lengthS: number | null }
  /** An address of a video provider that is not that of a single video. */
  | { code: 'video-id-missing'; provider: string; address: string }
  /** No browser can open the address. */
  | { code: 'video-address-broken'; address: string }
  /** Words around the address, which are not shown. */
  | { code: 'video-text-ignored'; address: string; text: string }
  /** An address in a private network, which the audience cannot reach. */
  | { code: 'video-address-private'; address: string; host: string }
  /** Remote videos play only after a click. */
  | { code: 'video-autoplay-remote'; address: string }
  | { code: 'captions-broken'; file: string; reason: 'encoding' | 'empty' }
  /** `lost` is the number of captions that cannot be shown; `line` is that of the first error, from 1. */
  | { code: 'captions-faulty'; file: string; line: number | null; lost: number }
  /** Captions for a remote video, whose player shows its own. */
  | { code: 'captions-remote'; address: string }
