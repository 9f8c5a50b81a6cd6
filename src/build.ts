import { checkLatin, latinUnused } from './deck/check-latin.ts'
import { hasErrors, locateDiagnostics } from './deck/diagnostics.ts'
import { latinResources } from './deck/latin-resources.ts'
import { createResourceLoader, type ResourceLoader, type Resources } from './deck/load-resources.ts'
import { localize } from './deck/localize.ts'
import { nameThemes } from './deck/theme-with-letters.ts'
import { toDeck } from './deck/to-deck.ts'
import { charactersOf } from './fonts/characters.ts'
import type { LoadedFace } from './fonts/font-files.ts'
import { latinLetters } from './latin/letters.ts'
import { type LayoutResult, layout } from './layout/layout.ts'
import type { LayoutMemo } from './layout/layout-memo.ts'
import { readDeckFile } from './load/deck-files.ts'
import { findProject, type ProjectOptions } from './load/project.ts'
import type { Deck, LocalizedDeck } from './model/deck.ts'
import type { Diagnostic, LocatedDiagnostic } from './model/diagnostic.ts'
import type { FileRead } from './model/files.ts'
import type { LaidOutDeck } from './model/laid-out.ts'
import { type Lang, tagOf } from './model/lang.ts'
import type { DeckSource, Project } from './model/project.ts'
import type { Range, SourceNode } from './model/source.ts'
import { type Decoded, decode } from './parse/decode.ts'
import { parse, scanText } from './parse/parse.ts'
import { disk } from './system/disk.ts'
import { recordReads } from './system/record-reads.ts'
import { slideNodesOf } from './validate/slide-numbers.ts'
import { validate } from './validate/validate.ts'

/** The choices that change what the pipeline computes. Plain data. */
export interface PipelineOptions {
  /** One language, several, or `all` for an edition in each; default: the deck's own. */
  lang?: Lang | readonly Lang[] | 'all'
  /** Without `lang`: an edition in each language that the deck names in `langs`. */
  namedLangs?: boolean
  /** `latn`: Kazakh in Latin letters. */
  script?: 'latn'
  /** Default: the deck's own. */
  theme?: string
  /** Default: the deck's own. */
  aspect?: Deck['aspect']
  /** Extract a still from each video that has no poster, if a browser is available. */
  videoPosters?: boolean
  /** Treat a text that continues on another page as an error. */
  strictFit?: boolean
}

/** The options of `check`, `build` and `produce`. */
export interface BuildOptions extends PipelineOptions, ProjectOptions {
  /** Include the speaker notes in the HTML page; default: true. */
  notes?: boolean
  /** Write nothing if there are warnings. */
  strict?: boolean
}

export interface PipelineInput<R extends Resources> {
  file: DeckSource
  options: PipelineOptions
  loader: ResourceLoader<R>
  /** Lists the files that were read for the deck so far. */
  filesRead(): FileRead[]
  /** Returns the memo of a language: slides that are unchanged since the last run with it are not laid out again. */
  memoOf?: (tag: string) => LayoutMemo
  onSlides?: ((laidOut: LaidOutSlides) => void) | undefined
}

/** How many slides are laid out, of those in all languages. */
export interface LaidOutSlides {
  done: number
  all: number
}

/** A deck in one language, with the resources that it was laid out with. */
export interface Edition<R extends Resources = Resources> {
  lang: Lang
  /** Its BCP 47 tag, which tells editions in one language apart. */
  tag: string
  localized: LocalizedDeck
  layout: LayoutResult
  /** The pages: `layout.laidOut`. */
  deck: LaidOutDeck
  resources: R
}

/** Everything that the pipeline learned about a deck. */
export interface PipelineResult<R extends Resources = Resources> {
  /** The decoded source; empty if the bytes are not text. */
  text: string
  encoding: Decoded['encoding']
  root: SourceNode | null
  /** In the order of the file. */
  diagnostics: LocatedDiagnostic[]
  /** The source range of each slide. */
  slideRanges: readonly Range[]
  /** The characters of all texts, which the page's fonts must cover. */
  characters: ReadonlySet<string>
  /** Null if the source has errors. */
  deck: Deck | null
  /** Null if the deck or its theme has errors. */
  resources: R | null
  /** One for each requested language; empty if there are errors. */
  editions: Edition<R>[]
  /** Every file that was read for this deck: its own, the theme's, fonts, assets. */
  filesRead: FileRead[]
}

/**
 * The steps from the bytes of a deck to its pages. It yields between steps: `check` runs straight through, while the
 * live preview lets other work happen and stops if the file has changed in the meantime.
 *
 * Errors: mistakes of the author are returned as diagnostics; `loader` may throw.
 */
