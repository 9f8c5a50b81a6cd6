/**
 * Completes letters of a TrueType font that consist of their base letter only: `ğ` drawn as `g`. The mark is the one of another
 * letter, centred above the base.
 * Source: https://learn.microsoft.com/typography/opentype/spec/glyf (composite glyphs)
 */
import { padded, readCmap, readTables, writeTables } from './tables.mjs'

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

function readGlyphs(tables) {
  const [glyf, loca] = [tables.get('glyf'), tables.get('loca')]
  const isLong = tables.get('head').readInt16BE(50) === 1
  const offset = (i) => (isLong ? loca.readUInt32BE(i * 4) : loca.readUInt16BE(i * 2) * 2)
  return Array.from({ length: tables.get('maxp').readUInt16BE(4) }, (_, i) => glyf.subarray(offset(i), offset(i + 1)))
}

function writeFont(tables, glyphs) {
  const stored = glyphs.map(padded)
  const loca = Buffer.alloc((glyphs.length + 1) * 4)
  let end = 0
  for (const [i, glyph] of stored.entries()) loca.writeUInt32BE((end += glyph.length), (i + 1) * 4)
  const head = Buffer.from(tables.get('head'))
  head.writeInt16BE(1, 50)
  return writeTables(new Map([...tables, ['head', head], ['loca', loca], ['glyf', Buffer.concat(stored)]]))
}
