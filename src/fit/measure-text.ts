import { type Glyphs, glyphStride, type Harfbuzz, type OpenFont } from './harfbuzz.ts'
import { eachScript } from './script.ts'

/** A part of a text in one font. Units: UTF-16 offsets. */
export interface FontRun {
  font: OpenFont
  end: number
}

/** A text measured once for all sizes. Units: em; one entry per UTF-16 unit. */
export interface MeasuredText {
  text: string
  /** The width of the text before each offset, with one more entry for its end. */
  before: Float64Array
  /** The extra width of a line that ends after this unit, because the kerning with the next one is lost. */
  atEnd: Float32Array
  /** 1 where a character begins: the only offsets at which a word may be cut. */
  letter: Uint8Array
  /** Characters that the font lacks. */
  missing: string[]
}

/** The width of a character from another font on the reader's machine: no emoji font is wider. Units: em. */
const missingGlyphEm = 1.4

/**
 * Measures a text as browsers shape it: in runs of one font and script, with kerning, without optional ligatures.
 * Units: `letterSpacing` in em, added after each character.
 */
export function measure(
  hb: Harfbuzz,
  text: string,
  runs: FontRun[],
  lang: string,
  letterSpacing: number,
  tabular = false,
): MeasuredText {
  const measured: MeasuredText = {
    text,
    before: new Float64Array(text.length + 1),
    atEnd: new Float32Array(text.length),
    letter: new Uint8Array(text.length + 1),
    missing: [],
  }
  const missing = new Set<string>()
  hb.load(text)
  let start = 0
  for (const { font, end } of runs) {
    eachScript(text, start, end, (from, to, script) => {
      const glyphs = hb.shape(font, from, to, script, { lang, tabular })
      if (addGlyphs(hb, font, glyphs, measured)) addMissing(hb, font, text.slice(from, to), missing)
      splitLigatures(hb, font, measured, from, to)
    })
    start = end
  }
  sumAdvances(measured, letterSpacing)
  measured.letter[text.length] = 1
  measured.missing = [...missing]
  return measured
}

/** Assigns the advances of a run to its characters. Returns whether the font lacks any. */
function addGlyphs(hb: Harfbuzz, font: OpenFont, { count, infos, positions }: Glyphs, measured: MeasuredText): boolean {
  let lacks = false
  const { before, atEnd, letter } = measured
  for (let i = 0; i < count; i++) {
    const glyph = infos[i * glyphStride]!
    const at = infos[i * glyphStride + 2]!
    letter[at] = 1
    if (glyph === 0) {
      letter[at] = missingGlyph
      lacks = true
      continue
    }
    const advance = positions[i * glyphStride]!
    before[at + 1]! += advance / font.unitsPerEm
    const lost = hb.advances(font, glyph) - advance
    // The last glyph of a character decides, because marks have no advance.
    if (lost > 0) atEnd[at] = lost / font.unitsPerEm
  }
  return lacks
}

/** Adds the characters of a part of a text that the font lacks. */
function addMissing(hb: Harfbuzz, font: OpenFont, part: string, missing: Set<string>): void {
  for (const char of new Set(part)) {
    if (!hb.covers(font, char.codePointAt(0)!) && !/\p{Default_Ignorable_Code_Point}/u.test(char)) missing.add(char)
  }
}

/**
 * A line may end inside a required ligature (a fraction of digits and `⁄`), whose characters are then drawn separately.
 * Each but the first gets its own width, so that a line may begin with it; `atEnd` corrects a line that ends before it.
 */
function splitLigatures(
  hb: Harfbuzz,
  font: OpenFont,
  { text, before, atEnd, letter }: MeasuredText,
  from: number,
  to: number,
) {
  for (let at = from; at < to - 1; at++) {
    if (letter[at] !== 1 || letter[at + 1] !== 0) continue
    let end = at + 2
    while (end < to && letter[end] === 0) end++
    const alone = [...text.slice(at, end)].map((char) =>
      isMark(char) ? 0 : hb.advanceOfCodePoint(font, char.codePointAt(0)!),
    )
    if (alone.length !== end - at || alone.includes(0)) continue
    const ligature = before[at + 1]!
    const apart = alone.reduce((sum, width) => sum + width) / font.unitsPerEm
    for (let i = at + 1; i < end; i++) {
      atEnd[i] = i < end - 1 ? Math.max(0, apart - ligature) : atEnd[at]!
      before[i + 1] = alone[i - at]! / font.unitsPerEm
      before[at + 1]! -= before[i + 1]!
      letter[i] = 1
    }
    atEnd[at] = Math.max(0, apart - ligature)
  }
}

const isMark = (char: string) => /[\p{M}\p{Default_Ignorable_Code_Point}]/u.test(char)

/** Marks a character that the font lacks until its width is known. */
const missingGlyph = 2

/** Sums up the advances and sets the width of missing characters. */
function sumAdvances(measured: MeasuredText, letterSpacing: number): void {
  const { before, atEnd, letter, text } = measured
  const hanging = Math.max(0, -letterSpacing)
  for (let at = 0; at < text.length; ) {
    let end = at + 1
    while (end < text.length && letter[end] === 0) end++
    const foreign =
      letter[at] === missingGlyph || isEmoji(text, at, end) ? missingGlyphEm * countVisible(text, at, end) : 0
    const own = Math.max(foreign, letter[at] === missingGlyph ? 0 : before[at + 1]!)
    const width = own + letterSpacing
    // No line ends inside a character, so any of its units may hold the width.
    const left = before[at]!
    for (let i = at + 1; i <= end; i++) before[i] = left + width
    const lost = (letter[at] === missingGlyph ? 0 : atEnd[at]!) + hanging
    for (let i = at; i < end; i++) atEnd[i] = lost
    letter[at] = 1
    at = end
  }
}

/**
 * Whether browsers may draw a character in the system's emoji font, though another has it: it is an emoji by itself, or a
 * variation selector asks for one.
 */
function isEmoji(text: string, from: number, to: number): boolean {
  if (to - from > 1 && text.charCodeAt(to - 1) === 0xfe0f) return true
  return text.charCodeAt(from) >= 0x231a && /^\p{Emoji_Presentation}/u.test(text.slice(from, to))
}

/** Code points that fonts may draw separately: joiners and variation selectors have no width. */
function countVisible(text: string, from: number, to: number): number {
  let count = 0
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i)
    const lowSurrogate = unit >= 0xdc00 && unit < 0xe000
    if (!lowSurrogate && unit !== 0x200d && !(unit >= 0xfe00 && unit <= 0xfe0f)) count++
  }
  return count
}
