import { dirname } from 'node:path'
import { assetRequestsOf, capturePosters, chooseTheme, loadBlockEngines } from './deck/deck-resources.ts'
import { hasErrors, locateDiagnostics } from './deck/diagnostics.ts'
import { localize } from './deck/localize.ts'
import { toDeck } from './deck/to-deck.ts'
import { createFitter } from './fit/fitter.ts'
import { charactersOf } from './fonts/characters.ts'
import { type LoadedFace, loadFaces } from './fonts/font-files.ts'
import { layout } from './layout/layout.ts'
import { loadAssets } from './load/assets.ts'
import { readDeckFile } from './load/deck-files.ts'
import { findProject, type ProjectOptions } from './load/project.ts'
import type { FileAsset } from './model/asset.ts'
import type { Deck } from './model/deck.ts'
import type { Diagnostic, LocatedDiagnostic } from './model/diagnostic.ts'
import type { LaidOutDeck } from './model/laid-out.ts'
import type { Lang } from './model/lang.ts'
import type { DeckSource, Project } from './model/project.ts'
import type { Range, SourceNode } from './model/source.ts'
import { decode } from './parse/decode.ts'
import { parse } from './parse/parse.ts'
import { collectSidecarFiles } from './system/sidecar-files.ts'
import { slideNodesOf } from './validate/slide-numbers.ts'
import { validate } from './validate/validate.ts'

/** What a command may ask of the pipeline. */
export interface BuildOptions extends ProjectOptions {
  /** One language, or a file for each; the deck's own where absent. */
  lang?: Lang | 'all'
  theme?: string
  /** The stage, where it should not be the deck's own. */
  aspect?: Deck['aspect']
  /** False leaves the speaker's notes out of the page. */
  notes?: boolean
  /** True takes pictures out of the deck's videos, where the machine has a browser. */
  videoPosters?: boolean
  /** Told of the faces as soon as they are known. Slides are laid out afterwards. */
  onFontsLoaded?: (faces: readonly LoadedFace[]) => Promise<void>
  /** True builds nothing where there are warnings. */
  strict?: boolean
  /** True makes an error of a text that runs on to a further slide. */
  strictFit?: boolean
}

/** A deck, understood as far as it can be. */
export interface CheckResult {
  file: DeckSource
  project: Project
  /** The decoded source, for code frames; empty where the bytes are no text. */
  text: string
  /** In the order of the file. */
  diagnostics: LocatedDiagnostic[]
  /** Slides in the source. */
  slides: number
  /** The deck in each language asked for; empty where errors forbid it. */
  editions: Edition[]
  /** All characters of the deck's texts: what the page's fonts must hold. */
  characters: ReadonlySet<string>
  /** The files that lie beside its page. */
  sidecarFiles: FileAsset[]
  /** Where each slide stands in the source. */
  slideRanges: readonly Range[]
}

/** A deck in one language. */
export interface Edition {
  lang: Lang
  deck: LaidOutDeck
}

/** What can be made of a deck in one language: its page, its PDF. */
export interface DocumentKind {
  /** What follows the deck's name: `html`, `handout.pdf`. */
  extension: string
  /** Told of the faces before the deck is laid out, where what makes the document can begin with them. */
  preload?(faces: readonly LoadedFace[]): void
  /** Errors: EnvironmentError where the machine lacks something. */
  make(edition: Edition, checked: CheckResult): Promise<string | Uint8Array>
  /** What is to be said of the deck in this kind of document alone. */
  review?(edition: Edition, checked: CheckResult): Promise<LocatedDiagnostic[]>
}

/**
 * Runs the pipeline as far as the layout: bytes, text, tree, deck, pages.
 * Errors: the author's mistakes are `diagnostics`; an unreadable file throws `EnvironmentError`.
 */
export async function check(path: string, options: BuildOptions = {}): Promise<CheckResult> {
  const file = await readDeckFile(path, options)
  const project = await findProject(file.path, options)
  const { text, root, diagnostics } = parseAndValidate(file.bytes)
  const slideRanges = root ? slideNodesOf(root).map(({ range }) => range) : []
  const slides = slideRanges.length
  const characters = root ? charactersOf(root) : new Set<string>()
  const checked = { file, project, text, slides, slideRanges, characters, sidecarFiles: [] }
  if (!root || hasErrors(diagnostics))
    return { ...checked, diagnostics: locateDiagnostics(diagnostics, file.name, root), editions: [] }

  const deck = toDeck(root)
  const asked = options.aspect ? { ...deck, aspect: options.aspect } : deck
  const set = await loadAndLayout(asked, file, project, options)
  const { editions, sidecarFiles } = set
  return {
    ...checked,
    diagnostics: locateDiagnostics([...diagnostics, ...set.diagnostics], file.name, root),
    editions,
    sidecarFiles,
  }
}

/** Bytes to a tree that follows the format, with all that was found on the way. Pure. */
function parseAndValidate(bytes: Uint8Array): { text: string; root: SourceNode | null; diagnostics: Diagnostic[] } {
  const decoded = decode(bytes)
  if (decoded.text === null) return { text: '', root: null, diagnostics: decoded.diagnostics }
  const { root, diagnostics } = parseAndValidateText(decoded.text)
  return { text: decoded.text, root, diagnostics: [...decoded.diagnostics, ...diagnostics] }
}

/** The same for a text. */
export function parseAndValidateText(text: string): { root: SourceNode | null; diagnostics: Diagnostic[] } {
  const parsed = parse(text)
  const checked = parsed.root ? validate(parsed.root) : { diagnostics: [] }
  return { root: parsed.root, diagnostics: [...parsed.diagnostics, ...checked.diagnostics] }
}

/** Brings in what the deck names (theme, fonts, pictures) and sets it in each language. */
async function loadAndLayout(deck: Deck, file: DeckSource, project: Project, options: BuildOptions) {
  const [loaded, themed, engines] = await Promise.all([
    loadAssets(assetRequestsOf(deck), project, dirname(file.path)),
    chooseTheme(deck, project, options),
    loadBlockEngines(deck, project),
  ])
  const diagnostics: Diagnostic[] = [...loaded.diagnostics, ...themed.diagnostics]
  const { theme } = themed
  if (!theme) return { diagnostics, editions: [], sidecarFiles: [] }

  const sidecarFiles = collectSidecarFiles(loaded.assets, file.stem)
  const assets =
    options.videoPosters && sidecarFiles.length > 0
      ? await capturePosters(deck, loaded.assets, project.files)
      : loaded.assets
  const faces = await loadFaces(theme, project.files)
  await options.onFontsLoaded?.(faces)
  const fitter = await createFitter(faces)
  const langs = options.lang === 'all' ? deck.langs : [options.lang ?? deck.lang]
  const editions = langs.map((lang) => {
    const localized = localize(deck, lang)
    const set = layout(localized.deck, theme, assets, fitter, engines)
    diagnostics.push(
      ...localized.diagnostics,
      ...(options.strictFit ? set.diagnostics.map(asStrictFitError) : set.diagnostics),
    )
    return { lang, deck: set.laidOut }
  })
  return { diagnostics, editions: hasErrors(diagnostics) ? [] : editions, sidecarFiles }
}

/** A text that runs on as an error, for those who want every slide as they wrote it. */
const asStrictFitError = (one: Diagnostic): Diagnostic =>
  one.code === 'text-continued' ? { ...one, severity: 'error' } : one
