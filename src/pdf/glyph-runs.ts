import type { PdfFile } from './pdf-file.ts'
import { type PdfDict, PdfName, PdfRef, type PdfValue } from './values.ts'

/** Widths of glyphs by their numbers. Units: thousandths of the size of the font. */
export type GlyphWidths = (glyph: number) => number

/** A font of a size that is chosen, or a line of glyphs, each of which is moved to its place by itself. */
const runs =
  /\/(\w+) ([\d.]+) Tf(?=\s)|<(?:[0-9A-Fa-f]{4})+> Tj(?:\n-?[\d.]+ 0 Td <(?:[0-9A-Fa-f]{4})+> Tj)+(?=(\nET)?)/g
/** What ends each piece of a line. */
const shows = '> Tj'
/** What changes the widths of glyphs besides the font. */
const spacing = /[\d.] T[cwz]\n/

/** Glyphs that stand less than this beside their places stay there. Units: thousandths of the size of the font. */
const tolerance = 0.25

/**
 * Writes the glyphs of a line as one text, in which only those are moved that do not stand where the one before them ends.
 * Chromium writes each glyph by itself: PDFium then takes some lines for columns, and files are larger.
 *
 * Source: ISO 32000-1, 9.4.3, 9.4.4. Skia, `GlyphPositioner` in SkPDFDevice.cpp: it compares positions as floats.
 */
export function joinGlyphs(content: string, widthsOf: (font: string) => GlyphWidths | null): string {
  if (spacing.test(content)) return content
  let widths: GlyphWidths | null = null
  let size = 0
  return content.replace(runs, (whole, font: string | undefined, points: string, isLast: string | undefined) => {
    if (font === undefined) return widths && size > 0 ? joinRun(whole, widths, size, isLast !== undefined) : whole
    widths = widthsOf(font)
    size = Number(points)
    return whole
  })
}

const newline = 0x0a

/** Writes one line. What follows it is moved from its last glyph, if anything does. */
function joinRun(run: string, widths: GlyphWidths, size: number, isLast: boolean): string {
  let text = ''
  let at = 0
  let pen = 0
  for (let next = 0; next < run.length; ) {
    // Either `<0041> Tj` or `\n12.5 0 Td <0041> Tj`, as `runs` has found.
    if (run.charCodeAt(next) === newline) at += Number(run.slice(next + 1, run.indexOf(' ', next)))
    const open = run.indexOf('<', next)
    const close = run.indexOf('>', open)
    const glyphs = run.slice(open + 1, close)
    next = close + shows.length
    const gap = (1000 * (pen - at)) / size
    if (Math.abs(gap) >= tolerance) {
      const written = Math.round(gap * 10) / 10
      text += `>${written}<`
      pen -= (written * size) / 1000
    }
    text += glyphs
    for (let i = 0; i < glyphs.length; i += 4)
      pen += (widths(Number.parseInt(glyphs.slice(i, i + 4), 16)) * size) / 1000
  }
  const shown = text.includes('>') ? `[<${text}>] TJ` : `<${text}> Tj`
  return isLast ? shown : `${shown}\n${Math.round(at * 1e5) / 1e5} 0 Td`
}

/** Returns the widths of the fonts of a page, by the names that its content uses. Fonts are read once a file. */
export class FontWidths {
  private readonly read = new Map<number, GlyphWidths | null>()

  constructor(private readonly file: PdfFile) {}

  of(page: PdfDict): (font: string) => GlyphWidths | null {
    const resources = this.file.value(page.get('Resources'))
    const fonts = resources instanceof Map ? this.file.value(resources.get('Font')) : null
    return (name) => {
      const ref = fonts instanceof Map ? fonts.get(name) : null
      return ref instanceof PdfRef ? this.font(ref) : null
    }
  }

  private font(ref: PdfRef): GlyphWidths | null {
    let widths = this.read.get(ref.number)
    if (widths === undefined) this.read.set(ref.number, (widths = readWidths(this.file, this.file.dict(ref))))
    return widths
  }
}

/** Null for a font whose glyphs have numbers of another length. Source: ISO 32000-1, 9.7.4.3. */
function readWidths(file: PdfFile, font: PdfDict): GlyphWidths | null {
  const encoding = font.get('Encoding')
  const [descendant] = file.array(font.get('DescendantFonts'))
  const dict = file.value(descendant)
  if (!(encoding instanceof PdfName && encoding.name === 'Identity-H') || !(dict instanceof Map)) return null
  const standard = dict.get('DW')
  const byGlyph = new Map<number, number>()
  const list: PdfValue[] = file.array(dict.get('W'))
  for (let i = 0; i + 1 < list.length; ) {
    const [first, next, width] = [list[i], file.value(list[i + 1]), list[i + 2]]
    if (typeof first !== 'number') return null
    if (Array.isArray(next)) {
      for (const [k, one] of next.entries()) if (typeof one === 'number') byGlyph.set(first + k, one)
      i += 2
    } else if (typeof next === 'number' && typeof width === 'number') {
      for (let glyph = first; glyph <= next; glyph++) byGlyph.set(glyph, width)
      i += 3
    } else return null
  }
  const missing = typeof standard === 'number' ? standard : 1000
  return (glyph) => byGlyph.get(glyph) ?? missing
}
