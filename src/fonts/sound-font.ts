import { fontCodePoints, readWoff2, tablesOfTrueType } from './cmap.ts'
import { isSoundCmap } from './sound-cmap.ts'

/** The tables that a TrueType font needs for its texts to be measured. */
const neededTables = ['cmap', 'head', 'hhea', 'hmtx', 'maxp']

/** Tables that hold the shapes of glyphs; one is enough. */
const shapeTables = ['glyf', 'CFF ', 'CFF2', 'CBDT', 'sbix']

/**
 * Whether the insides of a TrueType or OpenType font hold what its header promises, as far as measuring and drawing rely on
 * it. A copy that broke off or a file that was edited as text has a sound header.
 *
 * Shape:  one font, not a collection.
 * Errors: none.
 * Source: the OpenType specification, the chapters of these tables.
 */
export function isSoundTrueType(font: Uint8Array): boolean {
  try {
    const tables = tablesOfTrueType(font)
    const get = (tag: string) => tables.get(tag) ?? Buffer.alloc(0)
    if (!neededTables.every((tag) => tables.has(tag)) || !shapeTables.some((tag) => tables.has(tag))) return false
    const perEm = get('head').readUInt16BE(18)
    const glyphs = get('maxp').readUInt16BE(4)
    const advances = get('hhea').readUInt16BE(34)
    return (
      get('head').readUInt32BE(12) === 0x5f0f3cf5 &&
      perEm >= 16 &&
      perEm <= 16_384 &&
      advances >= 1 &&
      advances <= glyphs &&
      hasSoundAdvances(get('hmtx'), advances, perEm) &&
      isSoundCmap(get('cmap')) &&
      fontCodePoints(font).size > 0 &&
      (!tables.has('glyf') || hasSoundGlyphs(get('glyf'), get('loca'), glyphs, get('head').readInt16BE(50) !== 0))
    )
  } catch {
    return false // a table ends before what it should hold
  }
}

/**
 * Whether a WOFF2 font can be unpacked and has characters. Its shapes are not checked: they are in another form than those
 * of TrueType. Errors: none.
 */
export function isSoundWoff2(font: Uint8Array): boolean {
  try {
    const { cmap, missingBytes } = readWoff2(font)
    return missingBytes === 0 && isSoundCmap(cmap) && fontCodePoints(font).size > 0
  } catch {
    return false
  }
}

/** Whether most glyphs are narrower than four em, and not all have no width. Units: `perEm` font units are one em. */
function hasSoundAdvances(hmtx: Buffer, count: number, perEm: number): boolean {
  let [wide, visible] = [0, 0]
  for (let i = 0; i < count; i++) {
    const advance = hmtx.readUInt16BE(i * 4)
    if (advance > 4 * perEm) wide++
    if (advance > 0) visible++
  }
  return visible > 0 && wide * 2 <= count
}

/** Whether each glyph has a place of its own that begins as a glyph does. `long`: whether `loca` has 32-bit offsets. */
function hasSoundGlyphs(glyf: Buffer, loca: Buffer, glyphs: number, long: boolean): boolean {
  const offsetOf = (glyph: number) => (long ? loca.readUInt32BE(glyph * 4) : loca.readUInt16BE(glyph * 2) * 2)
  let start = offsetOf(0)
  for (let glyph = 1; glyph <= glyphs; glyph++) {
    const end = offsetOf(glyph)
    if (end < start || end > glyf.length) return false
    if (end > start && !isGlyph(glyf.subarray(start, end), glyphs)) return false
    start = end
  }
  return true
}

function isGlyph(glyph: Buffer, glyphs: number): boolean {
  const contours = glyph.readInt16BE(0)
  if (contours < 0) return glyph.readUInt16BE(12) < glyphs // made of other glyphs, of which this is the first
  let last = -1
  for (let i = 0; i < contours; i++) {
    const point = glyph.readUInt16BE(10 + i * 2)
    if (point < last) return false
    last = point
  }
  const instructions = contours === 0 ? 0 : glyph.readUInt16BE(10 + contours * 2)
  return 10 + contours * 2 + instructions <= glyph.length
}
