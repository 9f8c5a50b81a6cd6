import { brotliDecompressSync } from 'node:zlib'

/**
 * Lists the code points that a font has glyphs for.
 *
 * Shape:  a TrueType or a woff2 file.
 * Errors: throws on any other file; themes are checked when they are loaded.
 * Source: https://www.w3.org/TR/WOFF2/ and the OpenType `cmap` table, formats 4 and 12.
 */
export function fontCodePoints(font: Uint8Array): ReadonlySet<number> {
  const known = codePoints.get(font) ?? readCodePoints(font)
  codePoints.set(font, known)
  return known
}

/** What was read of each file, which the steps of a build ask for again. */
const codePoints = new WeakMap<Uint8Array, ReadonlySet<number>>()

function readCodePoints(font: Uint8Array): ReadonlySet<number> {
  const data = Buffer.from(font.buffer, font.byteOffset, font.byteLength)
  const cmap = data.toString('latin1', 0, 4) === 'wOF2' ? readWoff2(font).cmap : tablesOfTrueType(font).get('cmap')
  if (!cmap) throw new Error('the font has no cmap table')
  const points = new Set<number>()
  for (let i = 0; i < cmap.readUInt16BE(2); i++) {
    const table = cmap.subarray(cmap.readUInt32BE(4 + i * 8 + 4))
    const format = table.readUInt16BE(0)
    if (format === 4) addSegments(table, points)
    if (format === 12) addGroups(table, points)
  }
  return points
}

/** The tables of a TrueType or OpenType font by their tags. Errors: throws if the directory is cut off. */
export function tablesOfTrueType(font: Uint8Array): Map<string, Buffer> {
  const data = Buffer.from(font.buffer, font.byteOffset, font.byteLength)
  const tables = new Map<string, Buffer>()
  for (let i = 0; i < data.readUInt16BE(4); i++) {
    const entry = 12 + i * 16
    const start = data.readUInt32BE(entry + 8)
    tables.set(data.toString('latin1', entry, entry + 4), data.subarray(start, start + data.readUInt32BE(entry + 12)))
  }
  return tables
}

/** No font is larger unpacked. Units: bytes. */
const maxUnpacked = 256_000_000

/** Numbers of known tags in the directory of a woff2 file; 63 means that the tag itself follows. */
const tag = { cmap: 0, glyf: 10, loca: 11, other: 63 }

/**
 * Unpacks the `cmap` table of a WOFF2 font. `missingBytes` is how much less the file holds than its tables need.
 * Errors: throws if the file is cut off or has no such table.
 */
export function readWoff2(font: Uint8Array): { cmap: Buffer; missingBytes: number } {
  const data = Buffer.from(font.buffer, font.byteOffset, font.byteLength)
  let at = 48
  let offset = 0
  let cmap = -1
  const number = () => {
    let value = 0
    let byte = 0
    do {
      byte = data.readUInt8(at++)
      value = value * 128 + (byte & 127)
    } while (byte & 128)
    return value
  }
  for (let i = 0; i < data.readUInt16BE(12); i++) {
    const flags = data.readUInt8(at++)
    const name = flags & 63
    if (name === tag.other) at += 4
    const length = number()
    // Version 3 means that glyphs are not transformed; for all other tables, version 0 does.
    const isTransformed = name === tag.glyf || name === tag.loca ? flags >> 6 !== 3 : flags >> 6 !== 0
    const stored = isTransformed ? number() : length
    if (name === tag.cmap) cmap = offset
    offset += stored
  }
  if (cmap < 0) throw new Error('the font has no cmap table')
  const unpacked = brotliDecompressSync(data.subarray(at, at + data.readUInt32BE(20)), { maxOutputLength: maxUnpacked })
  return { cmap: unpacked.subarray(cmap), missingBytes: Math.max(0, offset - unpacked.length) }
}

function addSegments(table: Buffer, points: Set<number>): void {
  const segments = table.readUInt16BE(6)
  for (let i = 0; i < segments; i += 2) {
    const end = table.readUInt16BE(14 + i)
    const start = table.readUInt16BE(16 + segments + i)
    const delta = table.readUInt16BE(16 + segments * 2 + i)
    const rangeAt = 16 + segments * 3 + i
    const range = table.readUInt16BE(rangeAt)
    for (let point = start; point <= end && point < 0xffff; point++) {
      const glyph = range === 0 ? point + delta : table.readUInt16BE(rangeAt + range + (point - start) * 2)
      if ((glyph & 0xffff) !== 0) points.add(point)
    }
  }
}

function addGroups(table: Buffer, points: Set<number>): void {
  for (let i = 0; i < table.readUInt32BE(12); i++) {
    const group = 16 + i * 12
    const end = table.readUInt32BE(group + 4)
    for (let point = table.readUInt32BE(group); point <= end; point++) points.add(point)
  }
}
