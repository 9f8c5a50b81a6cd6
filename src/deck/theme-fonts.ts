import { withFallbackFaces } from '../fonts/fallback-fonts.ts'
import type { LoadedFace } from '../fonts/font-files.ts'
import type { Files } from '../model/files.ts'
import type { Theme } from '../model/theme.ts'

/** A theme with the faces that its decks are set in. */
export interface ThemeFonts {
  theme: Theme
  /** The theme's faces in its order, then those for characters that it lacks. */
  faces: readonly LoadedFace[]
}

/** Adds to a theme what the characters of a deck need besides its own fonts. Errors: `file-unreadable`. */
export async function withFallbackFonts(
  { theme, faces: own }: ThemeFonts,
  characters: Iterable<string>,
  files: Files,
): Promise<ThemeFonts> {
  const faces = await withFallbackFaces(own, characters, files)
  if (faces === own) return { theme, faces }
  const families = faces.flatMap(({ face }) => (face.fallback ? face.family : []))
  return { theme: { ...theme, fallbackFamilies: [...new Set(families)] }, faces }
}
