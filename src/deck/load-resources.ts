import { dirname } from 'node:path'
import { createFitter } from '../fit/fitter.ts'
import { withDrawingFonts } from '../fonts/drawing-fonts.ts'
import { type LoadedFace, loadFaces } from '../fonts/font-files.ts'
import type { Latin } from '../latin/latin.ts'
import { loadAssets } from '../load/assets.ts'
import type { Assets, FileAsset } from '../model/asset.ts'
import type { BlockEngines } from '../model/block-type.ts'
import type { Deck } from '../model/deck.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Fitter } from '../model/fitted.ts'
import type { DeckSource, Project } from '../model/project.ts'
import type { Theme } from '../model/theme.ts'
import { collectSidecarFiles } from '../system/sidecar-files.ts'
import { assetRequestsOf, capturePosters, chooseTheme, loadBlockEngines } from './deck-resources.ts'
import { withFallbackFonts } from './theme-fonts.ts'
import { createThemeFinder, type ThemeFinder } from './theme-with-letters.ts'

/** Everything that a deck needs besides its own file. */
export interface Resources {
  theme: Theme
  /** The theme's faces in its order, then those for characters that it lacks. */
  faces: readonly LoadedFace[]
  fitter: Fitter
  assets: Assets
  engines: BlockEngines
  /** Present if Kazakh texts are in Latin letters. */
  latin?: Latin | undefined
  /** Files that are copied next to the page. */
  sidecarFiles: readonly FileAsset[]
}

export interface LoadedResources<R extends Resources = Resources> {
  /** Null if the theme is missing or has errors. */
  resources: R | null
  diagnostics: Diagnostic[]
}

/** Loads the resources of one deck file, whose content may change between calls. */
export interface ResourceLoader<R extends Resources = Resources> {
  /**
   * `characters` are those of the deck's texts.
   * Errors: throws if the options name a theme that does not exist, or if a font cannot be read.
   */
  load(deck: Deck, characters: ReadonlySet<string>): Promise<LoadedResources<R>>
  /** Finds another theme that has letters which a deck's theme lacks. */
  readonly findTheme: ThemeFinder
}

/** A loader that reads every file anew. `onFontsLoaded` is called before `load` returns. */
export function createResourceLoader(
  project: Project,
  file: DeckSource,
  options: { theme?: string; videoPosters?: boolean },
  onFontsLoaded?: (faces: readonly LoadedFace[]) => Promise<void>,
): ResourceLoader {
  const loadTheme = async (deck: Deck, characters: ReadonlySet<string>) => {
    const { theme, diagnostics } = await chooseTheme(deck, project, options)
    if (!theme) return { themed: null, diagnostics }
    const own = { theme, faces: await loadFaces(theme, project.files) }
    const fonts = await withFallbackFonts(own, characters, project.files)
    await onFontsLoaded?.(fonts.faces)
    return { themed: { ...fonts, fitter: await createFitter(fonts.faces) }, diagnostics }
  }
  return {
    findTheme: createThemeFinder(project),
    async load(deck, characters) {
      const [loaded, { themed, diagnostics }, engines] = await Promise.all([
        loadAssets(assetRequestsOf(deck), project, dirname(file.path)),
        loadTheme(deck, characters),
        loadBlockEngines(deck, project),
      ])
      diagnostics.unshift(...loaded.diagnostics)
      if (!themed) return { resources: null, diagnostics }
      const sidecarFiles = collectSidecarFiles(loaded.assets, file.stem)
      const assets =
        options.videoPosters && sidecarFiles.length > 0
          ? await capturePosters(deck, loaded.assets, project.files)
          : loaded.assets
      const drawn = await withDrawingFonts(assets, themed)
      return { resources: { ...themed, assets: drawn, engines, sidecarFiles }, diagnostics }
    },
  }
}
