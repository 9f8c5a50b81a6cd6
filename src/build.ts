import { dirname, join } from 'node:path'
import { blockType } from './blocks/registry.ts'
import { pageFonts } from './bundle/fonts.ts'
import { toDeck } from './deck.ts'
import { createFitter } from './fit/fitter.ts'
import { layout } from './layout.ts'
import { loadAssets } from './load/assets.ts'
import { besidePage, copyBeside } from './load/beside.ts'
import { readDeck } from './load/deck.ts'
import { readFaces } from './load/fonts.ts'
import { readClient } from './load/home.ts'
import { openLibrary } from './load/library.ts'
import { findProject } from './load/project.ts'
import { writeWhole } from './load/write.ts'
import { localize } from './localize.ts'
import { loadOtherPageWords, loadPageWords } from './messages/languages.ts'
import type { AssetRequest, Assets, FileAsset, StillRequest } from './model/asset.ts'
import type { Engines } from './model/block.ts'
import { isColor } from './model/color.ts'
import type { Block, Deck, Slide } from './model/deck.ts'
import type { Diagnostic, Found } from './model/diagnostic.ts'
import type { LaidOutDeck } from './model/laid-out.ts'
import type { Lang } from './model/lang.ts'
import { EnvironmentError } from './model/machine.ts'
import type { DeckFile, Project } from './model/project.ts'
import type { Range, SourceNode } from './model/source.ts'
import { decode } from './parse/decode.ts'
import { parse } from './parse/parse.ts'
import { renderHtml } from './render/html.ts'
import { loadTheme } from './theme.ts'
import { slideOf, slidesOf } from './validate/slide-of.ts'
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

/** A deck that was built: the same, and the files that were written. */
export interface Built extends Checked {
  outputs: { path: string; lang: Lang; sizeBytes: number }[]
}

