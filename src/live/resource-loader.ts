import { dirname, join, sep } from 'node:path'
import { blockType } from '../blocks/registry.ts'
import type { BuildOptions } from '../build.ts'
import { assetRequestsOf, chooseTheme } from '../deck/deck-resources.ts'
import { createFitter } from '../fit/fitter.ts'
import { loadFaces } from '../fonts/font-files.ts'
import { type AssetCache, loadAssets } from '../load/assets.ts'
import { openDataSource } from '../load/data-source.ts'
import type { AssetRequest, Assets, FileAsset } from '../model/asset.ts'
import type { BlockEngine, BlockEngines } from '../model/block.ts'
import type { Deck } from '../model/deck.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Files } from '../model/files.ts'
import type { Fitter } from '../model/fitted.ts'
import type { Lang } from '../model/lang.ts'
import type { Project } from '../model/project.ts'
import type { Theme } from '../model/theme.ts'
import type { Clock } from '../system/clock.ts'
import { collectSidecarFiles } from '../system/sidecar-files.ts'
import { LiveFonts } from './live-fonts.ts'
import { LiveStills } from './live-stills.ts'

/** What may be asked of a deck that is shown while it is written. */
export interface LiveOptions extends Pick<BuildOptions, 'root' | 'theme' | 'aspect'> {
  /** The deck's own where absent. */
  lang?: Lang
  /** True takes pictures out of the deck's videos, where the machine has a browser. */
  stills?: boolean
  /** True keeps the slides that are shown where a file has lost its end, instead of those that are left. */
  rejectTruncated?: boolean
  /** The system's where absent. */
  clock?: Clock
}

/** A theme and what its fonts are measured and shown with. */
export interface ResolvedTheme {
  theme: Theme
  /** Of the theme, as it is now: `theme` stays the same object while only its style sheet changes. */
  css: string
  fitter: Fitter
  fonts: LiveFonts
}

type ThemeFaces = Awaited<ReturnType<typeof loadFaces>>

/** What a deck names, as far as it could be had. */
export interface DeckResources {
  assets: Assets
  /** The files that lie beside its page. */
  sidecarFiles: readonly FileAsset[]
  engines: BlockEngines
  /** Null where there is no such theme, or one with mistakes. */
  resolvedTheme: ResolvedTheme | null
  diagnostics: Diagnostic[]
}

/** Brings in what a deck names, and keeps it: each file is read again only after it changed. */
export class ResourceLoader {
  readonly #project: Project
  readonly #folder: string
  readonly #options: LiveOptions
  readonly #stills: LiveStills
  readonly #assetMemory: AssetCache = { files: new Map(), checkedPaths: new Set() }
  #engines = new Map<string, BlockEngine>()
  #themeCache: { name: string; stale: boolean; diagnostics: Diagnostic[]; resolvedTheme: ResolvedTheme | null } | null =
    null
  #themeTree: readonly string[] = []
  #mapTree: readonly string[] = []
  /** The last theme that could be used: what was set with it need not be set again where it is still the same. */
  #lastTheme: { resolvedTheme: ResolvedTheme; faces: ThemeFaces } | null = null

  constructor(project: Project, deckPath: string, options: LiveOptions) {
    this.#project = project
    this.#stills = new LiveStills(project.files)
    this.#folder = dirname(deckPath)
    this.#options = options
  }

