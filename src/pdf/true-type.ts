/** A subset of a TrueType font whose glyphs have the numbers that they have in the whole font. */
export interface TrueTypeSubset {
  tables: ReadonlyMap<string, Buffer>
  /** The number of glyphs, those without a shape included. */
  glyphs: number
  unitsPerEm: number
  /** Returns the outline of a glyph; empty if it has none here. */
  outline(glyph: number): Buffer
  /** Returns the advance and the left side bearing of a glyph. Units: font units. Shape: 4 bytes as in `hmtx`. */
  metrics(glyph: number): Buffer
}

/** What a PDF needs of an embedded font. Source: ISO 32000-1, 9.9. */
const copiedTables = ['cvt ', 'fpgm', 'prep']
const neededTables = ['glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp']

/** Reads a subset. Returns null for another kind of font. Errors: none. */
export function readTrueType(font: Buffer): TrueTypeSubset | null {
  try {
    if (font.readUInt32BE(0) !== 0x00010000) return null
    const tables = new Map<string, Buffer>()
    for (let i = 0; i < font.readUInt16BE(4); i++) {
      const [at, start, length] = [12 + 16 * i, font.readUInt32BE(20 + 16 * i), font.readUInt32BE(24 + 16 * i)]
      tables.set(font.toString('latin1', at, at + 4), font.subarray(start, start + length))
    }
    if (!neededTables.every((tag) => tables.has(tag))) return null
    const [head, glyf, loca, hmtx] = ['head', 'glyf', 'loca', 'hmtx'].map((tag) => tables.get(tag)!) as Buffer[]
    const glyphs = tables.get('maxp')!.readUInt16BE(4)
    const long = head!.readInt16BE(50) !== 0
    const offset = (glyph: number) => (long ? loca!.readUInt32BE(glyph * 4) : loca!.readUInt16BE(glyph * 2) * 2)
    offset(glyphs) // throws if the table is too short
    const advances = tables.get('hhea')!.readUInt16BE(34)
    return {
      tables,
      glyphs,
      unitsPerEm: head!.readUInt16BE(18),
      outline: (glyph) => (glyph < glyphs ? glyf!.subarray(offset(glyph), offset(glyph + 1)) : Buffer.alloc(0)),
      metrics: (glyph) => metricsOf(hmtx!, advances, glyph),
    }
  } catch {
    return null // a table ends before what it should hold
  }
}

function metricsOf(hmtx: Buffer, advances: number, glyph: number): Buffer {
  if (glyph < advances) return hmtx.subarray(glyph * 4, glyph * 4 + 4)
  const bearing = advances * 4 + (glyph - advances) * 2
  return Buffer.concat([hmtx.subarray(advances * 4 - 4, advances * 4 - 2), hmtx.subarray(bearing, bearing + 2)])
}

/** Tells whether two subsets can be of one font: what all their glyphs share is the same. */
export const haveSameTables = (a: TrueTypeSubset, b: TrueTypeSubset): boolean =>
  a.unitsPerEm === b.unitsPerEm &&
  copiedTables.every((tag) => (a.tables.get(tag) ?? Buffer.alloc(0)).equals(b.tables.get(tag) ?? Buffer.alloc(0)))

/**
 * Joins subsets of one font, each with glyphs that the others may lack. `owners` tells for each glyph which of them has it. Only tables
 * that a PDF needs are kept.
 */
export function joinTrueType(subsets: readonly TrueTypeSubset[], owners: readonly number[]): Buffer {
  const glyphs = Math.max(...subsets.map((subset) => subset.glyphs))
  const [outlines, metrics]: [Buffer[], Buffer[]] = [[], []]
  const loca = Buffer.alloc((glyphs + 1) * 4)
  let length = 0
  for (let glyph = 0; glyph < glyphs; glyph++) {
    const subset = subsets[owners[glyph]!]!
    const outline = subset.outline(glyph)
    const padded = outline.length % 4 ? Buffer.concat([outline, Buffer.alloc(4 - (outline.length % 4))]) : outline
    outlines.push(padded)
    length += padded.length
    loca.writeUInt32BE(length, (glyph + 1) * 4)
    metrics.push(glyph < subset.glyphs ? subset.metrics(glyph) : Buffer.alloc(4))
  }
  const [first] = subsets
  const head = Buffer.from(first!.tables.get('head')!)
  head.writeInt16BE(1, 50)
  const hhea = Buffer.from(first!.tables.get('hhea')!)
  hhea.writeUInt16BE(glyphs, 34)
  const tables = new Map([
    ...copiedTables.flatMap((tag) => (first!.tables.has(tag) ? [[tag, first!.tables.get(tag)!] as const] : [])),
    ['glyf', Buffer.concat(outlines)] as const,
    ['head', head] as const,
    ['hhea', hhea] as const,
    ['hmtx', Buffer.concat(metrics)] as const,
    ['loca', loca] as const,
    ['maxp', joinMaxima(subsets, glyphs)] as const,
  ])
  return writeTables(tables)
}

/** The most points, contours and so on of any subset. */
function joinMaxima(subsets: readonly TrueTypeSubset[], glyphs: number): Buffer {
  const all = subsets.map(({ tables }) => tables.get('maxp')!)
  const maxp = Buffer.from(all[0]!)
  for (let at = 6; at + 1 < maxp.length; at += 2)
    maxp.writeUInt16BE(Math.max(...all.map((one) => (at + 1 < one.length ? one.readUInt16BE(at) : 0))), at)
  maxp.writeUInt16BE(glyphs, 4)
  return maxp
}

const checksumMagic = 0xb1b0afba

/** Writes a font file. Source: the OpenType specification, "Organization of an OpenType font". */
function writeTables(tables: ReadonlyMap<string, Buffer>): Buffer {
  tables.get('head')!.writeUInt32BE(0, 8)
  const power = 2 ** Math.floor(Math.log2(tables.size))
  const directory = Buffer.alloc(12 + 16 * tables.size)
  directory.writeUInt32BE(0x00010000, 0)
  for (const [i, value] of [tables.size, power * 16, Math.log2(power), (tables.size - power) * 16].entries())
    directory.writeUInt16BE(value, 4 + i * 2)
  const bodies: Buffer[] = []
  let offset = directory.length
  for (const [i, [tag, table]] of [...tables].entries()) {
    const padded = Buffer.concat([table, Buffer.alloc((4 - (table.length % 4)) % 4)])
    directory.write(tag, 12 + 16 * i, 'latin1')
    for (const [k, value] of [checksum(padded), offset, table.length].entries())
      directory.writeUInt32BE(value, 16 + 16 * i + 4 * k)
    bodies.push(padded)
    offset += padded.length
  }
  const font = Buffer.concat([directory, ...bodies])
  const headAt = directory.readUInt32BE(12 + 16 * [...tables.keys()].indexOf('head') + 8)
  font.writeUInt32BE((checksumMagic - checksum(font) + 2 ** 32) % 2 ** 32, headAt + 8)
  return font
}

function checksum(table: Buffer): number {
  let sum = 0
  for (let at = 0; at < table.length; at += 4) sum = (sum + table.readUInt32BE(at)) >>> 0
  return sum
}
