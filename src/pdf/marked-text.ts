import type { PdfFile } from './pdf-file.ts'
import { kidsOf, readElement, type StructElement } from './structure.ts'
import { PdfRef, PdfString, textOf } from './values.ts'

/** The texts of elements of the tag tree, read back from the content of the pages. Pages are read when they are needed. */
export class MarkedText {
  private readonly pages = new Map<number, Map<number, string>>()
  private readonly fonts = new Map<number, Map<number, string>>()

  constructor(private readonly file: PdfFile) {}

  /** Returns what an element says: its text, or what stands in for a picture. */
  of(element: StructElement): string {
    const alt = element.dict.get('Alt')
    if (alt instanceof PdfString) return textOf(alt)
    return kidsOf(this.file, element)
      .map((kid) => {
        if (kid.kind === 'content') return kid.page ? (this.page(kid.page).get(kid.id) ?? '') : ''
        const inner = kid.kind === 'element' ? readElement(this.file, kid.ref) : null
        return inner ? this.of(inner) : ''
      })
      .join('')
  }

  private page(ref: PdfRef): Map<number, string> {
    let texts = this.pages.get(ref.number)
    if (!texts) this.pages.set(ref.number, (texts = this.readPage(ref)))
    return texts
  }

  private readPage(ref: PdfRef): Map<number, string> {
    const page = this.file.dict(ref)
    const contents = this.file.array(page.get('Contents'))
    const content = contents
      .map((one) => (one instanceof PdfRef ? this.file.decode(one).toString('latin1') : ''))
      .join('\n')
    const fonts = this.file.value(this.file.dict(page.get('Resources')).get('Font'))
    return readContent(content, (name) => {
      const font = fonts instanceof Map ? fonts.get(name) : null
      return font instanceof PdfRef ? this.font(font) : new Map()
    })
  }

  private font(ref: PdfRef): ReadonlyMap<number, string> {
    let letters = this.fonts.get(ref.number)
    if (!letters) {
      const map = this.file.dict(ref).get('ToUnicode')
      letters = map instanceof PdfRef ? readToUnicode(this.file.decode(map).toString('latin1')) : new Map()
      this.fonts.set(ref.number, letters)
    }
    return letters
  }
}

const contentTokens = /\/MCID (\d+)|\b(EMC|BMC|BDC)\b|\/(\w+) [\d.]+ Tf|<([0-9A-Fa-f]*)>|\((?:\\[\s\S]|[^\\()])*\)/g

/** Reads the text of each marked content. Shape: text is two bytes a glyph, in hexadecimal digits. */
function readContent(content: string, fontOf: (name: string) => ReadonlyMap<number, string>): Map<number, string> {
  const texts = new Map<number, string>()
  const open: (number | null)[] = []
  let next: number | null = null
  let letters: ReadonlyMap<number, string> = new Map()
  for (const [, id, mark, font, hex] of content.matchAll(contentTokens)) {
    if (id !== undefined) next = Number(id)
    else if (mark === 'EMC') open.pop()
    else if (mark) {
      open.push(next)
      next = null
    } else if (font !== undefined) letters = fontOf(font)
    else if (hex !== undefined) {
      const current = open.findLast((one) => one !== null)
      if (current === undefined || current === null) continue
      const codes = hex.match(/.{4}/g) ?? []
      const text = codes.map((code) => letters.get(Number.parseInt(code, 16)) ?? '').join('')
      texts.set(current, (texts.get(current) ?? '') + text)
    }
  }
  return texts
}

/** Reads which letters the glyphs of a font stand for. Source: ISO 32000-1, 9.10.3. */
export function readToUnicode(map: string): Map<number, string> {
  const letters = new Map<number, string>()
  for (const [, kind, body] of map.matchAll(/begin(bfchar|bfrange)\n([^e]*)end/g)) {
    for (const line of body!.split('\n')) {
      const [first, second, third] = [...line.matchAll(/<([0-9A-Fa-f]+)>/g)].map((found) => found[1]!)
      if (first === undefined || second === undefined) continue
      if (kind === 'bfchar') letters.set(Number.parseInt(first, 16), utf16(second))
      else if (third !== undefined) addRange(letters, first, second, third)
    }
  }
  return letters
}

function addRange(letters: Map<number, string>, first: string, last: string, letter: string): void {
  const [from, to] = [Number.parseInt(first, 16), Number.parseInt(last, 16)]
  const code = Number.parseInt(letter, 16)
  for (let glyph = from; glyph <= to; glyph++) letters.set(glyph, String.fromCodePoint(code + glyph - from))
}

const utf16 = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le')
