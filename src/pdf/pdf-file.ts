import { promisify } from 'node:util'
import { deflate, deflateSync, inflateSync } from 'node:zlib'
import { parseValue, UnexpectedPdf } from './parse-value.ts'
import { type PdfDict, PdfName, PdfRef, PdfString, type PdfValue, serialize } from './values.ts'

const maxTrailerBytes = 2_000
/** The length of an entry of the cross-reference table. */
const entryBytes = 20

/** An object with a stream: its dictionary, and its bytes as they are stored. */
export interface PdfStream {
  dict: PdfDict
  bytes: Uint8Array
}

/**
 * The objects of a PDF that Chromium wrote: a plain cross-reference table, no object streams. Objects that nobody changes are
 * copied byte by byte.
 *
 * Source: ISO 32000-1, 7.3.10, 7.5.
 */
export class PdfFile {
  readonly trailer: PdfDict
  /** The number of the next new object. */
  private size: number
  private readonly bytes: Buffer
  /** Where the objects of the original file begin and end, by number. */
  private readonly offsets: readonly number[]
  private readonly ends: Float64Array
  /** Where their streams begin, or else their ends, by number; 0 as long as nobody has asked. */
  private readonly headEnds: Float64Array
  private readonly changed = new Map<number, PdfValue | PdfStream>()

  /** Errors: `UnexpectedPdf` if it has another structure. */
  constructor(pdf: Uint8Array) {
    this.bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
    const start = Math.max(0, pdf.length - maxTrailerBytes)
    const end = this.bytes.toString('latin1', start)
    const trailerAt = end.lastIndexOf('trailer')
    const table = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(end)?.[1]
    if (trailerAt < 0 || !table) throw new UnexpectedPdf('there is no plain table of objects')
    const trailer = parseValue(end, trailerAt + 'trailer'.length)
    if (!(trailer instanceof Map) || trailer.has('Prev') || trailer.has('Encrypt'))
      throw new UnexpectedPdf('the file was changed after it was written')
    this.trailer = trailer
    this.offsets = this.readTable(Number(table))
    this.size = this.offsets.length
    this.ends = endsOf(this.offsets, Number(table), pdf.length)
    this.headEnds = new Float64Array(this.size)
  }

  private readTable(at: number): number[] {
    const head = /^xref\s+0 (\d+)\s*?\n/.exec(this.bytes.toString('latin1', at, at + 40))
    if (!head) throw new UnexpectedPdf('the table of objects does not list all of them')
    const first = at + head[0].length
    return Array.from({ length: Number(head[1]) }, (_, i) => {
      const entry = this.bytes.toString('latin1', first + i * entryBytes, first + i * entryBytes + 18)
      const isUsed = entry[17] === 'n'
      return isUsed ? Number(entry.slice(0, 10)) : 0
    })
  }

  /** The numbers of all objects. */
  *numbers(): Generator<number> {
    for (const [number, offset] of this.offsets.entries()) if (offset > 0) yield number
    for (let number = this.offsets.length; number < this.size; number++) yield number
  }

  /** Returns the bytes of an unchanged object before its stream, from `12 0 obj` on; empty for a changed one. */
  head(number: number): string {
    const offset = this.offsets[number]
    if (!offset || this.changed.has(number)) return ''
    return this.bytes.toString('latin1', offset, this.headEnd(number))
  }

  private headEnd(number: number): number {
    const known = this.headEnds[number]!
    if (known > 0) return known
    const [start, end] = [this.offsets[number]!, this.ends[number]!]
    const stream = this.bytes.subarray(start, end).indexOf('stream\n')
    return (this.headEnds[number] = stream < 0 ? end : start + stream)
  }

  /** Returns a value, without its stream. References to nothing are null. */
  value(of: PdfValue | undefined): PdfValue {
    if (!(of instanceof PdfRef)) return of ?? null
    const changed = this.changed.get(of.number)
    if (changed !== undefined) return isStream(changed) ? changed.dict : changed
    const head = this.head(of.number)
    return head ? parseValue(head, head.indexOf('obj') + 3) : null
  }

  /** Returns a dictionary. Errors: `UnexpectedPdf` if it is something else. */
  dict(of: PdfValue | undefined): PdfDict {
    const value = this.value(of)
    if (!(value instanceof Map)) throw new UnexpectedPdf('a dictionary is missing')
    return value
  }

