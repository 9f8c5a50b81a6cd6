import { limits } from '../../model/limits.ts'
import { exifOrientation } from './exif.ts'
import { concatBytes, dataViewOf, type RasterImage, tagAt } from './raster.ts'

/** Chunks that hold metadata. */
const metadataChunks = new Set(['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME'])

/** Reads a PNG's header and removes its metadata. Returns null if the file is broken. */
export function readPng(bytes: Uint8Array): RasterImage | null {
  if (bytes.length < 33 || tagAt(bytes, 12) !== 'IHDR') return null
  const view = dataViewOf(bytes)
  const kept: Uint8Array[] = [bytes.subarray(0, 8)]
  let orientation = 1
  let complete = false
  for (let at = 8; at + 12 <= bytes.length && !complete; ) {
    const tag = tagAt(bytes, at + 4)
    const end = at + 12 + view.getUint32(at)
    if (end > bytes.length) break
    if (tag === 'eXIf') orientation = exifOrientation(bytes.subarray(at + 8, end - 4))
    if (!metadataChunks.has(tag)) kept.push(bytes.subarray(at, end))
    complete = tag === 'IEND'
    at = end
  }
  const [width, height] = [view.getUint32(16), view.getUint32(20)]
  const embeddable = complete && orientation === 1
  return {
    mime: 'image/png',
    width,
    height,
    orientation,
    embeddable,
    limitMegapixels: limits.imagePixels / 1e6,
    bytes: embeddable ? concatBytes(kept) : bytes,
  }
}
