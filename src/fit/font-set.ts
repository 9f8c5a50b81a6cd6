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
  private readonly weights = new Map<OpenFont, number>()

  constructor(files: readonly FontFile[], hb: Harfbuzz) {
    this.files = files
    this.hb = hb
  }

  fontFor(style: TextStyle, bold: boolean, italic: boolean): OpenFont {
    const family = this.files.filter(({ face }) => face.family === style.family && !face.fallback)
    const slanted = italic ? family.filter(({ face }) => face.italic) : []
    const upright = family.filter(({ face }) => !face.italic)
    const plain = italic && slanted.length === 0 ? style.italicWeight : style.weight
    const weight = bold ? Math.max(style.boldWeight, plain) : plain
    const file = nearestWeight(slanted.length > 0 ? slanted : upright.length > 0 ? upright : family, weight)
    if (!file) throw new Error(`The theme has no font file for "${style.family}"`)
    return this.open(file)
  }

  /**
   * Returns the font that draws a character, or what is one to readers, such as a flag, which another font lacks: of the
   * nearest weight. Null if no font has all of it.
   */
  fallbackFor(grapheme: string, lacking: OpenFont): OpenFont | null {
    const points = [...grapheme].filter((character) => !isIgnored(character)).map((one) => one.codePointAt(0)!)
    const having = this.files.filter((file) => {
      if (!file.face.fallback) return false
      const font = this.open(file)
      return points.every((point) => this.hb.covers(font, point))
    })
    const family = having.filter(({ face }) => face.family === having[0]!.face.family)
    const file = nearestWeight(family, this.weights.get(lacking) ?? 400)
    return file ? this.open(file) : null
  }

  /** Whether there are fonts besides those of the theme. */
  get hasFallbacks(): boolean {
    return this.files.some(({ face }) => face.fallback)
  }

  private open(file: FontFile): OpenFont {
    const known = this.openFonts.get(file) ?? this.hb.open(file.ttf)
    this.openFonts.set(file, known)
    this.weights.set(known, file.face.weight)
    return known
  }
}

const isIgnored = (character: string) => /\p{Default_Ignorable_Code_Point}/u.test(character)

function nearestWeight(files: readonly FontFile[], weight: number): FontFile | undefined {
  const distance = ({ face }: FontFile) => Math.abs(face.weight - weight)
  return files.reduce<FontFile | undefined>(
    (best, file) => (best && distance(best) <= distance(file) ? best : file),
    undefined,
  )
}
