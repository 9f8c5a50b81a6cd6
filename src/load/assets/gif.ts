import { concatBytes } from './raster.ts'

/** Extensions that are needed to draw the image: loops, and the colour profile. Others hold metadata, such as XMP. */
const keptApplications: readonly string[] = ['NETSCAPE2.0', 'ANIMEXTS1.0', 'ICCRGBG1012']

const [extension, image, trailer] = [0x21, 0x2c, 0x3b]
const [comment, application] = [0xfe, 0xff]

/**
 * Returns a GIF without comments and metadata, and without what follows its end. One that is built in no way that this knows
 * stays as it is. Source: GIF89a, appendix B.
 */
export function withoutGifMetadata(bytes: Uint8Array): Uint8Array {
  const header = 13 + colorTableBytes(bytes[10] ?? 0)
  const kept = [bytes.subarray(0, header)]
  for (let at = header; at < bytes.length; ) {
    const kind = bytes[at]
    if (kind === trailer) {
      kept.push(bytes.subarray(at, at + 1))
      return kept.length === 1 ? bytes : concatBytes(kept)
    }
    const end = kind === extension ? subBlocksEnd(bytes, at + 2) : kind === image ? imageEnd(bytes, at) : null
    if (end === null) return bytes
    if (!isMetadata(bytes, at)) kept.push(bytes.subarray(at, end))
    at = end
  }
  return bytes
}

function isMetadata(bytes: Uint8Array, at: number): boolean {
  if (bytes[at] !== extension) return false
  if (bytes[at + 1] === comment) return true
  const name = String.fromCharCode(...bytes.subarray(at + 3, at + 14))
  return bytes[at + 1] === application && !keptApplications.includes(name)
}

/** The end of an image: its descriptor, its own colours, its data. */
function imageEnd(bytes: Uint8Array, at: number): number | null {
  return subBlocksEnd(bytes, at + 11 + colorTableBytes(bytes[at + 9] ?? 0))
}

/** The size of the colour table that packed fields announce. */
const colorTableBytes = (packed: number): number => (packed & 0x80 ? 3 * 2 ** ((packed & 7) + 1) : 0)

/** The end of a run of sub-blocks, which an empty one closes; null if the file ends before. */
function subBlocksEnd(bytes: Uint8Array, start: number): number | null {
  for (let at = start; at < bytes.length; at += 1 + bytes[at]!) if (bytes[at] === 0) return at + 1
  return null
}
