import type { ImageAsset } from '../../model/asset.ts'
import type { Cache } from '../../system/cache.ts'

/** What an image that must be decoded needs. */
export interface ImageContext {
  cache: Cache
  /** Limits how many images are decoded at a time: each takes memory and all cores. */
  limit: <R>(work: () => Promise<R>) => Promise<R>
}

/** A raster image as its header describes it. Units: px, as stored, before rotation. */
export interface RasterImage {
  mime: Exclude<ImageAsset['mime'], 'image/svg+xml'>
  width: number
  height: number
  /** The EXIF orientation: 1 is upright, 5 to 8 are rotated by 90 degrees. */
  orientation: number
  /** Whether a page can hold it unchanged: complete, upright, in a format that all browsers show alike. */
  embeddable: boolean
  /** The largest size that can be decoded without too much memory. Units: megapixels. */
  limitMegapixels: number
  /** The file without EXIF, XMP and comments, which may reveal where and by whom it was taken. */
  bytes: Uint8Array
}

/** Joins parts of a file. */
export function concatBytes(pieces: readonly Uint8Array[]): Uint8Array {
  return pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces)
}

/** Returns a view for reading numbers. */
export const dataViewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Returns the four letters at an offset, with which file formats name their parts. */
export const tagAt = (bytes: Uint8Array, at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4))
