import { setImmediate as nextTurn } from 'node:timers/promises'
import { slideRangesOf } from '../build.ts'
import { hasErrors, locateDiagnostics } from '../deck/diagnostics.ts'
import { latinResources } from '../deck/latin-resources.ts'
import { localize } from '../deck/localize.ts'
import { withDrawnCharacters } from '../fonts/characters.ts'
import { layoutSlide } from '../layout/layout.ts'
import type { LayoutMemo } from '../layout/layout-memo.ts'
import type { Slide } from '../model/deck.ts'
import type { Diagnostic, LocatedDiagnostic } from '../model/diagnostic.ts'
import type { LaidOutDeck } from '../model/laid-out.ts'
import type { LiveDraft, LiveDraftRequest } from '../model/live.ts'
import type { Range } from '../model/source.ts'
import { DeckRenderer } from '../render/deck-renderer.ts'
import { faceCss } from '../render/theme-css.ts'
import { readSlideAlone } from './apply-slide-edit.ts'
import type { LiveResources } from './live-resources.ts'
import type { DeckSnapshot, ShownEdition } from './snapshot.ts'

/** What a slide is drafted with. */
export interface DraftInput {
  snapshot: DeckSnapshot
  /** The language in which it is laid out. */
  shown: ShownEdition
  /** The memo of that language, of which a fork is used. */
  memo: LayoutMemo
  /** What follows the ids of pages in this language: see `DeckRenderer`. */
  idSuffix: string | undefined
  /** The name of the file, for diagnostics. */
  origin: string
  /** Loads what a slide with these characters needs besides what the deck has. */
  loadFor(slide: Slide, characters: ReadonlySet<string>): Promise<LiveResources>
}

/** Lays out a slide that is being written: see `Live.draft`. Everything in the input stays as it is. */
export async function draftSlide(request: LiveDraftRequest, input: DraftInput): Promise<LiveDraft | null> {
  const { snapshot, shown } = input
  const { text, slide: index, signal } = request
  const isAborted = async () => {
    await nextTurn()
    return signal?.aborted === true
  }
  if (signal?.aborted) return null
  const ranges = slideRangesOf(text)
  const range = ranges[index]
  if (!range || ranges.length !== snapshot.deck.slides.length) return null
  const { slide, diagnostics, characters } = readSlideAlone(text.slice(range.start, range.end), snapshot.source)
  const place = { from: snapshot.source.head.length, range, index, origin: input.origin }
  if (!slide) return { slide: index, pages: [], css: '', symbols: '', diagnostics: locate(diagnostics, place) }
  if (await isAborted()) return null
  const resources = await input.loadFor(slide, characters)
  if (await isAborted()) return null

  const { edition } = shown
  const own = edition.resources.latin ? latinResources(resources, snapshot.deck) : resources
  const alone = localize({ ...snapshot.deck, slides: [slide] }, edition.lang, {
    bySlide: edition.tag !== edition.lang,
  })
  const slides = edition.localized.slides.with(index, alone.deck.slides[0]!)
  const laidOut = layoutSlide(edition.layout, index, { ...edition.localized, slides }, own, input.memo.fork(), true)
  if (!laidOut || (await isAborted())) return null
  const found = locate([...diagnostics, ...alone.diagnostics, ...laidOut.diagnostics], place)
  if (hasErrors(found)) return { slide: index, pages: [], css: '', symbols: '', diagnostics: found }
  const drawn = renderPages(laidOut.laidOut, index, input)
  const fonts = await fontRules(laidOut.laidOut, index, { resources, characters, snapshot })
  return { slide: index, ...drawn, css: [...fonts, drawn.css].filter(Boolean).join('\n'), diagnostics: found }
}

/** The rules of fonts for letters that the fonts of the deck as it is shown do not have. */
async function fontRules(
  deck: LaidOutDeck,
  slide: number,
  {
    resources,
    characters,
    snapshot,
  }: { resources: LiveResources; characters: ReadonlySet<string>; snapshot: DeckSnapshot },
): Promise<string[]> {
  const own = { ...deck, pages: deck.pages.filter((page) => page.slide === slide) }
  const shown = withDrawnCharacters(own, characters)
  // Fonts that were added for this slide are new as a whole.
  const isNew = resources.fonts !== snapshot.resources.fonts
  const fallback = isNew ? resources.faces.filter(({ face }) => face.fallback) : []
  const extra = await snapshot.resources.fonts.extraFor(shown)
  return [
    ...extra.map(({ face, address, points }) => faceCss(face, address, points)),
    ...fallback.map(({ face, woff2 }) => faceCss(face, resources.fonts.store(woff2))),
  ]
}

/** Renders the pages of a slide, and the rules and shapes that they need. */
function renderPages(
  deck: Parameters<DeckRenderer['page']>[0],
  slide: number,
  { shown, idSuffix }: DraftInput,
): Pick<LiveDraft, 'pages' | 'css' | 'symbols'> {
  const renderer = new DeckRenderer(idSuffix)
  renderer.setDeck(deck)
  const pages = deck.pages.flatMap((page, i) => (page.slide === slide ? [renderer.page(deck, i, shown.words)] : []))
  const known = new Set(shown.state.css.split('\n'))
  const rules = renderer.css(deck, [], '').split('\n')
  return { pages, css: rules.filter((rule) => !known.has(rule)).join('\n'), symbols: renderer.symbols(deck) }
}

/** Where a slide that was read alone stands in the text. */
interface Place {
  /** The offset at which it was read. */
  from: number
  range: Range
  index: number
  origin: string
}

/** Moves the diagnostics of the slide to its place, and drops those of the rest of the deck. */
function locate(diagnostics: readonly Diagnostic[], { from, range, index, origin }: Place): LocatedDiagnostic[] {
  const by = range.start - from
  const length = range.end - range.start
  const move = <R extends Range>(one: R): R => ({ ...one, start: one.start + by, end: one.end + by })
  const own = diagnostics
    .filter(({ range: { start }, source }) => !source && start >= from && start < from + length)
    .map((one) => ({ ...one, range: move(one.range), ...(one.edits && { edits: one.edits.map(move) }) }))
  return locateDiagnostics(own, origin, null).map((one) => ({ ...one, slide: index + 1 }))
}
