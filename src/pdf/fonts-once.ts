import { readToUnicode } from './marked-text.ts'
import { compressedStream, type PdfFile, type PdfStream } from './pdf-file.ts'
import { haveSameTables, joinTrueType, readTrueType, type TrueTypeSubset } from './true-type.ts'
import { type PdfDict, PdfName, PdfRef, type PdfValue, serialize } from './values.ts'

/** A font that is stored several times, each time with other letters, and what is stored instead. */
export interface RepeatedFont {
  /** The dictionaries and streams of the one that has them all. */
  merged: MergedFont
  /** Which objects it replaces. Shape: the first of `own` is what pages refer to. */
  replaced: readonly { file: number; own: readonly number[] }[]
}

/** The objects of a font, without their references to each other. */
export interface MergedFont {
  font: PdfDict
  descendant: PdfDict
  descriptor: PdfDict
  program: PdfStream
  toUnicode: PdfStream
}

/** A font of a file as Chromium stores it: by numbers of glyphs, which are those of the whole font. */
export interface StoredFont {
  file: number
  own: number[]
  /** Fonts with different keys cannot be one. */
  key: string
  font: PdfDict
  descendant: PdfDict
  descriptor: PdfDict
  program: TrueTypeSubset
  letters: ReadonlyMap<number, string>
  widths: Widths
}

/** The widths of glyphs. Units: thousandths of an em. */
export interface Widths {
  /** Also of glyphs that only fill a gap. */
  listed: ReadonlyMap<number, number>
  /** Of all others. */
  fallback: number
}

/**
 * Finds fonts that files store several times: Chromium 143 does so for each brightness of text, and the parts of a document
 * have fonts of their own. Two are taken for one only if no glyph differs in shape, width or letter.
 */
export function fontsOnce(files: readonly PdfFile[]): RepeatedFont[] {
  const groups = new Map<string, StoredFont[][]>()
  for (const [index, file] of files.entries()) {
    for (const font of fontsOf(file, index)) {
      const alike = groups.get(font.key) ?? []
      groups.set(font.key, alike)
      const group = alike.find((one) => one.every((other) => agree(other, font)))
      if (group) group.push(font)
      else alike.push([font])
    }
  }
  return [...groups.values()]
    .flat()
    .filter((group) => group.length > 1)
    .map((group) => ({ merged: merge(group), replaced: group.map(({ file, own }) => ({ file, own })) }))
}

/** Reads the fonts of a file that could be joined with others. `index` is the number of the file. */
export function fontsOf(file: PdfFile, index: number): StoredFont[] {
  const fonts: StoredFont[] = []
  const uses = new Map<number, number>()
  for (const number of file.numbers()) {
    if (!file.head(number).includes('/Subtype /Type0')) continue
    const font = readFont(file, index, new PdfRef(number))
    if (!font) continue
    fonts.push(font)
    for (const own of font.own) uses.set(own, (uses.get(own) ?? 0) + 1)
  }
  // An object that two fonts share cannot be replaced for one of them.
  return fonts.filter(({ own }) => own.every((number) => uses.get(number) === 1))
}

function readFont(file: PdfFile, index: number, ref: PdfRef): StoredFont | null {
  const font = file.dict(ref)
  const [descendantRef] = file.array(font.get('DescendantFonts'))
  const toUnicode = font.get('ToUnicode')
  if (!(descendantRef instanceof PdfRef) || !(toUnicode instanceof PdfRef)) return null
  const descendant = file.dict(descendantRef)
  const descriptorRef = descendant.get('FontDescriptor')
  if (!(descriptorRef instanceof PdfRef)) return null
  const descriptor = file.dict(descriptorRef)
  const programRef = descriptor.get('FontFile2')
  const map = descendant.get('CIDToGIDMap')
  if (!(programRef instanceof PdfRef) || !(map instanceof PdfName && map.name === 'Identity')) return null
  const program = readTrueType(file.decode(programRef))
  const widths = widthsOf(file, descendant)
  if (!program || !widths) return null
  const letters = readToUnicode(file.decode(toUnicode).toString('latin1'))
  const described = [...descriptor].filter(([key]) => key !== 'FontFile2' && key !== 'FontName')
  return {
    file: index,
    own: [ref, descendantRef, descriptorRef, programRef, toUnicode].map(({ number }) => number),
    key: `${nameOf(font)} ${serialize(new Map(described))}`,
    font,
    descendant,
    descriptor,
    program,
    letters,
    widths,
  }
}

/** The name of a font without the mark of its subset. */
const nameOf = (font: PdfDict) => (font.get('BaseFont') as PdfName | undefined)?.name.replace(/^[A-Z]{6}\+/, '') ?? ''

