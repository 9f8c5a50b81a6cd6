/**
 * Completes letters of a TrueType font that consist of their base letter only: `ğ` drawn as `g`. The mark is the one of another
 * letter, centred above the base.
 * Source: https://learn.microsoft.com/typography/opentype/spec/glyf (composite glyphs)
 */

/** The size of the header of a glyph: the number of contours and the bounding box. Units: bytes. */
const headerBytes = 10

/** Flags of a component. */
const flag = { words: 0x1, offsets: 0x2, round: 0x4, scales: 0xc8, more: 0x20, metrics: 0x200 }

/**
 * Returns the font with marks added to letters that lack them; a letter that has its mark stays.
 *
 * Shape:  `marks` gives for each letter one whose mark it takes, as `{ ğ: 'ă' }`.
 * Errors: throws if a letter is not made of components, as it may be in another version of the font.
 */
export function addMarks(font, marks) {
  const tables = readTables(font)
  const glyphs = readGlyphs(tables)
  const glyphOf = readCmap(tables.get('cmap'))
  for (const [letter, donor] of Object.entries(marks)) {
    const [own, other] = [letter, donor].map((one) => componentsOf(glyphs[glyphOf(one)]))
    if (own.length > 1) continue
    const [ownBase, otherBase] = [own, other].map(([{ glyph }]) => boxOf(glyphs[glyph]))
    const mark = other[1]
    const x = mark.x + Math.round((ownBase.xMin + ownBase.xMax - otherBase.xMin - otherBase.xMax) / 2)
    const top = boxOf(glyphs[glyphOf(donor)]).yMax
    glyphs[glyphOf(letter)] = composite({ ...ownBase, yMax: top }, own[0].glyph, { ...mark, x })
  }
  return writeFont(tables, glyphs)
}

function composite({ xMin, yMin, xMax, yMax }, base, mark) {
  const glyph = Buffer.alloc(headerBytes + 2 * 8)
  for (const [i, value] of [-1, xMin, yMin, xMax, yMax].entries()) glyph.writeInt16BE(value, i * 2)
  const both = flag.words | flag.offsets | flag.round
  const parts = [both | flag.more | flag.metrics, base, 0, 0, both, mark.glyph, mark.x & 0xffff, mark.y & 0xffff]
  for (const [i, value] of parts.entries()) glyph.writeUInt16BE(value, headerBytes + i * 2)
  return glyph
}

const boxOf = (glyph) => ({
  xMin: glyph.readInt16BE(2),
  yMin: glyph.readInt16BE(4),
  xMax: glyph.readInt16BE(6),
  yMax: glyph.readInt16BE(8),
})

/** Shape: the glyph of each component and its offset in font units. */
function componentsOf(glyph) {
  if (glyph.readInt16BE(0) >= 0) throw new Error('the letter is drawn, not made of components')
  const components = []
  let at = headerBytes
  let flags
  do {
    flags = glyph.readUInt16BE(at)
    if (flags & flag.scales) throw new Error('the letter has scaled components')
    const [x, y] =
      flags & flag.words
        ? [glyph.readInt16BE(at + 4), glyph.readInt16BE(at + 6)]
        : [glyph.readInt8(at + 4), glyph.readInt8(at + 5)]
    components.push({ glyph: glyph.readUInt16BE(at + 2), x, y })
    at += flags & flag.words ? 8 : 6
  } while (flags & flag.more)
  return components
}

function readTables(font) {
  const tables = new Map()
  for (let i = 0; i < font.readUInt16BE(4); i++) {
    const entry = 12 + i * 16
    const start = font.readUInt32BE(entry + 8)
    tables.set(font.toString('latin1', entry, entry + 4), font.subarray(start, start + font.readUInt32BE(entry + 12)))
  }
  return tables
}

function readGlyphs(tables) {
  const [glyf, loca] = [tables.get('glyf'), tables.get('loca')]
  const isLong = tables.get('head').readInt16BE(50) === 1
  const offset = (i) => (isLong ? loca.readUInt32BE(i * 4) : loca.readUInt16BE(i * 2) * 2)
  return Array.from({ length: tables.get('maxp').readUInt16BE(4) }, (_, i) => glyf.subarray(offset(i), offset(i + 1)))
}

/** Returns the function from a character to its glyph. Shape: a table of format 4. */
function readCmap(cmap) {
  const offsets = Array.from({ length: cmap.readUInt16BE(2) }, (_, i) => cmap.readUInt32BE(8 + i * 8))
  const table = cmap.subarray(offsets.find((at) => cmap.readUInt16BE(at) === 4))
  const segments = table.readUInt16BE(6)
  return (character) => {
    const point = character.codePointAt(0)
    for (let i = 0; i < segments; i += 2) {
      const start = table.readUInt16BE(16 + segments + i)
      if (table.readUInt16BE(14 + i) < point || start > point) continue
      const rangeAt = 16 + segments * 3 + i
      const range = table.readUInt16BE(rangeAt)
      const delta = table.readUInt16BE(16 + segments * 2 + i)
      const glyph = range === 0 ? point : table.readUInt16BE(rangeAt + range + (point - start) * 2)
      return (glyph + delta) & 0xffff
    }
    throw new Error(`the font has no ${character}`)
  }
}

const padded = (bytes) => Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)])

function checksum(bytes) {
  let sum = 0
  for (let i = 0; i < bytes.length; i += 4) sum = (sum + bytes.readUInt32BE(i)) >>> 0
  return sum
}

function writeFont(tables, glyphs) {
  const stored = glyphs.map(padded)
  const loca = Buffer.alloc((glyphs.length + 1) * 4)
  let end = 0
  for (const [i, glyph] of stored.entries()) loca.writeUInt32BE((end += glyph.length), (i + 1) * 4)
  const head = Buffer.from(tables.get('head'))
  head.writeInt16BE(1, 50)
  head.writeUInt32BE(0, 8)
  const all = [...new Map([...tables, ['head', head], ['loca', loca], ['glyf', Buffer.concat(stored)]])].sort(
    ([a], [b]) => (a < b ? -1 : 1),
  )
  const directory = Buffer.alloc(12 + all.length * 16)
  const power = Math.floor(Math.log2(all.length))
  directory.writeUInt32BE(0x00010000, 0)
  for (const [i, value] of [all.length, 2 ** power * 16, power, (all.length - 2 ** power) * 16].entries())
    directory.writeUInt16BE(value, 4 + i * 2)
  let at = directory.length
  for (const [i, [tag, bytes]] of all.entries()) {
    directory.write(tag, 12 + i * 16, 'latin1')
    for (const [k, value] of [checksum(padded(bytes)), at, bytes.length].entries())
      directory.writeUInt32BE(value, 16 + i * 16 + k * 4)
    at += padded(bytes).length
  }
  const font = Buffer.concat([directory, ...all.map(([, bytes]) => padded(bytes))])
  const headAt = directory.readUInt32BE(12 + all.findIndex(([tag]) => tag === 'head') * 16 + 8)
  font.writeUInt32BE((0xb1b0afba - checksum(font)) >>> 0, headAt + 8)
  return font
}