/** What can be made of a deck in one language: its page, its PDF. */
export interface DocumentKind {
  /** What follows the deck's name: `html`, `handout.pdf`. */
  ending: string
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
  const file = await readDeck(path)
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

/**
 * Checks a deck and writes its pages, one file a language. Nothing is written where the deck has errors.
 * Errors: as `check`; an output that cannot be written throws `EnvironmentError`.
 */
export async function build(path: string, options: BuildOptions = {}): Promise<Built> {
  const { faults, ...built } = await produce(path, options, [slidesPage(options)])
  if (faults[0]) throw faults[0]
  return built
}

/**
 * Checks a deck and writes documents of it, each kind in each language. Nothing is written where the deck has errors. What
 * the machine cannot make is told in `faults`; the others are written all the same.
 * Errors: as `check`.
 */
export async function produce(
  path: string,
  options: BuildOptions,
  kinds: readonly DocumentKind[],
): Promise<Built & { faults: EnvironmentError[] }> {
  const checked = await check(path, { stills: true, ...options })
  const documents = checked.editions.flatMap((edition) => kinds.map((kind) => ({ edition, kind })))
  const reviews = await Promise.all(documents.map(async ({ edition, kind }) => kind.review?.(edition, checked) ?? []))
  const diagnostics = [...checked.diagnostics, ...reviews.flat()].sort(byPlace)
  const refused = options.strict && diagnostics.some(({ severity }) => severity === 'warning')
  const settled = await Promise.allSettled(
    (refused ? [] : documents).map(async ({ edition, kind }) => {
      const content = await kind.make(edition, checked)
      const name = outputName(checked.file.stem, edition.lang, options.lang === 'all', kind.ending)
      const path = join(checked.project.out, name)
      await writeWhole(path, content)
      return { path, lang: edition.lang, sizeBytes: Buffer.byteLength(content) }
    }),
  )
  const outputs = settled.flatMap((one) => (one.status === 'fulfilled' ? one.value : []))
  return { ...checked, diagnostics, outputs, faults: faultsOf(settled) }
}

/** What the machine lacked. Errors: a bug of ours is thrown on. */
function faultsOf(settled: readonly PromiseSettledResult<unknown>[]): EnvironmentError[] {
  return settled.flatMap((one) => {
    if (one.status === 'fulfilled') return []
    if (one.reason instanceof EnvironmentError) return [one.reason]
    throw one.reason
  })
}

/** The page for the browser, and the files that lie beside it. */
export function slidesPage({ notes = true }: Pick<BuildOptions, 'notes'> = {}): DocumentKind {
  const copied = new WeakMap<readonly FileAsset[], Promise<unknown>>()
  return {
    ending: 'html',
    make: async ({ deck }, { beside, characters, project }) => {
      // Once for all languages.
      if (!copied.has(beside)) copied.set(beside, Promise.all(beside.map((file) => copyBeside(file, project.out))))
      await copied.get(beside)
      return render(deck, characters, notes)
    },
  }
}

/** `nurotan.html`, or `nurotan.ru.html` where every language has its own. */
export function outputName(stem: string, lang: Lang, everyLang: boolean, ending = 'html'): string {
  return everyLang ? `${stem}.${lang}.${ending}` : `${stem}.${ending}`
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
  const fitter = await createFitter(await readFaces(theme))
  const langs = options.lang === 'all' ? deck.langs : [options.lang ?? deck.lang]
  const editions = langs.map((lang) => {
    const localized = localize(deck, lang)
    const set = layout(localized.deck, theme, assets, fitter, engines)
    found.push(...localized.found, ...(options.strictFit ? set.found.map(strictly) : set.found))
    return { lang, deck: set.laidOut }
  })
  return { found, editions: hasErrors(found) ? [] : editions, beside }
}

/** The theme of the call, else that of the deck, else the official one. Errors: a call that names none that is there. */
export async function chooseTheme({ theme: chosen }: Deck, project: Project, { theme: asked }: BuildOptions) {
  const themed = await loadTheme(asked ?? chosen?.name ?? 'official', project, chosen?.range)
  const unknown = themed.found.find((one) => one.code === 'theme-unknown' && !one.source)
  if (asked === undefined || unknown?.code !== 'theme-unknown') return themed
  throw new EnvironmentError({ code: 'flag-value-unknown', flag: '--theme', value: asked, known: unknown.known }, 2)
}

/** The picture under a slide. */
const backgroundOf = ({ background }: Slide): AssetRequest[] =>
  background && !isColor(background.value) ? [{ kind: 'image', path: background.value, range: background.range }] : []

/** What some block types load for themselves, where the deck has such blocks. */
async function loadEngines(deck: Deck, project: Project): Promise<Engines> {
  const types = new Set(deck.slides.flatMap(({ blocks }) => blocks.map(({ type }) => blockType(type))))
  const library = openLibrary(project)
  const loaded = [...types].map(async (type) => [type.type, await type.engine?.(library)] as const)
  return new Map((await Promise.all(loaded)).flatMap(([name, engine]) => (engine ? [[name, engine] as const] : [])))
}

/** Every file that a deck names. */
export function assetsOf(deck: Deck): AssetRequest[] {
  const ofBlock = <K extends Block['type']>(block: Extract<Block, { type: K }>) =>
    blockType(block.type as K).assets(block)
  const ofSlides = deck.slides.flatMap((slide) => [...backgroundOf(slide), ...slide.blocks.flatMap(ofBlock)])
  const { path, range } = deck.logo
  return path ? [{ kind: 'logo', path, range }, ...ofSlides] : ofSlides
}

/** Pictures of the deck's videos. What takes them is loaded only where there is a video to take one of. */
export async function takeStills(deck: Deck, assets: Assets): Promise<Assets> {
  const { withStills } = await import('./stills.ts')
  return withStills(stillsOf(deck), assets)
}

/** The pictures that a deck's videos want to have taken. */
export function stillsOf(deck: Deck): StillRequest[] {
  const ofBlock = <K extends Block['type']>(block: Extract<Block, { type: K }>): StillRequest[] =>
    blockType(block.type as K).stills?.(block) ?? []
  return deck.slides.flatMap(({ blocks }) => blocks.flatMap(ofBlock))
}

/** One whole HTML file, with all it needs inside. */
async function render(deck: LaidOutDeck, characters: ReadonlySet<string>, notes: boolean): Promise<string> {
  const [script, style, words, languages, fonts] = await Promise.all([
    readClient('deck.js'),
    readClient('deck.css'),
    loadPageWords(deck.lang),
    loadOtherPageWords(deck.lang),
    fontsOf(deck, characters),
  ])
  return renderHtml(deck, { script, style, words, languages, fonts, notes })
}

/** The fonts that a page of a deck carries: every letter it shows. */
export async function fontsOf(deck: LaidOutDeck, characters: ReadonlySet<string>) {
  return pageFonts(await readFaces(deck.theme), withDrawn(deck, characters))
}

/** The letters of the deck, and of what it shows besides its own texts. */
export function withDrawn(deck: LaidOutDeck, characters: ReadonlySet<string>): ReadonlySet<string> {
  const drawn = deck.pages.flatMap(({ boxes }) => boxes.flatMap((box) => box.characters ?? []))
  return drawn.length === 0 ? characters : new Set([...characters, ...drawn.join('')])
}

/** A text that runs on as an error, for those who want every slide as they wrote it. */
const strictly = (one: Found): Found => (one.code === 'text-continued' ? { ...one, severity: 'error' } : one)

/** Whether a deck with these findings cannot be shown. */
export const hasErrors = (found: readonly Found[]) => found.some(({ severity }) => severity === 'error')

/** Puts findings into the order of the file and says which slide each belongs to; the same finding once. */
export function complete(found: readonly Found[], file: string, root: SourceNode | null): Diagnostic[] {
  const seen = new Set<string>()
  return found
    .map((one) => ({ count: 1, edits: [], ...one, ...placeIn(file, root, one) }) as Diagnostic)
    .filter((one) => !seen.has(JSON.stringify(one)) && seen.add(JSON.stringify(one)))
    .sort(byPlace)
}

/** The file and the slide of a finding: a theme has no slides. */
const placeIn = (file: string, root: SourceNode | null, { range, source }: Found) =>
  source ? { origin: source.name, slide: null } : { origin: file, slide: root ? slideOf(root, range) : null }

/** In the order of the deck; what lies in files of a theme comes first. */
const byPlace = (a: Diagnostic, b: Diagnostic) =>
  Number(!a.source) - Number(!b.source) || a.range.start - b.range.start || a.range.end - b.range.end

/** Every character of the texts in a tree. */
export function charactersOf(root: SourceNode): Set<string> {
  const characters = new Set<string>()
  // Nearly all have been seen before: a look at a table is much quicker than making a string of each.
  const seen = new Uint8Array(0x10000)
  const read = (text: string) => {
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i)
      if (seen[code]) continue
      const character = String.fromCodePoint(text.codePointAt(i)!)
      if (character.length > 1) i++
      else seen[code] = 1
      characters.add(character)
    }
  }
  const walk = (node: SourceNode) => {
    if (node.type === 'string') read(node.value)
    if (node.type === 'array') node.items.forEach(walk)
    if (node.type === 'object') for (const { value } of node.members) walk(value)
  }
  walk(root)
  return characters
}