/** Reads the widths of glyphs. Source: ISO 32000-1, 9.7.4.3. */
function widthsOf(file: PdfFile, descendant: PdfDict): Widths | null {
  const listed = new Map<number, number>()
  const fallback = descendant.get('DW') ?? 1000
  const entries = file.array(descendant.get('W'))
  for (let i = 0; i < entries.length; ) {
    const [first, next, third] = entries.slice(i, i + 3)
    if (typeof first !== 'number') return null
    if (Array.isArray(next)) {
      for (const [k, width] of next.entries()) listed.set(first + k, width as number)
      i += 2
    } else {
      if (typeof next !== 'number' || typeof third !== 'number') return null
      for (let glyph = first; glyph <= next; glyph++) listed.set(glyph, third)
      i += 3
    }
  }
  return typeof fallback === 'number' ? { listed, fallback } : null
}

/** The width of a glyph in texts. Units: thousandths of an em. */
export const widthOf = ({ widths }: StoredFont, glyph: number): number => widths.listed.get(glyph) ?? widths.fallback

/** Whether a font holds a glyph. Its lists of letters and widths name others too, which fill gaps. */
export const holds = ({ program }: StoredFont, glyph: number): boolean =>
  program.outline(glyph).length > 0 || (glyph < program.glyphs && program.metrics(glyph).readUInt16BE(0) > 0)

/** Whether all glyphs that both fonts hold are the same. */
function agree(a: StoredFont, b: StoredFont): boolean {
  if (!haveSameTables(a.program, b.program)) return false
  const both = Math.min(a.program.glyphs, b.program.glyphs)
  for (let glyph = 0; glyph < both; glyph++) {
    if (!holds(a, glyph) || !holds(b, glyph)) continue
    if (!a.program.outline(glyph).equals(b.program.outline(glyph))) return false
    if (!a.program.metrics(glyph).equals(b.program.metrics(glyph))) return false
    const [letter, other] = [a.letters.get(glyph), b.letters.get(glyph)]
    // A glyph without a letter is a part of another one, and its width is not that of a text.
    if (letter === undefined || other === undefined) continue
    if (letter !== other || widthOf(a, glyph) !== widthOf(b, glyph)) return false
  }
  return true
}

function merge(group: readonly StoredFont[]): MergedFont {
  const first = group[0]!
  const letters = new Map<number, string>()
  const widths: PdfValue[] = []
  const owners: number[] = []
  const glyphs = Math.max(...group.map(({ program }) => program.glyphs))
  for (let glyph = 0; glyph < glyphs; glyph++) {
    // What is in no text yet may be a part of a glyph there, which another font has as a letter.
    const holders = group.filter((font) => holds(font, glyph))
    const owner = [...holders, ...group].find((font) => font.letters.has(glyph)) ?? holders[0] ?? first
    owners.push(group.indexOf(owner))
    const letter = owner.letters.get(glyph)
    if (letter !== undefined) letters.set(glyph, letter)
    if (letter !== undefined || glyph === 0) appendWidth(widths, glyph, widthOf(owner, glyph))
  }
  const program = joinTrueType(
    group.map((font) => font.program),
    owners,
  )
  return {
    font: first.font,
    descendant: new Map(first.descendant).set('W', widths),
    descriptor: first.descriptor,
    program: compressedStream(program, new Map([['Length1', program.length]])),
    toUnicode: compressedStream(writeToUnicode(letters)),
  }
}

/** Appends to the form `first [width width ...]`. */
function appendWidth(widths: PdfValue[], glyph: number, width: number): void {
  const [first = 0, run] = widths.slice(-2) as [number, number[]] | []
  if (run && first + run.length === glyph) run.push(width)
  else widths.push(glyph, [width])
}

/** The most entries that a section of a map may have. Source: ISO 32000-1, 9.7.5.4. */
const maxEntries = 100

/** Writes which letters the glyphs of a font stand for. Source: ISO 32000-1, 9.10.3. */
function writeToUnicode(letters: ReadonlyMap<number, string>): string {
  const lines = [...letters].map(([glyph, letter]) => `<${hex(glyph)}> <${utf16(letter)}>`)
  const sections = Array.from({ length: Math.ceil(lines.length / maxEntries) }, (_, i) => {
    const section = lines.slice(i * maxEntries, (i + 1) * maxEntries)
    return `${section.length} beginbfchar\n${section.join('\n')}\nendbfchar\n`
  })
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo
<<  /Registry (Adobe)
/Ordering (UCS)
/Supplement 0
>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
${sections.join('')}endcmap
CMapName currentdict /CMap defineresource pop
end
end`
}

const hex = (glyph: number) => glyph.toString(16).toUpperCase().padStart(4, '0')
const utf16 = (text: string) => Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()
