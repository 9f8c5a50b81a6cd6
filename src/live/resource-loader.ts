import { dirname, join, sep } from 'node:path'
import { blockTypes } from '../blocks/registry.ts'
import type { PipelineOptions } from '../build.ts'
import { assetRequestsOf, chooseTheme, loadBlockEngines } from '../deck/deck-resources.ts'
import type { LoadedResources, ResourceLoader } from '../deck/load-resources.ts'
import { type ThemeFonts, withFallbackFonts } from '../deck/theme-fonts.ts'
import { createThemeFinder, type ThemeFinder } from '../deck/theme-with-letters.ts'
import { createFitter } from '../fit/fitter.ts'
import { withDrawingFonts } from '../fonts/drawing-fonts.ts'
import { type LoadedFace, loadFaces } from '../fonts/font-files.ts'
import { type AssetCache, loadAssets } from '../load/assets.ts'
import type { AssetRequest } from '../model/asset.ts'
import type { BlockEngine } from '../model/block-type.ts'
import type { Deck } from '../model/deck.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Files } from '../model/files.ts'
import type { DeckSource, Project } from '../model/project.ts'
import type { Theme } from '../model/theme.ts'
import { collectSidecarFiles } from '../system/sidecar-files.ts'
import { type DraftNeeds, DraftResources } from './draft-resources.ts'
import { LiveFonts } from './live-fonts.ts'
import type { LiveResources, LiveTheme } from './live-resources.ts'
import { LiveStills } from './live-stills.ts'

interface CachedTheme {
  name: string
  stale: boolean
  diagnostics: Diagnostic[]
  /** The theme with its own faces; null if it has errors. */
  fonts: ThemeFonts | null
}

/** Loads what a deck refers to and caches it: a file is read again only after it changed. */
export class CachingResourceLoader implements ResourceLoader<LiveResources> {
  readonly #project: Project
  readonly #file: Pick<DeckSource, 'path' | 'stem'>
  readonly #options: Pick<PipelineOptions, 'theme' | 'videoPosters'>
  readonly #stills: LiveStills
  readonly #assetCache: AssetCache = { files: new Map(), checkedPaths: new Set() }
  readonly #engines = new Map<string, BlockEngine>()
  readonly #drafts: DraftResources
  #themeTree: readonly string[] = []
  #engineTrees: readonly { type: string; tree: readonly string[] }[] = []
  #cachedTheme: CachedTheme | null = null
  #themeFinder: ThemeFinder | null = null
  /** The last valid theme. If a reloaded theme equals it, its objects are used again, so that laid-out slides stay valid. */
  #lastTheme: LiveTheme | null = null

  constructor(
    project: Project,
    file: Pick<DeckSource, 'path' | 'stem'>,
    options: Pick<PipelineOptions, 'theme' | 'videoPosters'>,
  ) {
    this.#project = project
    this.#stills = new LiveStills(project.files)
    this.#file = file
    this.#options = options
    this.#drafts = new DraftResources({ project, file, stills: this.#stills, files: this.#assetCache.files })
  }

  /** Reads the other themes when a letter is missing, and again after one of them has changed. */
  readonly findTheme: ThemeFinder = (letters, style, except) => {
    this.#themeFinder ??= createThemeFinder(this.#project)
    return this.#themeFinder(letters, style, except)
  }

