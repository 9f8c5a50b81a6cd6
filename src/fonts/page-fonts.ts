import type { Face } from '../model/theme.ts'
import { fontCodePoints } from './cmap.ts'

/**
 * Selects the fonts of a page: the prebuilt subset of a face if it covers the characters of the page as far as the face
 * does, otherwise a subset made for this page from the file that was measured.
 *
 * Shape:  in the order of `faces`; `characters` are code points or longer graphemes.
 */
export function subsetPageFonts(
  faces: readonly { face: Face; ttf: Uint8Array; woff2: Uint8Array }[],
  characters: ReadonlySet<string>,
): Promise<{ face: Face; woff2: Uint8Array }[]> {
  const wanted = new Set<number>()
  for (const grapheme of characters) for (const character of grapheme) wanted.add(character.codePointAt(0)!)
  return Promise.all(
    faces.map(async ({ face, ttf, woff2 }) => {
      if (face.fallback) return { face, woff2 }
      const prebuilt = fontCodePoints(woff2)
      const missing = [...wanted].filter((point) => !prebuilt.has(point) && !isControl(point))
      if (missing.length === 0 || !hasAny(ttf, missing)) return { face, woff2 }
      return { face, woff2: await subsetFont(ttf, [...prebuilt, ...missing]) }
    }),
  )
}

const isControl = (point: number) => point < 0x20 || (point >= 0x7f && point < 0xa0)

function hasAny(ttf: Uint8Array, points: readonly number[]): boolean {
  const all = fontCodePoints(ttf)
  return points.some((point) => all.has(point))
}

/** Returns a font with these characters only. */
export async function subsetFont(
  ttf: Uint8Array,
  points: readonly number[],
  targetFormat: 'woff2' | 'truetype' = 'woff2',
): Promise<Uint8Array> {
  const [{ default: subset }, { features }] = await Promise.all([
    import('subset-font'),
    import('../../static/fonts/subset.json'),
  ])
  return subset(Buffer.from(ttf), String.fromCodePoint(...points), {
    targetFormat,
    keepFeatures: features,
  })
}
