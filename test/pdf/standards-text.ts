import { inflateSync } from 'node:zlib'
import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
} from '@cantoo/pdf-lib'
import type { Breach } from './standards.ts'

/** Checks what pages are written with: the fonts of their glyphs, and their places in the tag tree. */
export function checkTexts(document: PDFDocument): Breach[] {
  const check = new TextCheck(document)
  for (const [i, page] of document.getPages().entries()) check.page(page.node, `page ${i + 1}`)
  return check.breaches
}

/** What a font says of its glyphs. Units: widths in thousandths of the size. */
interface GlyphFacts {
  letters: ReadonlySet<number>
  widths: ReadonlyMap<number, number>
  standardWidth: number
  /** The widths in the embedded font. */
  advances: (glyph: number) => number | undefined
}

/** The widths in a PDF may differ so much from those in the font. Source: ISO 19005-2, 6.2.11.5. */
const widthTolerance = 1

class TextCheck {
  readonly breaches: Breach[] = []
  private readonly fonts = new Map<string, GlyphFacts | null>()
  private readonly seen = new Set<string>()
  private readonly parents: ReadonlyMap<number, PDFObject>

  constructor(private readonly document: PDFDocument) {
    this.parents = this.readParents()
  }

  page(page: PDFDict, where: string): void {
    const key = this.get(page, 'StructParents')
    const own = key instanceof PDFNumber ? this.look(this.parents.get(key.asNumber())) : undefined
    const elements = own instanceof PDFArray ? own.asArray() : []
    this.content(this.contents(page), this.dict(page, 'Resources'), elements, where, 0)
  }

  private content(
    text: string,
    resources: PDFDict | null,
    elements: readonly PDFObject[],
    where: string,
    depth: number,
  ): void {
    const tokens = text.matchAll(/\/MCID (\d+)|\/ActualText\s*<\w*>|\/(\w+) [\d.]+ Tf|<([0-9A-Fa-f]+)>|\/(\w+) Do\b/g)
    let font: GlyphFacts | null = null
    for (const [, id, name, glyphs, form] of tokens) {
      if (id && !(this.look(elements[Number(id)]) instanceof PDFDict))
        this.breach('ua 7.1-3', `${where}, content ${id}`)
      else if (name) font = this.font(this.dict(resources, 'Font')?.get(PDFName.of(name)))
      else if (glyphs && font) this.glyphs(glyphs, font, where)
      else if (form && depth < 9) {
        const object = this.get(this.dict(resources, 'XObject'), form)
        if (!(object instanceof PDFRawStream) || !object.dict.has(PDFName.of('Resources'))) continue
        const inner = this.dict(object.dict, 'Resources')
        this.content(this.decode(object).toString('latin1'), inner, elements, where, depth + 1)
      }
    }
  }

  private glyphs(hex: string, font: GlyphFacts, where: string): void {
    for (const code of hex.match(/.{4}/g) ?? []) {
      const glyph = Number.parseInt(code, 16)
      if (glyph === 0) this.breach('ua 7.21.8-1', where)
      if (!font.letters.has(glyph)) this.breach('ua 7.21.7-1', `${where}, glyph ${code}`)
      const width = font.widths.get(glyph) ?? font.standardWidth
      const advance = font.advances(glyph)
      if (advance === undefined) this.breach('a 6.2.11.4.1', `${where}, glyph ${code}`)
      else if (Math.abs(advance - width) > widthTolerance) this.breach('a 6.2.11.5', `${where}, glyph ${code}`)
    }
  }

  /** Null for a font that is not a TrueType one with glyphs of two bytes. */
  private font(ref: PDFObject | undefined): GlyphFacts | null {
    const name = String(ref)
    let facts = this.fonts.get(name)
    if (facts === undefined) this.fonts.set(name, (facts = this.readFont(this.look(ref))))
    return facts
  }

  private readFont(font: PDFObject | undefined): GlyphFacts | null {
    const map = font instanceof PDFDict ? this.get(font, 'ToUnicode') : null
    const descendants = font instanceof PDFDict ? this.get(font, 'DescendantFonts') : null
    const own = descendants instanceof PDFArray ? this.look(descendants.get(0)) : null
    const program = own instanceof PDFDict ? this.get(this.dict(own, 'FontDescriptor'), 'FontFile2') : null
    if (!(own instanceof PDFDict) || !(program instanceof PDFRawStream)) return null
    const standard = this.get(own, 'DW')
    return {
      letters: map instanceof PDFRawStream ? readLetters(this.decode(map).toString('latin1')) : new Set(),
      widths: this.readWidths(this.get(own, 'W')),
      standardWidth: standard instanceof PDFNumber ? standard.asNumber() : 1000,
      advances: readAdvances(this.decode(program)),
    }
  }

