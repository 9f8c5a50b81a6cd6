import type { Face } from '../model/theme.ts'
import { openCache } from '../system/cache.ts'
import { sha256Once, shortHash } from '../system/hash.ts'
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

/** What is kept was made by this code: a new number after a change of what it makes. */
const version = 1

/** So many fonts of pages are kept, of about 100 kB each. */
const maxKept = 200

/** Returns a font with these characters only. Compressing one takes a second, so it is kept for the next build. */
export async function subsetFont(
  ttf: Uint8Array,
  points: readonly number[],
  targetFormat: 'woff2' | 'truetype' = 'woff2',
): Promise<Uint8Array> {
  const text = String.fromCodePoint(...new Set(points))
  if (targetFormat === 'truetype') return makeSubset(ttf, text, targetFormat)
  const { features } = await import('../../static/fonts/subset.json')
  const cache = openCache('fonts', undefined, { maxEntries: maxKept })
  const key = shortHash(sha256Once(ttf), JSON.stringify([version, features, [...text].sort()]))
  const kept = await cache.get(key)
  if (kept) return kept.bytes
  const made = await makeSubset(ttf, text, targetFormat)
  await cache.put(key, { metadata: {}, bytes: made })
  return made
}

async function makeSubset(ttf: Uint8Array, text: string, targetFormat: 'woff2' | 'truetype'): Promise<Uint8Array> {
  const [{ default: subset }, { features }] = await Promise.all([
    import('subset-font'),
    import('../../static/fonts/subset.json'),
  ])
  return subset(Buffer.from(ttf), text, { targetFormat, keepFeatures: features })
}
