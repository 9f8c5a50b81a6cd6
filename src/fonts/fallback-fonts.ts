import { join } from 'node:path'
import type { Files } from '../model/files.ts'
import type { Face } from '../model/theme.ts'
import { disk } from '../system/disk.ts'
import { packageRoot } from '../system/package-root.ts'
import { fontCodePoints } from './cmap.ts'
import { type LoadedFace, readFont } from './font-files.ts'
import { subsetFont } from './page-fonts.ts'

/** A font that ships with Korme for characters which the fonts of a theme lack. */
interface FallbackFont {
  family: string
  weight: number
  /** The path from the folder `static`. */
  path: string
}

const emojiFont: FallbackFont = { family: 'Noto Emoji', weight: 400, path: 'signs/noto-emoji.ttf' }

/** In the order in which they are asked for a character. */
const fallbackFonts: readonly FallbackFont[] = [
  { family: 'Noto Sans', weight: 400, path: 'fonts/noto-sans/400.ttf' },
  { family: 'Noto Sans', weight: 700, path: 'fonts/noto-sans/700.ttf' },
  { family: 'Noto Sans Symbols 2', weight: 400, path: 'signs/noto-sans-symbols-2.ttf' },
  { family: 'Noto Sans Symbols', weight: 400, path: 'signs/noto-sans-symbols.ttf' },
  { family: 'Noto Sans Math', weight: 400, path: 'signs/noto-sans-math.ttf' },
  emojiFont,
]

/** What is drawn as a picture rather than as a sign of text. */
const emoji = /\u20e3|\p{Emoji_Presentation}|\p{Emoji_Modifier}|\p{Regional_Indicator}/u
/** What joins emoji into one: a joiner, the frame of a key. */
const joiners = /[\u200d\u20e3]/u
const anyEmoji = /\p{Emoji}/u
/** What needs no glyph. */
export const invisible = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Z}]/u

/**
 * Returns the faces of a theme, followed by faces for the characters of a deck that one of them lacks; the same list if none
 * does. A character that no font of ours has is in none.
 *
 * Shape:  both files of such a face hold just the characters that it is for. `characters` are code points.
 * Errors: `file-unreadable`.
 */
export async function withFallbackFaces(
  faces: readonly LoadedFace[],
  characters: Iterable<string>,
  files: Files = disk,
): Promise<readonly LoadedFace[]> {
  const lacking = lackingCharacters(faces, characters)
  if (lacking.length === 0) return faces
  const key = lacking.join('')
  const known = done.get(faces)
  if (known?.key === key) return known.extended
  const extended = addFallbackFaces(faces, lacking, joinedEmoji(characters), files)
  done.set(faces, { key, extended })
  return extended
}

/** The last result for the faces of a theme: most edits of a deck bring no new character. */
const done = new WeakMap<readonly LoadedFace[], { key: string; extended: Promise<readonly LoadedFace[]> }>()

async function addFallbackFaces(
  faces: readonly LoadedFace[],
  lacking: readonly string[],
  sequences: readonly string[],
  files: Files,
): Promise<readonly LoadedFace[]> {
  const families = new Set(faces.map(({ face }) => face.family))
  const fonts = fallbackFonts.filter(({ family }) => !families.has(family))
  const loaded = await Promise.all(
    fonts.map(async (font) => {
      const ttf = await readFont(join(packageRoot(), 'static', font.path), files)
      return { font, ttf, points: fontCodePoints(ttf) }
    }),
  )
  const chosen = new Map<FallbackFont, Set<string>>()
  const add = (font: FallbackFont, character: string) =>
    chosen.set(font, (chosen.get(font) ?? new Set()).add(character))
  for (const character of lacking) {
    const having = loaded.filter(({ points }) => points.has(character.codePointAt(0)!)).map(({ font }) => font)
    const best = emoji.test(character) && having.includes(emojiFont) ? emojiFont : having[0]
    // All weights of the family.
    for (const font of having) if (best && font.family === best.family) add(font, character)
  }
  if (chosen.has(emojiFont)) for (const one of sequences) add(emojiFont, one)
  const made = await Promise.all(loaded.map((one) => makeFace(one, chosen.get(one.font))))
  return [...faces, ...made.flat()]
}

/** Returns the characters that at least one face lacks and that need a glyph, sorted. */
export function lackingCharacters(faces: readonly LoadedFace[], characters: Iterable<string>): string[] {
  // The ready-made subsets, which are read anyway, have what most decks need.
  const ready = faces.map(({ woff2 }) => fontCodePoints(woff2))
  const rare = [...characters].filter((one) => isLacking(one, ready) && !invisible.test(one))
  if (rare.length === 0) return []
  const covered = faces.map(({ ttf }) => fontCodePoints(ttf))
  return rare.filter((one) => isLacking(one, covered)).sort()
}

const isLacking = (character: string, covered: readonly ReadonlySet<number>[]) =>
  covered.some((points) => !points.has(character.codePointAt(0)!))

/** What sequences of emoji are made of: joiners and selectors, and every emoji if some may be joined. */
function joinedEmoji(characters: Iterable<string>): string[] {
  const all = [...characters]
  const sequences = all.some((one) => joiners.test(one))
  return ['\ufe0f', '\u200d', ...(sequences ? all.filter((one) => anyEmoji.test(one) || joiners.test(one)) : [])]
}

async function makeFace(
  { font, ttf }: { font: FallbackFont; ttf: Uint8Array },
  characters: ReadonlySet<string> | undefined,
): Promise<LoadedFace[]> {
  if (!characters) return []
  const points = [...characters].map((character) => character.codePointAt(0)!)
  const [measured, embedded] = await Promise.all([subsetFont(ttf, points, 'truetype'), subsetFont(ttf, points)])
  const path = join(packageRoot(), 'static', font.path)
  const face: Face = { family: font.family, weight: font.weight, italic: false, ttf: path, woff2: path, fallback: true }
  return [{ face, ttf: measured, woff2: embedded }]
}