  private readWidths(array: PDFObject | undefined): Map<number, number> {
    const widths = new Map<number, number>()
    const list = array instanceof PDFArray ? array.asArray().map((one) => this.look(one)) : []
    for (let i = 0; i + 1 < list.length; ) {
      const first = (list[i] as PDFNumber).asNumber()
      const next = list[i + 1]
      if (next instanceof PDFArray) {
        for (const [k, one] of next.asArray().entries()) widths.set(first + k, (one as PDFNumber).asNumber())
        i += 2
      } else {
        const width = (list[i + 2] as PDFNumber).asNumber()
        for (let glyph = first; glyph <= (next as PDFNumber).asNumber(); glyph++) widths.set(glyph, width)
        i += 3
      }
    }
    return widths
  }

  private readParents(): Map<number, PDFObject> {
    const parents = new Map<number, PDFObject>()
    const read = (node: PDFObject | undefined) => {
      if (!(node instanceof PDFDict)) return
      const numbers = this.get(node, 'Nums')
      const list = numbers instanceof PDFArray ? numbers.asArray() : []
      for (let i = 0; i + 1 < list.length; i += 2) parents.set((list[i] as PDFNumber).asNumber(), list[i + 1]!)
      const kids = this.get(node, 'Kids')
      if (kids instanceof PDFArray) for (const kid of kids.asArray()) read(this.look(kid))
    }
    read(this.get(this.dict(this.document.catalog, 'StructTreeRoot'), 'ParentTree'))
    return parents
  }

  private contents(page: PDFDict): string {
    const contents = this.get(page, 'Contents')
    const streams = contents instanceof PDFArray ? contents.asArray().map((one) => this.look(one)) : [contents]
    return streams.map((one) => (one instanceof PDFRawStream ? this.decode(one).toString('latin1') : '')).join('\n')
  }

  /** Each fault is told once a place. */
  private breach(rule: string, where: string): void {
    if (this.seen.has(rule + where)) return
    this.seen.add(rule + where)
    this.breaches.push({ rule, where })
  }

  private look(object: PDFObject | undefined): PDFObject | undefined {
    return object instanceof PDFRef ? this.document.context.lookup(object) : object
  }

  private get(dict: PDFDict | null | undefined, key: string): PDFObject | undefined {
    return this.look(dict?.get(PDFName.of(key)))
  }

  private dict(of: PDFDict | null, key: string): PDFDict | null {
    const value = this.get(of, key)
    return value instanceof PDFDict ? value : null
  }

  private decode(stream: PDFRawStream): Buffer {
    return stream.dict.has(PDFName.of('Filter')) ? inflateSync(stream.contents) : Buffer.from(stream.contents)
  }
}

/** The glyphs that stand for letters. Source: ISO 32000-1, 9.10.3. */
function readLetters(map: string): Set<number> {
  const letters = new Set<number>()
  for (const [, kind, body] of map.matchAll(/begin(bfchar|bfrange)\s([\s\S]*?)end/g)) {
    for (const line of body!.split('\n')) {
      const [first, last] = [...line.matchAll(/<([0-9A-Fa-f]+)>/g)].map(([, hex]) => Number.parseInt(hex!, 16))
      if (first === undefined) continue
      for (let glyph = first; glyph <= (kind === 'bfrange' ? last! : first); glyph++) letters.add(glyph)
    }
  }
  return letters
}

/** The widths in a TrueType font. Source: OpenType, `head`, `hhea`, `hmtx`. */
function readAdvances(font: Buffer): (glyph: number) => number | undefined {
  const tables = new Map<string, number>()
  for (let i = 0; i < font.readUInt16BE(4); i++)
    tables.set(font.toString('latin1', 12 + 16 * i, 16 + 16 * i), font.readUInt32BE(20 + 16 * i))
  const [head, hhea, hmtx, maxp] = ['head', 'hhea', 'hmtx', 'maxp'].map((name) => tables.get(name))
  if (!head || !hhea || !hmtx || !maxp) return () => undefined
  const unitsPerEm = font.readUInt16BE(head + 18)
  const metrics = font.readUInt16BE(hhea + 34)
  const glyphs = font.readUInt16BE(maxp + 4)
  return (glyph) =>
    glyph < glyphs ? (1000 * font.readUInt16BE(hmtx + 4 * Math.min(glyph, metrics - 1))) / unitsPerEm : undefined
}
