import type { Face, TextStyle } from '../model/theme.ts'
import type { Harfbuzz, OpenFont } from './harfbuzz.ts'

/** A font file with the face that it contains. */
export interface FontFile {
  face: Face
  ttf: Uint8Array
}

/**
 * Selects the font file of a style as browsers select a face: of the family, upright or italic, of the nearest weight.
 * A family without italics shows `*italic*` upright in the style's `italicWeight`.
 * Errors: throws if the theme has no file for the family.
 */
export class FontSet {
  private readonly files: readonly FontFile[]
  private readonly hb: Harfbuzz
  private readonly openFonts = new Map<FontFile, OpenFont>()

  constructor(files: readonly FontFile[], hb: Harfbuzz) {
    this.files = files
    this.hb = hb
  }

  fontFor(style: TextStyle, bold: boolean, italic: boolean): OpenFont {
    const family = this.files.filter(({ face }) => face.family === style.family)
    const slanted = italic ? family.filter(({ face }) => face.italic) : []
    const upright = family.filter(({ face }) => !face.italic)
    const plain = italic && slanted.length === 0 ? style.italicWeight : style.weight
    const weight = bold ? Math.max(style.boldWeight, plain) : plain
    const file = nearestWeight(slanted.length > 0 ? slanted : upright.length > 0 ? upright : family, weight)
    if (!file) throw new Error(`The theme has no font file for "${style.family}"`)
    const openFonts = this.openFonts.get(file) ?? this.hb.open(file.ttf)
    this.openFonts.set(file, openFonts)
    return openFonts
  }
}

function nearestWeight(files: readonly FontFile[], weight: number): FontFile | undefined {
  const distance = ({ face }: FontFile) => Math.abs(face.weight - weight)
  return files.reduce<FontFile | undefined>(
    (best, file) => (best && distance(best) <= distance(file) ? best : file),
    undefined,
  )
}