export async function* runPipeline<R extends Resources>({
  file,
  options,
  loader,
  filesRead,
  memoOf,
  onSlides = () => {},
}: PipelineInput<R>): AsyncGenerator<void, PipelineResult<R>> {
  const decoded = decode(file.bytes)
  const source = decoded.text === null ? emptySource : yield* readSource(decoded.text)
  const diagnostics = [...twinOf(file), ...decoded.diagnostics, ...source.diagnostics]
  const { root } = source
  const deck = source.deck && options.aspect ? { ...source.deck, aspect: options.aspect } : source.deck
  yield

  const wanted = deck ? editionsOf(deck, options) : []
  const characters = root ? charactersOf(root) : new Set<string>()
  if (wanted.some(({ latin }) => latin)) for (const letter of latinLetters) characters.add(letter)
  const loaded = deck && (await loader.load(deck, characters))
  diagnostics.push(...(loaded?.diagnostics ?? []))
  const resources = loaded?.resources ?? null
  const editions: Edition<R>[] = []
  if (deck && resources) {
    const reported = new Set<Lang>()
    if (options.script === 'latn' && !wanted.some(({ latin }) => latin)) {
      diagnostics.push(latinUnused(deck, wanted[0]!.lang))
    }
    let before = 0
    for (const { lang, latin } of wanted) {
      yield
      const localized = localize(deck, lang, { bySlide: latin })
      const own = latin ? latinResources(resources, deck) : resources
      const tag = tagOf(lang, latin)
      yield
      const { length } = deck.slides
      const onSlide = (done: number) => onSlides({ done: before + done, all: length * wanted.length })
      const result = layout(localized.deck, own, memoOf?.(tag), onSlide)
      before += length
      const found = await nameThemes(result.diagnostics, loader.findTheme, resources.theme.id)
      if (!reported.has(lang)) diagnostics.push(...localized.diagnostics)
      reported.add(lang)
      if (latin) diagnostics.push(checkLatin(localized.deck))
      diagnostics.push(...(options.strictFit ? found.map(continuedAsError) : found))
      const { laidOut } = result
      editions.push({ lang, tag, localized: localized.deck, layout: result, deck: laidOut, resources: own })
    }
  }
  yield

  return {
    text: decoded.text ?? '',
    encoding: decoded.encoding,
    root,
    diagnostics: locateDiagnostics(diagnostics, file.name, root),
    slideRanges: root ? slideNodesOf(root).map(({ range }) => range) : [],
    characters,
    deck,
    resources,
    editions: hasErrors(diagnostics) ? [] : editions,
    filesRead: filesRead(),
  }
}

const twinOf = ({ unusedTwin: other }: DeckSource): Diagnostic[] =>
  other === undefined ? [] : [{ code: 'deck-twin-unused', other, severity: 'warning', range: { start: 0, end: 0 } }]

interface Source {
  root: SourceNode | null
  /** Null if there are errors. */
  deck: Deck | null
  diagnostics: Diagnostic[]
}

const emptySource: Source = { root: null, deck: null, diagnostics: [] }

/** The steps from source text to a deck. */
export function* readSource(text: string): Generator<void, Source> {
  const { root, diagnostics: parsed } = parse(text)
  yield
  const found = root ? validate(root).diagnostics : []
  // What a mistake kept from being read is not missing.
  const diagnostics: Diagnostic[] = [...parsed, ...(hasErrors(parsed) ? found.filter(isCertain) : found)]
  if (!root || hasErrors(diagnostics)) return { root, deck: null, diagnostics }
  yield
  const read = toDeck(root)
  diagnostics.push(...read.diagnostics)
  return { root, deck: hasErrors(diagnostics) ? null : read.deck, diagnostics }
}

/** The ranges of the slides in a source text, without reading more of it. */
export function slideRangesOf(text: string): Range[] {
  const { root } = scanText(text)
  return root ? slideNodesOf(root).map(({ range }) => range) : []
}

/** Findings that something is absent, or too many of it. */
const absences: ReadonlySet<string> = new Set<Diagnostic['code']>([
  'content-missing',
  'slide-empty',
  'slide-max-wrong',
  'slide-now-outside',
  'path-missing',
  'list-longer',
])
const isCertain = ({ code }: Diagnostic) => !absences.has(code)

function languagesOf({ lang, langs, namedLangs }: Deck, options: PipelineOptions): readonly Lang[] {
  if (options.lang === 'all') return langs
  if (options.lang === undefined) return options.namedLangs ? namedLangs : [lang]
  return [...new Set([options.lang].flat() as Lang[])]
}

/**
 * Returns the editions that a call asks for. Where the deck shows Kazakh in Latin letters too, it is the last one of all its
 * languages.
 */
function editionsOf(deck: Deck, options: PipelineOptions): { lang: Lang; latin: boolean }[] {
  const latin = options.script === 'latn'
  const asked = languagesOf(deck, options).map((lang) => ({ lang, latin: latin && lang === 'kk' }))
  const isAll = options.lang === 'all' || (options.lang === undefined && options.namedLangs === true)
  const adds = deck.latin.shown && isAll && !latin && asked.some(({ lang }) => lang === 'kk')
  return adds ? [...asked, { lang: 'kk', latin: true }] : asked
}

const continuedAsError = (one: Diagnostic): Diagnostic =>
  one.code === 'text-continued' ? { ...one, severity: 'error' } : one

/** The result of the pipeline for a deck file. */
export interface CheckResult extends PipelineResult {
  file: DeckSource
  project: Project
  /** How many slides the source has. */
  slides: number
}

/** What is called while the pipeline runs. */
export interface CheckHooks {
  onFontsLoaded?: (faces: readonly LoadedFace[]) => Promise<void>
  onSlides?: PipelineInput<Resources>['onSlides']
}

/**
 * Runs the pipeline on a deck file. `onFontsLoaded` is called before the slides are laid out, `onSlides` meanwhile.
 * Errors: mistakes of the author are returned as diagnostics; an unreadable file throws a `KormeError`.
 */
export async function check(
  path: string,
  options: BuildOptions = {},
  { onFontsLoaded, onSlides }: CheckHooks = {},
): Promise<CheckResult> {
  const { files, reads } = recordReads(options.files ?? disk)
  const file = await readDeckFile(path, { ...options, files })
  const project = await findProject(file.path, { ...options, files })
  const loader = createResourceLoader(project, file, options, onFontsLoaded)
  const steps = runPipeline({ file, options, loader, filesRead: reads, onSlides })
  let step = await steps.next()
  while (!step.done) step = await steps.next()
  return { ...step.value, file, project, slides: step.value.slideRanges.length }
}
