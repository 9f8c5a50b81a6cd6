import { limits } from '../../model/limits.ts'
import { exifOrientation } from './exif.ts'
import { concatBytes, dataViewOf, type RasterImage, tagAt } from './raster.ts'

interface WebpHeader {
  width: number
  height: number
  orientation: number
}

const exifFlag = 0x08
const xmpFlag = 0x04

/** Reads a WebP's header and removes its metadata. Returns null if the file is broken. */
export function readWebp(bytes: Uint8Array): RasterImage | null {
  const view = dataViewOf(bytes)
  const header: WebpHeader = { width: 0, height: 0, orientation: 1 }
  const kept: Uint8Array[] = []
  let at = 12
  while (at + 8 <= bytes.length) {
    const size = view.getUint32(at + 4, true)
    // A zero follows a chunk of odd length, but may be missing at the end.
    const end = Math.min(at + 8 + size + (size % 2), at + 8 + size === bytes.length ? bytes.length : Infinity)
    if (end > bytes.length) break
    const chunk = bytes.subarray(at, end)
    const tag = tagAt(bytes, at)
    readChunk(header, tag, chunk.subarray(8))
    if (tag === 'VP8X') kept.push(clearMetadataFlags(chunk))
    else if (tag !== 'EXIF' && tag !== 'XMP ') kept.push(chunk)
    at = end
  }
  if (!header.width) return null
  const length = kept.reduce((sum, piece) => sum + piece.length, 4)
  const embeddable = at >= bytes.length && header.orientation === 1
  return {
    mime: 'image/webp',
    ...header,
    embeddable,
    limitMegapixels: limits.compressedPixels / 1e6,
    bytes: embeddable ? concatBytes([riff(length), ...kept]) : bytes,
  }
}

function readChunk(header: WebpHeader, tag: string, data: Uint8Array): void {
  if (tag === 'EXIF') {
    const skip = data[0] === 0x45 ? 6 : 0 // some programs write JPEG's `Exif\0\0` first
    header.orientation = exifOrientation(data.subarray(skip))
  }
  if (header.width || data.length < 10) return
  const view = dataViewOf(data)
  if (tag === 'VP8X') {
    header.width = (view.getUint32(4, true) & 0xffffff) + 1
    header.height = (view.getUint32(6, true) >>> 8) + 1
  } else if (tag === 'VP8 ') {
    header.width = view.getUint16(6, true) & 0x3fff
    header.height = view.getUint16(8, true) & 0x3fff
  } else if (tag === 'VP8L') {
    const packed = view.getUint32(1, true)
    header.width = (packed & 0x3fff) + 1
    header.height = ((packed >>> 14) & 0x3fff) + 1
  }
}

function clearMetadataFlags(chunk: Uint8Array): Uint8Array {
  const copy = chunk.slice()
  copy[8] = copy[8]! & ~(exifFlag | xmpFlag)
  return copy
}

function riff(length: number): Uint8Array {
  const header = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1')
  header.writeUInt32LE(length, 4)
  return header
}
