import { dataViewOf } from './raster.ts'

const orientationTag = 0x0112

/**
 * Returns the orientation in a TIFF block of EXIF.
 *
 * Shape:  `tiff` begins with `II` or `MM`.
 * Errors: none; returns 1, upright, if the block has no orientation or cannot be read.
 */
export function exifOrientation(tiff: Uint8Array): number {
  if (tiff.length < 14) return 1
  const view = dataViewOf(tiff)
  const little = view.getUint16(0) === 0x4949
  const directory = view.getUint32(4, little)
  if (directory + 2 > tiff.length) return 1
  const count = view.getUint16(directory, little)
  for (let i = 0; i < count; i++) {
    const at = directory + 2 + 12 * i
    if (at + 12 > tiff.length) return 1
    if (view.getUint16(at, little) !== orientationTag) continue
    const value = view.getUint16(at + 8, little)
    return value >= 1 && value <= 8 ? value : 1
  }
  return 1
}
