import type { Face, TextStyle } from '../model/theme.ts'
import type { Harfbuzz, OpenFont } from './harfbuzz.ts'

export interface FaceFile {
  face: Face
  ttf: Uint8Array
}

/**
 * Picks the font file of a style, as a browser picks a face: the family's, upright or italic, of the nearest weight.
 * A family without italics shows `*italic*` upright in the style's `italicWeight`.
 * Errors: a theme that names a family it brings no file for is a mistake in the theme: an exception.
 */
export class Faces {
  private readonly files: readonly FaceFile[]
  private readonly hb: Harfbuzz
  private readonly open = new Map<FaceFile, OpenFont>()

  constructor(files: readonly FaceFile[], hb: Harfbuzz) {
    this.files = files
    this.hb = hb
  }

  of(style: TextStyle, bold: boolean, italic: boolean): OpenFont {
    const family = this.files.filter(({ face }) => face.family === style.family)
    const slanted = italic ? family.filter(({ face }) => face.italic) : []
    const upright = family.filter(({ face }) => !face.italic)
    const plain = italic && slanted.length === 0 ? style.italicWeight : style.weight
    const weight = bold ? Math.max(style.boldWeight, plain) : plain
    const file = nearest(slanted.length > 0 ? slanted : upright.length > 0 ? upright : family, weight)
    if (!file) throw new Error(`The theme has no font file for "${style.family}"`)
    const open = this.open.get(file) ?? this.hb.open(file.ttf)
    this.open.set(file, open)
    return open
  }
}

function nearest(files: readonly FaceFile[], weight: number): FaceFile | undefined {
  const distance = ({ face }: FaceFile) => Math.abs(face.weight - weight)
  return files.reduce<FaceFile | undefined>(
    (best, file) => (best && distance(best) <= distance(file) ? best : file),
    undefined,
  )
}
