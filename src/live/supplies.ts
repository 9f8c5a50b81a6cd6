import { readdirSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { blockType } from '../blocks/registry.ts'
import type { BuildOptions } from '../build.ts'
import { assetsOf, chooseTheme } from '../deck/needs.ts'
import { createFitter } from '../fit/fitter.ts'
import { readFaces } from '../fonts/font-files.ts'
import { type AssetMemory, loadAssets } from '../load/assets.ts'
import { openLibrary } from '../load/library.ts'
import type { AssetRequest, Assets, FileAsset } from '../model/asset.ts'
import type { Engine, Engines } from '../model/block.ts'
import type { Deck } from '../model/deck.ts'
import type { Found } from '../model/diagnostic.ts'
import type { Fitter } from '../model/fitted.ts'
import type { Lang } from '../model/lang.ts'
import type { Project } from '../model/project.ts'
import type { Theme } from '../model/theme.ts'
import { besidePage } from '../system/copy-beside.ts'
import { LiveFonts } from './fonts.ts'
import { LiveStills } from './stills.ts'

/** What may be asked of a deck that is shown while it is written. */
export interface LiveOptions extends Pick<BuildOptions, 'root' | 'theme' | 'aspect'> {
  /** The deck's own where absent. */
  lang?: Lang
  /** True takes pictures out of the deck's videos, where the machine has a browser. */
  stills?: boolean
  /** True keeps the slides that are shown where a file has lost its end, instead of those that are left. */
  wholeOnly?: boolean
}

/** A theme and what its fonts are measured and shown with. */
export interface Dress {
  theme: Theme
  /** Of the theme, as it is now: `theme` stays the same object while only its style sheet changes. */
  css: string
  fitter: Fitter
  fonts: LiveFonts
}

type Faces = Awaited<ReturnType<typeof readFaces>>

/** What a deck names, as far as it could be had. */
export interface Supplied {
  assets: Assets
  /** The files that lie beside its page. */
  beside: readonly FileAsset[]
  engines: Engines
  /** Null where there is no such theme, or one with mistakes. */
  dress: Dress | null
  found: Found[]
}

/** Brings in what a deck names, and keeps it: each file is read again only after it changed. */
export class Supplies {
  readonly #project: Project
  readonly #folder: string
  readonly #options: LiveOptions
  readonly #stills = new LiveStills()
  readonly #memory: AssetMemory = { files: new Map(), looked: new Set() }
  #engines = new Map<string, Engine>()
  #themed: { name: string; stale: boolean; found: Found[]; dress: Dress | null } | null = null
  /** The last theme that could be used: what was set with it need not be set again where it is still the same. */
  #lastDress: { dress: Dress; faces: Faces } | null = null

  constructor(project: Project, deckPath: string, options: LiveOptions) {
    this.#project = project
    this.#folder = dirname(deckPath)
    this.#options = options
  }

  /** Forgets what came out of these files and folders. */
  forget(changed: readonly string[]): void {
    const below = (folder: string) => changed.some((path) => path === folder || path.startsWith(folder + sep))
    if (this.#themed && below(this.#themes)) this.#themed.stale = true
    if (below(this.#maps)) this.#engines.delete('map')
  }

  /** The files and folders that were looked at, those included that are not there. */
  watched(): string[] {
    return [...this.#memory.looked, ...allIn(this.#themes), ...(this.#engines.has('map') ? allIn(this.#maps) : [])]
  }

  /** Everything for a deck. Errors: a theme of the call that is not there throws. */
  async supply(deck: Deck, stem: string): Promise<Supplied> {
    this.#memory.looked = new Set()
    const [loaded, themed, engines] = await Promise.all([
      loadAssets(assetsOf(deck), this.#project, this.#folder, this.#memory),
      this.#dressed(deck),
      this.#load(deck),
    ])
    const beside = besidePage(loaded.assets, stem)
    const assets = this.#stills.addTo(loaded.assets, deck)
    return { assets, beside, engines, dress: themed.dress, found: [...loaded.found, ...themed.found] }
  }

  /** The same with further pictures. */
  async addPictures(supplied: Supplied, requests: readonly AssetRequest[]): Promise<Supplied> {
    const { assets } = await loadAssets(requests, this.#project, this.#folder, this.#memory)
    return { ...supplied, assets: new Map([...supplied.assets, ...assets]) }
  }

  /** Takes pictures out of the deck's videos, where that is wished for. True where there are new ones. */
  async takeStills({ assets }: Supplied, deck: Deck): Promise<boolean> {
    return this.#options.stills === true && this.#stills.take(assets, deck)
  }

  get #themes(): string {
    return join(this.#project.root, 'themes')
  }

  get #maps(): string {
    return join(this.#project.root, 'static/maps')
  }

  async #dressed(deck: Deck) {
    const name = this.#options.theme ?? deck.theme?.name ?? 'official'
    const range = deck.theme?.range ?? { start: 0, end: 0 }
    if (this.#themed?.name !== name || this.#themed.stale) {
      this.#themed = { name, stale: false, ...(await this.#dress(deck)) }
    }
    // What is wrong with the name is said where the deck has it now.
    const found = this.#themed.found.map((one) => (one.source ? one : { ...one, range }))
    return { dress: this.#themed.dress, found }
  }

  async #dress(deck: Deck): Promise<{ found: Found[]; dress: Dress | null }> {
    const { theme, found } = await chooseTheme(deck, this.#project, this.#options)
    if (!theme) return { found, dress: null }
    const faces = await readFaces(theme)
    const last = this.#lastDress
    const same = last && sameLook(last.dress.theme, theme) && sameBytes(last.faces, faces)
    const dress = same ? last.dress : { theme, fitter: await createFitter(faces), fonts: new LiveFonts(faces) }
    this.#lastDress = { faces, dress: { ...dress, css: theme.css } }
    return { found, dress: this.#lastDress.dress }
  }

  async #load(deck: Deck): Promise<Engines> {
    const library = openLibrary(this.#project)
    const types = new Set(deck.slides.flatMap(({ blocks }) => blocks.map(({ type }) => blockType(type))))
    for (const type of types) {
      if (this.#engines.has(type.type)) continue
      const engine = await type.engine?.(library)
      if (engine) this.#engines.set(type.type, engine as Engine)
    }
    return this.#engines
  }
}

/** A folder with all that is in it: files are written over, folders come and go. */
function allIn(folder: string): string[] {
  try {
    return [folder, ...readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name))]
  } catch {
    return [folder]
  }
}

/** Whether two themes are the same but for their style sheets. */
const sameLook = (a: Theme, b: Theme): boolean =>
  JSON.stringify({ ...a, css: '' }) === JSON.stringify({ ...b, css: '' })

const sameBytes = (a: Faces, b: Faces): boolean =>
  a.length === b.length &&
  a.every(({ ttf, woff2 }, i) => Buffer.compare(ttf, b[i]!.ttf) === 0 && Buffer.compare(woff2, b[i]!.woff2) === 0)
