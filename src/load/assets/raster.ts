import type { ImageAsset } from '../../model/asset.ts'

/** A picture of pixels as its header describes it. Units: px, as stored, before it is turned. */
export interface RasterImage {
  mime: Exclude<ImageAsset['mime'], 'image/svg+xml'>
  width: number
  height: number
  /** How EXIF says it is to be turned: 1 is upright, 5 to 8 lie on their side. */
  orientation: number
  /** May go into a page as it is: whole, upright, of a kind that every browser draws alike. */
  embeddable: boolean
  /** The most megapixels that decoding may cost; more would take more memory than a build may have. */
  limitMegapixels: number
  /** The same picture without EXIF, XMP and comments, which tell where and by whom it was taken. */
  bytes: Uint8Array
}

/** Joins pieces of a file. */
export function concatBytes(pieces: readonly Uint8Array[]): Uint8Array {
  return pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces)
}

/** A view to read numbers of a file with. */
export const dataViewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Four letters at an offset, as file formats name their parts. */
export const tagAt = (bytes: Uint8Array, at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4))