  /** Forgets what came out of these files and folders. */
  invalidate(changed: readonly string[]): void {
    const below = (folder: string) => changed.some((path) => path === folder || path.startsWith(folder + sep))
    if (this.#themeCache && below(this.#themesFolder)) this.#themeCache.stale = true
    if (below(this.#mapsFolder)) this.#engines.delete('map')
  }

  /** The files and folders that were looked at, those included that are not there. */
  watchedPaths(): string[] {
    return [...this.#assetMemory.checkedPaths, ...this.#themeTree, ...(this.#engines.has('map') ? this.#mapTree : [])]
  }

  /** Everything for a deck. Errors: a theme of the call that is not there throws. */
  async load(deck: Deck, stem: string): Promise<DeckResources> {
    this.#assetMemory.checkedPaths = new Set()
    const [loaded, themed, engines, themeTree, mapTree] = await Promise.all([
      loadAssets(assetRequestsOf(deck), this.#project, this.#folder, this.#assetMemory),
      this.#cachedTheme(deck),
      this.#loadEngines(deck),
      listTree(this.#themesFolder, this.#project.files),
      listTree(this.#mapsFolder, this.#project.files),
    ])
    this.#themeTree = themeTree
    this.#mapTree = mapTree
    const sidecarFiles = collectSidecarFiles(loaded.assets, stem)
    const assets = this.#stills.addTo(loaded.assets, deck)
    return {
      assets,
      sidecarFiles,
      engines,
      resolvedTheme: themed.resolvedTheme,
      diagnostics: [...loaded.diagnostics, ...themed.diagnostics],
    }
  }

  /** The same with further pictures. */
  async addPictures(resources: DeckResources, requests: readonly AssetRequest[]): Promise<DeckResources> {
    const { assets } = await loadAssets(requests, this.#project, this.#folder, this.#assetMemory)
    return { ...resources, assets: new Map([...resources.assets, ...assets]) }
  }

  /** Takes pictures out of the deck's videos, where that is wished for. True where there are new ones. */
  async extractStills({ assets }: DeckResources, deck: Deck): Promise<boolean> {
    return this.#options.stills === true && this.#stills.extract(assets, deck)
  }

  get #themesFolder(): string {
    return join(this.#project.root, 'themes')
  }

  get #mapsFolder(): string {
    return join(this.#project.root, 'static/maps')
  }

  async #cachedTheme(deck: Deck) {
    const name = this.#options.theme ?? deck.theme?.name ?? 'official'
    const range = deck.theme?.range ?? { start: 0, end: 0 }
    if (this.#themeCache?.name !== name || this.#themeCache.stale) {
      this.#themeCache = { name, stale: false, ...(await this.#resolveTheme(deck)) }
    }
    // What is wrong with the name is said where the deck has it now.
    const diagnostics = this.#themeCache.diagnostics.map((one) => (one.source ? one : { ...one, range }))
    return { resolvedTheme: this.#themeCache.resolvedTheme, diagnostics }
  }

  async #resolveTheme(deck: Deck): Promise<{ diagnostics: Diagnostic[]; resolvedTheme: ResolvedTheme | null }> {
    const { theme, diagnostics } = await chooseTheme(deck, this.#project, this.#options)
    if (!theme) return { diagnostics, resolvedTheme: null }
    const faces = await loadFaces(theme, this.#project.files)
    const last = this.#lastTheme
    const same = last && sameExceptCss(last.resolvedTheme.theme, theme) && sameBytes(last.faces, faces)
    const resolvedTheme = same
      ? last.resolvedTheme
      : { theme, fitter: await createFitter(faces), fonts: new LiveFonts(faces) }
    this.#lastTheme = { faces, resolvedTheme: { ...resolvedTheme, css: theme.css } }
    return { diagnostics, resolvedTheme: this.#lastTheme.resolvedTheme }
  }

  async #loadEngines(deck: Deck): Promise<BlockEngines> {
    const library = openDataSource(this.#project)
    const types = new Set(deck.slides.flatMap(({ blocks }) => blocks.map(({ type }) => blockType(type))))
    for (const type of types) {
      if (this.#engines.has(type.type)) continue
      const engine = await type.engine?.(library)
      if (engine) this.#engines.set(type.type, engine as BlockEngine)
    }
    return this.#engines
  }
}

/** Lists a folder with everything in it: files are overwritten, folders come and go. */
async function listTree(folder: string, files: Files): Promise<string[]> {
  const entries = await files.list(folder).catch(() => [])
  const below = entries.map(({ name, kind }) => {
    const path = join(folder, name)
    return kind === 'folder' ? listTree(path, files) : [path]
  })
  return [folder, ...(await Promise.all(below)).flat()]
}

/** Whether two themes are the same but for their style sheets. */
const sameExceptCss = (a: Theme, b: Theme): boolean =>
  JSON.stringify({ ...a, css: '' }) === JSON.stringify({ ...b, css: '' })

const sameBytes = (a: ThemeFaces, b: ThemeFaces): boolean =>
  a.length === b.length &&
  a.every(({ ttf, woff2 }, i) => Buffer.compare(ttf, b[i]!.ttf) === 0 && Buffer.compare(woff2, b[i]!.woff2) === 0)
