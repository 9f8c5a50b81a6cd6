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

/** A file that is copied beside the page, such as a video. */
export interface FileAsset {
  kind: 'file'
  /** Absolute, resolved, inside the project. */
  file: string
  /** Name beside the page. */
  name: string
  mime: string
  sizeBytes: number
}

export type Asset = ImageAsset | FileAsset

/** The assets of a deck by the path as written; what could not be had is absent, and a finding says why. */
export type Assets = ReadonlyMap<string, Asset>
