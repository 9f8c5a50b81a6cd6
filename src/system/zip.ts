import { crc32 } from 'node:zlib'
import type { Files } from '../model/files.ts'

/** A file that goes into an archive. */
export interface ZipEntry {
  /** Its path in the archive, with `/`. */
  name: string
  sizeBytes: number
  /** Reads it from the start: once for its checksum, once to write it. */
  read(): AsyncIterable<Uint8Array>
}

/** What an archive may need besides. */
export interface ZipOptions {
  /** When its files were made, in the local time. */
  made: Date
  /** From this size or place on, numbers are written with eight bytes (ZIP64). Units: bytes. */
  wideFrom?: number
}

const [entrySignature, directorySignature, endSignature] = [0x04034b50, 0x02014b50, 0x06054b50]
const [wideEndSignature, locatorSignature] = [0x06064b50, 0x07064b50]
/** Stands for a number that is written elsewhere with eight bytes. */
const [elsewhere, shortElsewhere] = [0xffffffff, 0xffff]
/** Names are in UTF-8. */
const flags = 0x0800
/** A file that its owner may write, as Unix says it. */
const fileMode = (0o100644 << 16) >>> 0
/** So much of a file is read at once. Units: bytes. */
const chunkBytes = 1 << 20

/**
 * Returns an archive of files as they are, without compression: pages are mostly pictures and fonts, and films are compressed already.
 * Format: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 * Errors: those of reading; an `Error` if a file changes while it is read.
 */
export async function* zip(entries: readonly ZipEntry[], options: ZipOptions): AsyncGenerator<Uint8Array> {
  const { made, wideFrom = elsewhere } = options
  const time = dosTime(made)
  const directory: Uint8Array[] = []
  let offset = 0
  for (const { name, sizeBytes, read } of entries) {
    const sum = await checksum(read)
    const isWide = sizeBytes >= wideFrom
    const size = isWide ? elsewhere : sizeBytes
    const named = new TextEncoder().encode(name)
    const sizes = isWide ? fields([8, sizeBytes], [8, sizeBytes]) : new Uint8Array()
    const extra = isWide ? joined(fields([2, 1], [2, sizes.length]), sizes) : sizes
    const common = (more: Uint8Array) =>
      fields(
        [2, 45],
        [2, flags],
        [2, 0],
        [4, time],
        [4, sum],
        [4, size],
        [4, size],
        [2, named.length],
        [2, more.length],
      )
    yield joined(fields([4, entrySignature]), common(extra), named, extra)
    let written = 0
    for await (const chunk of read()) {
      written += chunk.length
      yield chunk
    }
    if (written !== sizeBytes) throw new Error(`${name} has changed while it was read`)
    const isFar = offset >= wideFrom
    const places = joined(sizes, isFar ? fields([8, offset]) : new Uint8Array())
    const more = places.length > 0 ? joined(fields([2, 1], [2, places.length]), places) : places
    const rest = fields([2, 0], [2, 0], [2, 0], [4, fileMode], [4, isFar ? elsewhere : offset])
    directory.push(joined(fields([4, directorySignature], [2, 0x032d]), common(more), rest, named, more))
    offset += 30 + named.length + extra.length + sizeBytes
  }
  const list = joined(...directory)
  yield list
  yield end(entries.length, list.length, offset, wideFrom)
}

/** The end of an archive: where the list of its files is. */
function end(count: number, length: number, offset: number, wideFrom: number): Uint8Array {
  const isWide = offset >= wideFrom || length >= wideFrom || count >= shortElsewhere
  const wide = isWide
    ? joined(
        fields([4, wideEndSignature], [8, 44], [2, 0x032d], [2, 45], [4, 0], [4, 0]),
        fields([8, count], [8, count], [8, length], [8, offset]),
        fields([4, locatorSignature], [4, 0], [8, offset + length], [4, 1]),
      )
    : new Uint8Array()
  const [short, long] = isWide ? [shortElsewhere, elsewhere] : [count, null]
  return joined(
    wide,
    fields([4, endSignature], [2, 0], [2, 0], [2, short], [2, short]),
    fields([4, long ?? length], [4, long ?? offset], [2, 0]),
  )
}

/** A file on the disk as an entry of an archive. Errors: those of `files`. */
export async function zipEntry(files: Pick<Files, 'open' | 'stat'>, path: string, name: string): Promise<ZipEntry> {
  const { sizeBytes = 0 } = (await files.stat(path)) ?? {}
  const read = async function* () {
    const file = await files.open(path)
    try {
      for (let at = 0; at < sizeBytes; ) {
        const chunk = await file.read(at, Math.min(chunkBytes, sizeBytes - at))
        if (chunk.length === 0) return
        at += chunk.length
        yield chunk
      }
    } finally {
      await file.close()
    }
  }
  return { name, sizeBytes, read }
}

async function checksum(read: ZipEntry['read']): Promise<number> {
  let sum = 0
  for await (const chunk of read()) sum = crc32(chunk, sum)
  return sum
}

/** A date and a time in steps of two seconds, as DOS wrote them. */
function dosTime(date: Date): number {
  const day = ((date.getFullYear() - 1980) << 9) | ((date.getMonth() + 1) << 5) | date.getDate()
  const time = (date.getHours() << 11) | (date.getMinutes() << 5) | (date.getSeconds() >> 1)
  return ((day << 16) | time) >>> 0
}

/** Numbers one after the other, the lowest byte first. Shape: pairs of a length in bytes and a number. */
function fields(...numbers: readonly (readonly [2 | 4 | 8, number])[]): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(numbers.reduce((sum, [length]) => sum + length, 0)))
  let at = 0
  for (const [length, number] of numbers) {
    if (length === 2) bytes.setUint16(at, number, true)
    else if (length === 4) bytes.setUint32(at, number, true)
    else bytes.setBigUint64(at, BigInt(number), true)
    at += length
  }
  return new Uint8Array(bytes.buffer)
}

const joined = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts))
