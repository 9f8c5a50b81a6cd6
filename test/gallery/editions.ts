import { join } from 'node:path'
import { check } from '../../src/build.ts'
import type { LocatedDiagnostic } from '../../src/model/diagnostic.ts'
import type { LaidOutDeck } from '../../src/model/laid-out.ts'

const root = join(import.meta.dirname, '../..')

/** The deck that shows every layout, in three languages. */
export const galleryDeck = join(root, 'test/fixtures/gallery/gallery.json')

export const themes = ['official', 'calm', 'stage', 'contrast'] as const
/** The themes in which a test opens all slides of a deck: a light one and the dark one; `npm run verify:themes` takes all. */
export const openedThemes = process.env.VERIFY ? themes : (['official', 'stage'] as const)

export const aspects = ['16:9', '4:3'] as const

/** The gallery's deck in one theme on one stage: an edition for each language, and what was found. */
export interface Shown {
  theme: (typeof themes)[number]
  aspect: (typeof aspects)[number]
  editions: { lang: string; deck: LaidOutDeck }[]
  characters: ReadonlySet<string>
  diagnostics: LocatedDiagnostic[]
}

/** Lays the gallery out. Nothing is drawn. */
export async function showGallery(theme: Shown['theme'], aspect: Shown['aspect']): Promise<Shown> {
  const { editions, diagnostics, characters } = await check(galleryDeck, { theme, aspect, lang: 'all', root })
  return { theme, aspect, editions, diagnostics, characters }
}

/** `calm-4x3`: the name of what belongs to one theme on one stage. */
export const nameOf = ({ theme, aspect }: Pick<Shown, 'theme' | 'aspect'>) => `${theme}-${aspect.replace(':', 'x')}`
