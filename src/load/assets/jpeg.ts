import { limits } from '../../model/limits.ts'
import { exifOrientation } from './exif.ts'
import { concatBytes, dataViewOf, type RasterImage } from './raster.ts'

interface JpegHeader {
  width: number
  height: number
  components: number
  progressive: boolean
  orientation: number
}

/** Reads a JPEG's header and removes its metadata. Returns null if the file is broken. */
export function readJpeg(bytes: Uint8Array): RasterImage | null {
  const header: JpegHeader = { width: 0, height: 0, components: 0, progressive: false, orientation: 1 }
  const kept: Uint8Array[] = [bytes.subarray(0, 2)]
  const view = dataViewOf(bytes)
  let at = 2
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1]!
    // Any number of 0xff may precede a marker.
    if (marker === 0xff) at++
    else {
      const end = at + 2 + view.getUint16(at + 2)
      if (end > bytes.length) return null
      if (marker === 0xda) return header.width && header.height ? toRaster(header, bytes, kept, at) : null
      readSegment(header, marker, bytes.subarray(at + 4, end))
      if (isKept(marker, bytes.subarray(at + 4, end))) kept.push(bytes.subarray(at, end))
      at = end
    }
  }
  return null
}

function readSegment(header: JpegHeader, marker: number, data: Uint8Array): void {
  const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
  if (isFrame && data.length >= 6) {
    const view = dataViewOf(data)
    header.height = view.getUint16(1)
    header.width = view.getUint16(3)
    header.components = data[5]!
    header.progressive = ![0xc0, 0xc1].includes(marker)
  } else if (marker === 0xe1 && startsWith(data, 'Exif\0\0')) header.orientation = exifOrientation(data.subarray(6))
}

/** JFIF, the color profile and Adobe's color transform are needed to draw the image; other segments are metadata. */
function isKept(marker: number, data: Uint8Array): boolean {
  if (marker === 0xe2) return startsWith(data, 'ICC_PROFILE\0')
  return marker === 0xe0 || marker === 0xee || !((marker >= 0xe0 && marker <= 0xef) || marker === 0xfe)
}

function toRaster(header: JpegHeader, bytes: Uint8Array, kept: Uint8Array[], scan: number): RasterImage {
  const end = endOf(bytes, scan)
  kept.push(bytes.subarray(scan, end ?? bytes.length))
  const { width, height, orientation, components, progressive } = header
  return {
    mime: 'image/jpeg',
    width,
    height,
    orientation,
    // Browsers differ in how they show CMYK.
    embeddable: end !== null && orientation === 1 && (components === 1 || components === 3),
    // Decoding a progressive image needs all of it in memory.
    limitMegapixels: (progressive ? limits.compressedPixels : limits.imagePixels) / 1e6,
    bytes: concatBytes(kept),
  }
}

/** Returns where the image ends, since cameras append previews and videos, or null if the file is truncated. */
function endOf(bytes: Uint8Array, scan: number): number | null {
  const view = dataViewOf(bytes)
  let at = scan + 2 + view.getUint16(scan + 2)
  for (at = bytes.indexOf(0xff, at); at >= 0 && at + 1 < bytes.length; at = bytes.indexOf(0xff, at)) {
    const marker = bytes[at + 1]!
    if (marker === 0xd9) return at + 2
    if (marker === 0xff) at++
    else if (marker === 0 || (marker >= 0xd0 && marker <= 0xd7)) at += 2
    else if (at + 4 <= bytes.length) at += 2 + view.getUint16(at + 2)
    else return null
  }
  return null
}

function startsWith(data: Uint8Array, text: string): boolean {
  for (let i = 0; i < text.length; i++) if (data[i] !== text.charCodeAt(i)) return false
  return true
}