  /** Drops what was loaded from these files and folders. */
  invalidate(changed: readonly string[]): void {
    const isBelow = (folder: string) => changed.some((path) => path === folder || path.startsWith(folder + sep))
    if (isBelow(this.#path('themes'))) {
      this.#themeFinder = null
      if (this.#cachedTheme) this.#cachedTheme.stale = true
    }
    for (const { type, folder } of engineFolders) if (isBelow(this.#path(folder))) this.#engines.delete(type)
  }

  /** The files and folders that the resources depend on, including those that do not exist. */
  watchedPaths(): string[] {
    const engines = this.#engineTrees.flatMap(({ type, tree }) => (this.#engines.has(type) ? tree : []))
    return [...this.#assetCache.checkedPaths, ...this.#themeTree, ...engines]
  }

  async load(deck: Deck, characters: ReadonlySet<string>): Promise<LoadedResources<LiveResources>> {
    this.#assetCache.checkedPaths = new Set()
    this.#drafts.forget()
    const [loaded, themed, engines, themeTree, engineTrees] = await Promise.all([
      this.#loadAssets(assetRequestsOf(deck)),
      this.#loadTheme(deck, characters),
      loadBlockEngines(deck, this.#project, this.#engines),
      this.#listTree('themes'),
      Promise.all(engineFolders.map(async ({ type, folder }) => ({ type, tree: await this.#listTree(folder) }))),
    ])
    this.#themeTree = themeTree
    this.#engineTrees = engineTrees
    for (const [type, engine] of engines) this.#engines.set(type, engine)
    const diagnostics = [...loaded.diagnostics, ...themed.diagnostics]
    if (!themed.liveTheme) return { resources: null, diagnostics }
    const sidecarFiles = collectSidecarFiles(loaded.assets, this.#file.stem)
    const assets = await withDrawingFonts(this.#stills.addTo(loaded.assets, deck), themed.liveTheme)
    return { resources: { ...themed.liveTheme, assets, engines: this.#engines, sidecarFiles }, diagnostics }
  }

  /** Adds images to the resources. */
  async addImages(resources: LiveResources, requests: readonly AssetRequest[]): Promise<LiveResources> {
    const loaded = await this.#loadAssets(requests)
    const assets = await withDrawingFonts(loaded.assets, resources)
    return { ...resources, assets: new Map([...resources.assets, ...assets]) }
  }

  /** Adds what one slide of a deck needs that is being written: see `DraftResources`. */
  addForDraft(resources: LiveResources, deck: Deck, wanted: DraftNeeds): Promise<LiveResources> {
    return this.#drafts.addTo(resources, deck, wanted)
  }

  /** Extracts stills from the deck's videos if the options ask for it. Returns true if there are new ones. */
  async extractStills({ assets }: LiveResources, deck: Deck): Promise<boolean> {
    return this.#options.videoPosters === true && this.#stills.extract(assets, deck)
  }

  #path(folder: string): string {
    return join(this.#project.root, folder)
  }

  #listTree(folder: string): Promise<string[]> {
    return listTree(this.#path(folder), this.#project.files)
  }

  #loadAssets(requests: readonly AssetRequest[]) {
    return loadAssets(requests, this.#project, dirname(this.#file.path), this.#assetCache)
  }

  async #loadTheme(
    deck: Deck,
    characters: ReadonlySet<string>,
  ): Promise<{ liveTheme: LiveTheme | null; diagnostics: Diagnostic[] }> {
    const name = this.#options.theme ?? deck.theme?.name ?? 'official'
    if (this.#cachedTheme?.name !== name || this.#cachedTheme.stale) {
      this.#cachedTheme = { name, stale: false, ...(await this.#readTheme(deck)) }
    }
    const { fonts, diagnostics } = this.#cachedTheme
    const liveTheme = fonts && (await this.#createLiveTheme(fonts, characters))
    // The name of the theme may have moved in the deck since the theme was read.
    const range = deck.theme?.range ?? { start: 0, end: 0 }
    return { liveTheme, diagnostics: diagnostics.map((one) => (one.source ? one : { ...one, range })) }
  }

  async #readTheme(deck: Deck): Promise<{ fonts: ThemeFonts | null; diagnostics: Diagnostic[] }> {
    const { theme, diagnostics } = await chooseTheme(deck, this.#project, this.#options)
    const fonts = theme && { theme, faces: await loadFaces(theme, this.#project.files) }
    return { diagnostics, fonts }
  }

  /** Returns the objects of the last theme if this one is the same to them. */
  async #createLiveTheme(own: ThemeFonts, characters: ReadonlySet<string>): Promise<LiveTheme> {
    const { theme, faces } = await withFallbackFonts(own, characters, this.#project.files)
    const last = this.#lastTheme
    const isSame = last && equalExceptCss(last.theme, theme) && equalBytes(last.faces, faces)
    this.#lastTheme = isSame
      ? last.css === theme.css
        ? last
        : { ...last, css: theme.css }
      : { theme, faces, css: theme.css, fitter: await createFitter(faces), fonts: new LiveFonts(faces) }
    return this.#lastTheme
  }
}

/** The folders of the project that the engines of block types read. */
const engineFolders = blockTypes.flatMap(({ type, engineFolder }) =>
  engineFolder === undefined ? [] : [{ type, folder: engineFolder }],
)

/** Lists a folder with everything in it: files are overwritten, folders come and go. */
async function listTree(folder: string, files: Files): Promise<string[]> {
  const entries = await files.list(folder).catch(() => [])
  const below = entries.map(({ name, kind }) => {
    const path = join(folder, name)
    return kind === 'folder' ? listTree(path, files) : [path]
  })
  return [folder, ...(await Promise.all(below)).flat()]
}

const equalExceptCss = (a: Theme, b: Theme): boolean =>
  JSON.stringify({ ...a, css: '' }) === JSON.stringify({ ...b, css: '' })

const equalBytes = (a: readonly LoadedFace[], b: readonly LoadedFace[]): boolean =>
  a === b || (a.length === b.length && a.every((face, i) => equalFiles(face, b[i]!)))

const equalFiles = (a: LoadedFace, b: LoadedFace): boolean =>
  a === b || (Buffer.compare(a.ttf, b.ttf) === 0 && Buffer.compare(a.woff2, b.woff2) === 0)
