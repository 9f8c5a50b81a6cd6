import { printFonts } from '#generated/print-fonts.js'
import type { Face } from '../model/theme.ts'
import { sha256Once } from '../system/hash.ts'

/** A face and the file that a page embeds. */
interface EmbeddedFace {
  face: Face
  woff2: Uint8Array
}

/**
 * Returns the families of a page that are the same as those which a browser may have as installed fonts: all their faces are,
 * and no other face of theirs would be chosen.
 */
export function installableFamilies(fonts: readonly EmbeddedFace[]): ReadonlySet<string> {
  const isInstallable = (family: string) => {
    const own = fonts.filter(({ face }) => face.family === family)
    const known = printFonts.faces.filter((face) => face.family === family)
    return known.length === own.length && own.every((font) => known.some((face) => isSame(font, face)))
  }
  return new Set([...new Set(fonts.map(({ face }) => face.family))].filter(isInstallable))
}

const isSame = ({ face, woff2 }: EmbeddedFace, known: { weight: number; italic: boolean; woff2: string }): boolean =>
  face.weight === known.weight && face.italic === known.italic && sha256Once(woff2) === known.woff2
