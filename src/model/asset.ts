import type { Range } from './source.ts'

/** A file a deck names: what kind of file is wanted, the path as written, and where it is written. */
export interface AssetRequest {
  kind: 'image' | 'logo' | 'video' | 'captions' | 'geojson'
  path: string
  range: Range
}

/** A picture that may go into a page. Shape: bytes ready to embed, turned and scaled. Units: px. */
export interface ImageAsset {
  kind: 'image'
  /** Inside the project, for messages. */
  file: string
  mime: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp' | 'image/avif' | 'image/svg+xml'
  bytes: Uint8Array
  width: number
  height: number
  /** Hash of the bytes, hexadecimal: equal pictures are stored once. */
  hash: string
}

/** A file that is copied beside the page: a video. */
export interface FileAsset {
  kind: 'file'
  /** Absolute, resolved, inside the project. */
  file: string
  /** Its address from the page, slashes in it, not yet encoded. */
  name: string
  mime: string
  sizeBytes: number
  /** How long it plays; null where its file does not say. Units: seconds. */
  lengthS: number | null
}

/** What is said at a time of a video, as WebVTT marks it up. Units: seconds. */
export interface Cue {
  start: number
  end: number
  text: string
}

/** The captions of a video in one language, in the order of their times. */
export interface CaptionsAsset {
  kind: 'captions'
  /** Inside the project, for messages. */
  file: string
  cues: Cue[]
}

/** The shapes of a map as their file has them; `fault` says why there is no value. */
export interface DataAsset {
  kind: 'data'
  /** Inside the project, for messages. */
  file: string
  value: unknown
  fault: 'not-json' | null
}

export type Asset = ImageAsset | FileAsset | CaptionsAsset | DataAsset

/** A picture taken out of a video of the project. Units: seconds; null leaves the time open. */
export interface PosterRequest {
  /** Of the video, as written. */
  path: string
  time: number | null
}

/** Where such a picture stands among the assets of a deck: no path as an author writes it. */
export const posterKey = ({ path, time }: PosterRequest): string => `\0${time ?? ''}\0${path}`

/** The assets of a deck by the path as written; what could not be had is absent, and a finding says why. */
export type Assets = ReadonlyMap<string, Asset>
