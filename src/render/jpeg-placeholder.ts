import { placeholderMark } from '../model/left-out-picture.ts'

/** Markers of a JPEG file. Source: ITU-T T.81, table B.1. */
const marker = { start: 0xd8, end: 0xd9, tables: 0xdb, huffman: 0xc4, scan: 0xda, comment: 0xfe, baseline: 0xc0 }
/** Frames that are coded with Huffman tables, which PDFs may contain. */
const frames = new Set([0xc0, 0xc1, 0xc2])
const isApplication = (code: number) => code >= 0xe0 && code <= 0xef

interface Frame {
  /** What programs noted about the picture, its colours among it: whole segments. */
  notes: Uint8Array[]
  width: number
  height: number
  /** The numbers of the components, one for each. */
  components: readonly number[]
}

/**
 * Makes a small grey JPEG that a browser treats as it does another one: the same size, components and colour profile. Its
 * comment has a name. Returns null if the other is no such file, or hardly larger.
 *
 * Source: ITU-T T.81, annex B.
 */
export function jpegPlaceholder(jpeg: Uint8Array, name: string): Uint8Array | null {
  const frame = readFrame(Buffer.from(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength))
  if (!frame) return null
  const placeholder = writeGrey(frame, `${placeholderMark}${name}`)
  return placeholder.length * 2 < jpeg.length ? placeholder : null
}

function readFrame(jpeg: Buffer): Frame | null {
  if (jpeg.length < 4 || jpeg.readUInt16BE(0) !== 0xff00 + marker.start) return null
  const notes: Uint8Array[] = []
  let frame: Omit<Frame, 'notes'> | null = null
  for (let at = 2; at + 4 <= jpeg.length; ) {
    const [sign, code, length] = [jpeg[at]!, jpeg[at + 1]!, jpeg.readUInt16BE(at + 2)]
    if (sign !== 0xff || length < 2 || at + 2 + length > jpeg.length) return null
    if (code === marker.scan) return frame && { ...frame, notes }
    const segment = jpeg.subarray(at, at + 2 + length)
    if (isApplication(code)) notes.push(segment)
    if (frames.has(code)) {
      const read = readSize(segment)
      if (!read || frame) return null
      frame = read
    } else if (code >= 0xc0 && code <= 0xcf && code !== marker.huffman) return null
    at += 2 + length
  }
  return null
}

/** Reads the segment of a frame: eight bits a component, grey or in three colours. */
function readSize(segment: Buffer): Omit<Frame, 'notes'> | null {
  if (segment.length < 10) return null
  const [bits, height, width, count] = [segment[4], segment.readUInt16BE(5), segment.readUInt16BE(7), segment[9]!]
  if (bits !== 8 || width === 0 || height === 0 || (count !== 1 && count !== 3) || segment.length < 10 + 3 * count)
    return null
  return { width, height, components: Array.from({ length: count }, (_, i) => segment[10 + 3 * i]!) }
}

function writeGrey({ notes, width, height, components }: Frame, comment: string): Buffer {
  const isColored = components.length > 1
  // Brightness has twice the resolution of colours: six blocks for 16 × 16 px.
  const [side, blocks] = isColored ? [16, 6] : [8, 1]
  const sampling = (i: number) => (isColored && i === 0 ? 0x22 : 0x11)
  const size = [8, height >> 8, height & 255, width >> 8, width & 255]
  // Each table has one code, a single bit, which says that all values of a block are zero.
  const table = (kind: number) => [kind, 1, ...Array<number>(15).fill(0), 0]
  const bits = 2 * blocks * Math.ceil(width / side) * Math.ceil(height / side)
  const data = Buffer.alloc(Math.ceil(bits / 8))
  if (bits % 8) data[data.length - 1] = 0xff >> (bits % 8)
  return Buffer.concat([
    Buffer.from([0xff, marker.start]),
    ...notes,
    segment(marker.comment, Buffer.from(comment)),
    segment(marker.tables, [0, ...Array<number>(64).fill(1)]),
    segment(marker.baseline, [...size, components.length, ...components.flatMap((id, i) => [id, sampling(i), 0])]),
    segment(marker.huffman, [...table(0x00), ...table(0x10)]),
    segment(marker.scan, [components.length, ...components.flatMap((id) => [id, 0]), 0, 63, 0]),
    data,
    Buffer.from([0xff, marker.end]),
  ])
}

function segment(code: number, content: Uint8Array | readonly number[]): Buffer {
  const length = content.length + 2
  return Buffer.concat([Buffer.from([0xff, code, length >> 8, length & 255]), Buffer.from(content)])
}
