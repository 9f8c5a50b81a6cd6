import type { ImageView } from '../../model/laid-out.ts'
import type { Lang, MultilingualText } from '../../model/lang.ts'
import type { Range } from '../../model/source.ts'

/** A video: a file of the project, or an address. */
export interface VideoBlock<T = MultilingualText> {
  type: 'video'
  src: string
  poster: string | null
  /** Units: seconds. */
  posterTime: number | null
  start: number | null
  end: number | null
  title: T | null
  /** What the video shows, for people who do not see it. */
  alt: T | null
  captions: { src: string; lang: Lang; label: string | null; range: Range }[]
  autoplay: boolean
  muted: boolean
  loop: boolean
  qr: boolean
  range: Range
}

/** What the template `video` draws: a picture with a play button that links to the video. */
export interface VideoView {
  /** Where a click leads without scripts: the file next to the page, or a page on the internet. */
  href: string
  /** The accessible name of the link. */
  label: string
  lang: Lang
  /** Null: a plain background replaces the picture. */
  poster: ImageView | null
  /** `3:25`; null if it is unknown. */
  length: string | null
  /** The name of the file, shown on paper only; null for a video with an address. */
  fileName: string | null
  /** A `VideoPlayer` as JSON, for the page's script; null for a video that can only be opened elsewhere. */
  player: string | null
}
