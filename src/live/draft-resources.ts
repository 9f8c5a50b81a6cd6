import { dirname } from 'node:path'
import { blockType } from '../blocks/registry.ts'
import { assetRequestsOf, loadBlockEngines } from '../deck/deck-resources.ts'
import { type ThemeFonts, withFallbackFonts } from '../deck/theme-fonts.ts'
import { createFitter } from '../fit/fitter.ts'
import { fontCodePoints } from '../fonts/cmap.ts'
import { withDrawingFonts } from '../fonts/drawing-fonts.ts'
import { lackingCharacters } from '../fonts/fallback-fonts.ts'
import type { LoadedFace } from '../fonts/font-files.ts'
import { type AssetCache, loadAssets } from '../load/assets.ts'
import type { AssetRequest } from '../model/asset.ts'
import type { BlockEngine } from '../model/block-type.ts'
import type { Deck } from '../model/deck.ts'
import type { DeckSource, Project } from '../model/project.ts'
import { collectSidecarFiles } from '../system/sidecar-files.ts'
import { LiveFonts } from './live-fonts.ts'
import type { LiveResources, LiveTheme } from './live-resources.ts'
import type { LiveStills } from './live-stills.ts'

/** What a slide that is being written needs. */
export interface DraftNeeds {
  /** The files that the deck has not looked for. */
  requests: readonly AssetRequest[]
  /** All characters of the slide. */
  characters: ReadonlySet<string>
}

/** What the resources of drafts are made from. `files` are the files of the deck that were read. */
interface DraftParts {
  project: Project
  file: Pick<DeckSource, 'path' | 'stem'>
  stills: LiveStills
  files: AssetCache['files']
}

/**
 * Adds to the resources of a deck what one slide needs that is being written: files, engines, letters. What is loaded later for
 * the deck does not depend on it.
 */
export class DraftResources {
  readonly #project: Project
  readonly #file: DraftParts['file']
  readonly #stills: LiveStills
  readonly #files: AssetCache['files']
  readonly #engines = new Map<string, BlockEngine>()
  #letters: { key: string; of: LiveFonts; made: Promise<Omit<LiveTheme, 'css'>> } | null = null

  constructor({ project, file, stills, files }: DraftParts) {
    this.#project = project
    this.#file = file
    this.#stills = stills
    this.#files = files
  }

  /** Forgets what may change without anybody watching. */
  forget(): void {
    this.#engines.clear()
  }

  /** Returns the resources of a deck with what the slide needs. `deck` has the slide. */
  async addTo(resources: LiveResources, deck: Deck, { requests, characters }: DraftNeeds): Promise<LiveResources> {
    const needsEngine = deck.slides.some(({ blocks }) =>
      blocks.some(({ type }) => blockType(type).engine && !resources.engines.has(type)),
    )
    const themed = await this.#withLetters(resources, characters)
    if (requests.length === 0 && !needsEngine) return themed
    // Files that lie beside the page have names that depend on one another.
    const isNamed = requests.some(({ kind }) => kind !== 'image' && kind !== 'logo')
    const cache = { files: this.#files, checkedPaths: new Set<string>() }
    const folder = dirname(this.#file.path)
    const [{ assets }, engines] = await Promise.all([
      loadAssets(isNamed ? assetRequestsOf(deck) : requests, this.#project, folder, cache),
      loadBlockEngines(deck, this.#project, new Map([...this.#engines, ...resources.engines])),
    ])
    for (const [type, engine] of engines) this.#engines.set(type, engine)
    const files = isNamed ? collectSidecarFiles(assets, this.#file.stem) : resources.sidecarFiles
    const added = await withDrawingFonts(this.#stills.addTo(assets, deck), themed)
    return { ...themed, engines, sidecarFiles: files, assets: new Map([...resources.assets, ...added]) }
  }

  /** The resources with fonts for letters that neither the theme nor the fonts of the deck have. */
  async #withLetters(resources: LiveResources, characters: ReadonlySet<string>): Promise<LiveResources> {
    const own = resources.faces.filter(({ face }) => !face.fallback)
    const had = fallbackLetters(resources.faces)
    const lacking = lackingCharacters(own, characters).filter((letter) => !had.has(letter))
    if (lacking.length === 0) return resources
    const { fonts: of, theme } = resources
    const key = lacking.join('')
    if (this.#letters?.key !== key || this.#letters.of !== of) {
      const letters = [...had, ...lacking]
      this.#letters = {
        key,
        of,
        made: withFallbackFonts({ theme, faces: own }, letters, this.#project.files).then(fit),
      }
    }
    const made = await this.#letters.made
    // A letter that no font has is told as a finding; nothing changes for it.
    return fallbackLetters(made.faces).size > had.size ? { ...resources, ...made } : resources
  }
}

/** A theme with other faces, to be laid out with. */
const fit = async ({ theme, faces }: ThemeFonts): Promise<Omit<LiveTheme, 'css'>> => ({
  theme,
  faces,
  fitter: await createFitter(faces),
  fonts: new LiveFonts(faces),
})

/** The letters that the faces have which were added to those of a theme. */
const fallbackLetters = (faces: readonly LoadedFace[]): ReadonlySet<string> =>
  new Set(
    faces.flatMap(({ face, ttf }) =>
      face.fallback ? [...fontCodePoints(ttf)].map((point) => String.fromCodePoint(point)) : [],
    ),
  )