  /** Returns an array: a single value is an array of one, an absent one is empty. */
  array(of: PdfValue | undefined): PdfValue[] {
    const value = this.value(of)
    if (value === null) return []
    return Array.isArray(value) ? value : [of!]
  }

  /** Returns the decoded bytes of a stream. Errors: `UnexpectedPdf` if there is none, or it is compressed otherwise. */
  decode(ref: PdfRef): Buffer {
    const { dict, bytes } = this.stream(ref)
    const filter = this.value(dict.get('Filter'))
    if (filter === null) return Buffer.from(bytes)
    if (!(filter instanceof PdfName && filter.name === 'FlateDecode') || dict.has('DecodeParms'))
      throw new UnexpectedPdf('a stream has an unknown filter')
    return inflateSync(bytes)
  }

  /** Returns an object with its stream. Errors: `UnexpectedPdf` if it has none. */
  stream({ number }: PdfRef): PdfStream {
    const changed = this.changed.get(number)
    if (changed !== undefined && isStream(changed)) return changed
    const head = this.head(number)
    const dict = head && parseValue(head, head.indexOf('obj') + 3)
    const length = dict instanceof Map ? this.value(dict.get('Length')) : null
    const start = this.offsets[number]! + head.length + 'stream\n'.length
    if (!(dict instanceof Map) || typeof length !== 'number') throw new UnexpectedPdf('a stream is missing')
    return { dict, bytes: this.bytes.subarray(start, start + length) }
  }

  set({ number }: PdfRef, value: PdfValue | PdfStream): void {
    this.changed.set(number, value)
  }

  add(value: PdfValue | PdfStream): PdfRef {
    const ref = new PdfRef(this.size++)
    this.changed.set(ref.number, value)
    return ref
  }

  /** Returns the bytes of an object as they go into a file, from `12 0 obj` to `endobj`. */
  object(number: number): Buffer {
    const value = this.changed.get(number)
    if (value === undefined) {
      return this.bytes.subarray(this.offsets[number], this.ends[number])
    }
    if (!isStream(value)) return Buffer.from(`${number} 0 obj\n${serialize(value)}\nendobj\n`, 'latin1')
    const dict = new Map(value.dict).set('Length', value.bytes.length)
    return Buffer.concat([
      Buffer.from(`${number} 0 obj\n${serialize(dict)}\nstream\n`, 'latin1'),
      value.bytes,
      Buffer.from('\nendstream\nendobj\n'),
    ])
  }

  /** Returns the bytes of an unchanged object after its `head`: from `stream` on, or nothing. */
  rest(number: number): Buffer {
    return this.bytes.subarray(this.headEnd(number), this.ends[number])
  }

  /** Whether an object has a stream. */
  hasStream(number: number): boolean {
    const changed = this.changed.get(number)
    if (changed !== undefined) return isStream(changed)
    return this.headEnd(number) < this.ends[number]!
  }

  /** The number that the next object gets, one more than that of the last. */
  get length(): number {
    return this.size
  }
}

/** Each object ends where the next one or the table begins, else with the file. */
function endsOf(offsets: readonly number[], table: number, fileBytes: number): Float64Array {
  const sorted = [...offsets.filter((offset) => offset > 0), table].sort((a, b) => a - b)
  const next = new Map(sorted.slice(1).map((offset, i) => [sorted[i]!, offset]))
  return Float64Array.from(offsets, (offset) => next.get(offset) ?? fileBytes)
}

const isStream = (value: PdfValue | PdfStream): value is PdfStream =>
  typeof value === 'object' && value !== null && 'bytes' in value && !(value instanceof PdfString)

/** Creates a compressed stream. */
export const compressedStream = (content: Uint8Array | string, dict: PdfDict = new Map(), level = 6): PdfStream =>
  flateStream(deflateSync(bytesOf(content), { level }), dict)

/** How many streams are compressed at a time: more would fill the memory with what waits. */
export const mostCompressing = 32

const deflateInBackground = promisify(deflate)

/** Creates a compressed stream on another thread: the same bytes. */
export const compressInBackground = async (content: string, dict: PdfDict = new Map()): Promise<PdfStream> =>
  flateStream(await deflateInBackground(bytesOf(content), { level: 6 }), dict)

const flateStream = (bytes: Uint8Array, dict: PdfDict): PdfStream => ({
  dict: new Map(dict).set('Filter', new PdfName('FlateDecode')),
  bytes,
})

const bytesOf = (content: Uint8Array | string) =>
  typeof content === 'string' ? Buffer.from(content, 'latin1') : content
