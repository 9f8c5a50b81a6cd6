import { dirname } from 'node:path'
import { complete, hasErrors } from './deck/diagnostics.ts'
import { localize } from './deck/localize.ts'
import { assetsOf, chooseTheme, loadEngines, takeStills } from './deck/needs.ts'
import { toDeck } from './deck/to-deck.ts'
import { createFitter } from './fit/fitter.ts'
import { type ReadFace, readFaces } from './fonts/font-files.ts'
import { charactersOf } from './fonts/letters.ts'
import { layout } from './layout/layout.ts'
import { loadAssets } from './load/assets.ts'
import { findProject } from './load/project.ts'
import { readDeck } from './load/read-deck.ts'
import type { FileAsset } from './model/asset.ts'
import type { Deck } from './model/deck.ts'
import type { Diagnostic, Found } from './model/diagnostic.ts'
import type { LaidOutDeck } from './model/laid-out.ts'
import type { Lang } from './model/lang.ts'
import type { DeckFile, Project } from './model/project.ts'
import type { Range, SourceNode } from './model/source.ts'
import { decode } from './parse/decode.ts'
import { parse } from './parse/parse.ts'
import { besidePage } from './system/copy-beside.ts'
import { slidesOf } from './validate/slide-of.ts'
import { validate } from './validate/validate.ts'

/** What a command may ask of the pipeline. */
export interface BuildOptions {
  /** The project's folder, where it is not to be found by itself. */
  root?: string
  /** The folder of the outputs; `dist` in the project where absent. */
  out?: string
  /** One language, or a file for each; the deck's own where absent. */
  lang?: Lang | 'all'
  theme?: string
  /** The stage, where it should not be the deck's own. */
  aspect?: Deck['aspect']
  /** False leaves the speaker's notes out of the page. */
  notes?: boolean
  /** True takes pictures out of the deck's videos, where the machine has a browser. */
  stills?: boolean
  /** Told of the faces as soon as they are known. Slides are laid out afterwards. */
  onFaces?: (faces: readonly ReadFace[]) => Promise<void>
  /** True builds nothing where there are warnings. */
  strict?: boolean
  /** True makes an error of a text that runs on to a further slide. */
  strictFit?: boolean
}

/** A deck, understood as far as it can be. */
export interface Checked {
  file: DeckFile
  project: Project
  /** The decoded source, for code frames; empty where the bytes are no text. */
  text: string
  /** In the order of the file. */
  diagnostics: Diagnostic[]
  /** Slides in the source. */
  slides: number
  /** The deck in each language asked for; empty where errors forbid it. */
  editions: Edition[]
  /** All characters of the deck's texts: what the page's fonts must hold. */
  characters: ReadonlySet<string>
  /** The files that lie beside its page. */
  beside: FileAsset[]
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
  ending: string
  /** Told of the faces before the deck is laid out, where what makes the document can begin with them. */
  expect?(faces: readonly ReadFace[]): void
  /** Errors: EnvironmentError where the machine lacks something. */
  make(edition: Edition, checked: Checked): Promise<string | Uint8Array>
  /** What is to be said of the deck in this kind of document alone. */
  review?(edition: Edition, checked: Checked): Promise<Diagnostic[]>
}

/**
 * Runs the pipeline as far as the layout: bytes, text, tree, deck, pages.
 * Errors: the author's mistakes are `diagnostics`; an unreadable file throws `EnvironmentError`.
 */
export async function check(path: string, options: BuildOptions = {}): Promise<Checked> {
  const file = await readDeck(path, options.root)
  const project = await findProject(file.path, options)
  const { text, root, found } = understand(file.bytes)
  const slideRanges = root ? slidesOf(root).map(({ range }) => range) : []
  const slides = slideRanges.length
  const characters = root ? charactersOf(root) : new Set<string>()
  const checked = { file, project, text, slides, slideRanges, characters, beside: [] }
  if (!root || hasErrors(found)) return { ...checked, diagnostics: complete(found, file.name, root), editions: [] }

  const deck = toDeck(root)
  const asked = options.aspect ? { ...deck, aspect: options.aspect } : deck
  const set = await compose(asked, file, project, options)
  const { editions, beside } = set
  return { ...checked, diagnostics: complete([...found, ...set.found], file.name, root), editions, beside }
}

/** Bytes to a tree that follows the format, with all that was found on the way. Pure. */
function understand(bytes: Uint8Array): { text: string; root: SourceNode | null; found: Found[] } {
  const decoded = decode(bytes)
  if (decoded.text === null) return { text: '', root: null, found: decoded.found }
  const { root, found } = understandText(decoded.text)
  return { text: decoded.text, root, found: [...decoded.found, ...found] }
}

/** The same for a text. */
export function understandText(text: string): { root: SourceNode | null; found: Found[] } {
  const parsed = parse(text)
  const checked = parsed.root ? validate(parsed.root) : { found: [] }
  return { root: parsed.root, found: [...parsed.found, ...checked.found] }
}

/** Brings in what the deck names (theme, fonts, pictures) and sets it in each language. */
async function compose(deck: Deck, file: DeckFile, project: Project, options: BuildOptions) {
  const [loaded, themed, engines] = await Promise.all([
    loadAssets(assetsOf(deck), project, dirname(file.path)),
    chooseTheme(deck, project, options),
    loadEngines(deck, project),
  ])
  const found: Found[] = [...loaded.found, ...themed.found]
  const { theme } = themed
  if (!theme) return { found, editions: [], beside: [] }

  const beside = besidePage(loaded.assets, file.stem)
  const assets = options.stills && beside.length > 0 ? await takeStills(deck, loaded.assets) : loaded.assets
  const faces = await readFaces(theme)
  await options.onFaces?.(faces)
  const fitter = await createFitter(faces)
  const langs = options.lang === 'all' ? deck.langs : [options.lang ?? deck.lang]
  const editions = langs.map((lang) => {
    const localized = localize(deck, lang)
    const set = layout(localized.deck, theme, assets, fitter, engines)
    found.push(...localized.found, ...(options.strictFit ? set.found.map(strictly) : set.found))
    return { lang, deck: set.laidOut }
  })
  return { found, editions: hasErrors(found) ? [] : editions, beside }
}

/** A text that runs on as an error, for those who want every slide as they wrote it. */
const strictly = (one: Found): Found => (one.code === 'text-continued' ? { ...one, severity: 'error' } : one)
