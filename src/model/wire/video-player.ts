import type { Lang } from '../lang.ts'

/**
 * How the page's script plays a video: a file next to the page, or a provider's player in a frame. Units: seconds.
 * A cue is its start, its end, and its text in WebVTT markup.
 */
export type VideoPlayer =
  | {
      kind: 'file'
      src: string
      start: number
      end: number | null
      autoplay: boolean
      muted: boolean
      loop: boolean
      captions: { lang: Lang; label: string; cues: [number, number, string][] }[]
    }
  | { kind: 'frame'; src: string; title: string }
