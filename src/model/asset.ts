import type { Range } from './source.ts'

/** A file that a deck refers to: the expected kind, the path as written, and its source range. */
export interface AssetRequest {
  kind: 'image' | 'logo' | 'video' | 'captions' | 'geojson'
  path: string
  range: Range
}

/** A picture for a page. Shape: the bytes are ready to embed, rotated and scaled. Units: px. */
export interface ImageAsset {
  kind: 'image'
  /** Path inside the project, for messages. */
  file: string
  mime: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp' | 'image/avif' | 'image/svg+xml'
  bytes: Uint8Array
  width: number
  height: number
  /** Hash of the bytes in hexadecimal. Equal pictures are stored once. */
  hash: string
  /**
   * The colours of what a transparent picture shows, the commonest first, and their shares of it; absent if it has a ground of
   * its own, as photographs do.
   */
  colors?: readonly { color: string; share: number }[]
}

/** A file that is copied next to the page: a video. */
export interface FileAsset {
  kind: 'file'
  /** Absolute, resolved path inside the project. */
  file: string
  /** Its address relative to the page, not yet encoded. */
  name: string
  mime: string
  sizeBytes: number
  /** Duration; null if the file does not contain it. Units: seconds. */
  lengthS: number | null
  /** What the oldest browsers do not all play of it, and the command that makes a video that they do; absent if they play all. */
  newCodec?: { codec: 'AV1' | 'Ogg' | 'VP9' | 'WebM'; command: string }
}

/** A cue of WebVTT, with its markup. Units: seconds. */
export interface Cue {
  start: number
  end: number
  text: string
}

/** The captions of a video in one language, ordered by time. */
export interface CaptionsAsset {
  kind: 'captions'
  /** Path inside the project, for messages. */
  file: string
  cues: Cue[]
}

/** The GeoJSON of a map. `fault` is the reason if there is no value. */
export interface DataAsset {
  kind: 'data'
  /** Path inside the project, for messages. */
  file: string
  value: unknown
  fault: 'not-json' | null
}

export type Asset = ImageAsset | FileAsset | CaptionsAsset | DataAsset

/** A request for a frame of a video. Units: seconds; null means any time. */
export interface PosterRequest {
  /** Path of the video, as written. */
  path: string
  time: number | null
}

/** Returns the key of a poster among the assets of a deck, which differs from any path an author writes. */
export const posterKey = ({ path, time }: PosterRequest): string => `\0${time ?? ''}\0${path}`

/** The assets of a deck by path as written. Those that could not be loaded are absent and reported. */
export type Assets = ReadonlyMap<string, Asset>
