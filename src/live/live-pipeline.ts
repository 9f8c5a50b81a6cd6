import { setImmediate as nextTurn } from 'node:timers/promises'
import { type Edition, type PipelineResult, runPipeline } from '../build.ts'
import { assetRequestsOf } from '../deck/deck-resources.ts'
import { hasErrors } from '../deck/diagnostics.ts'
import { latinResources } from '../deck/latin-resources.ts'
import { withDrawnCharacters } from '../fonts/characters.ts'
import { loadPageWords, loadSeveralPageWords } from '../languages/languages.ts'
import { pageWordsIn } from '../latin/latin-page-words.ts'
import { layoutSlide } from '../layout/layout.ts'
import { LayoutMemo } from '../layout/layout-memo.ts'
import type { Slide } from '../model/deck.ts'
import type { FileRead } from '../model/files.ts'
import type { LiveDraft, LiveDraftRequest } from '../model/live.ts'
import type { DeckSource } from '../model/project.ts'
import type { ServedFont } from '../render/deck-renderer.ts'
import { idSuffixOf } from '../render/render-html.ts'
import { applySlideEdit, assetKeys, newAssetsOf, snapshotSource } from './apply-slide-edit.ts'
import { draftSlide } from './draft-slide.ts'
import type { LiveOptions } from './live-options.ts'
import type { LiveResources } from './live-resources.ts'
import { PageRenderer } from './page-renderer.ts'
import type { CachingResourceLoader } from './resource-loader.ts'
import type { DeckSnapshot, LiveResult, ShownEdition, UnversionedState } from './snapshot.ts'

/** Runs the pipeline of `build.ts` again and again for one deck, and keeps what the next run can use. */
export class LivePipeline {
  readonly loader: CachingResourceLoader
  readonly #options: LiveOptions
  readonly #filesRead: () => FileRead[]
  /** What each language has of its own, by its tag. */
  readonly #memos = new Map<string, LayoutMemo>()
  readonly #renderers = new Map<string, PageRenderer>()
  /** The last deck that could be shown. */
  snapshot: DeckSnapshot | null = null

  constructor(loader: CachingResourceLoader, options: LiveOptions, filesRead: () => FileRead[]) {
    this.loader = loader
    this.#options = options
    this.#filesRead = filesRead
  }

  /**
   * Runs every step and lets other work happen between them. Returns null as soon as `isSuperseded` is true.
   * Errors: throws if the options name a theme that does not exist.
   */
  async run(file: DeckSource, isSuperseded: () => boolean): Promise<LiveResult | null> {
    const pause = async () => {
      await nextTurn()
      return isSuperseded()
    }
    const result = await this.#runSteps(file, pause)
    if (!result) return null
    const { text, diagnostics, slideRanges, deck, resources, editions } = result
    const report = {
      valid: false,
      fault: null,
      diagnostics,
      text,
      slides: slideRanges.length,
      loop: deck?.loop ?? undefined,
    }
    if (!deck || !resources || editions.length === 0) return { report, states: null }

    const worded = await withWords(editions)
    const drawn = editions.reduce((all, { deck }) => withDrawnCharacters(deck, all), result.characters)
    const fonts = await resources.fonts.fontsFor(drawn)
    if (isSuperseded()) return null
    const shown: ShownEdition[] = []
    for (const one of worded) {
      const state = await this.#rendererOf(one, worded).renderDeck(inputOf(one, worded, fonts), pause)
      if (!state) return null
      shown.push({ ...one, state })
    }
    const source = snapshotSource(result, file.bytes)
    const requestedAssets = assetKeys(assetRequestsOf(deck))
    this.snapshot = { source, deck, requestedAssets, fonts, resources, editions: shown }
    return { report: { ...report, valid: true }, states: shown.map(({ state }) => state) }
  }

  #memoOf(tag: string): LayoutMemo {
    const memo = this.#memos.get(tag) ?? new LayoutMemo()
    this.#memos.set(tag, memo)
    return memo
  }

  /** Lays out a slide that is not on the disk: see `Live.draft`. `onLoaded` is given what its pages may ask for. */
  async draft(
    request: LiveDraftRequest,
    origin: string,
    onLoaded: (resources: LiveResources) => void,
  ): Promise<LiveDraft | null> {
    const { snapshot } = this
    const editions = snapshot?.editions ?? []
    const shown = request.tag === undefined ? editions[0] : editions.find(({ edition: { tag } }) => tag === request.tag)
    if (!snapshot || !shown) return null
    const memo = this.#memoOf(shown.edition.tag)
    const loadFor = async (slide: Slide, characters: ReadonlySet<string>) => {
      const deck = { ...snapshot.deck, slides: snapshot.deck.slides.with(request.slide, slide) }
      const requests = newAssetsOf(slide, snapshot)
      const resources = await this.loader.addForDraft(snapshot.resources, deck, { requests, characters })
      if (resources !== snapshot.resources) onLoaded(resources)
      return resources
    }
    return draftSlide(request, { snapshot, shown, memo, idSuffix: idSuffixIn(shown, editions), origin, loadFor })
  }

  #rendererOf(one: WordedEdition, all: readonly WordedEdition[]): PageRenderer {
    const { tag } = one.edition
    const idSuffix = idSuffixIn(one, all)
    const key = `${tag} ${idSuffix}`
    const renderer = this.#renderers.get(key) ?? new PageRenderer(idSuffix)
    this.#renderers.set(key, renderer)
    return renderer
  }

  async #runSteps(file: DeckSource, pause: () => Promise<boolean>): Promise<PipelineResult<LiveResources> | null> {
    const [loader, filesRead] = [this.loader, this.#filesRead]
    const options = { ...this.#options, namedLangs: true }
    const memoOf = (tag: string) => this.#memoOf(tag)
    const steps = runPipeline({ file, options, loader, memoOf, filesRead })
    for (;;) {
      const step = await steps.next()
      if (step.done) return step.value
      if (await pause()) return null
    }
  }

  /**
   * Reads, lays out and renders only the slide that was edited. Whatever else depends on it (page numbers, the deck's
   * language, diagnostics) is left to `run`. Returns null unless the edit is inside one slide.
   */
  async runSlideEdit({ bytes }: DeckSource): Promise<readonly UnversionedState[] | null> {
    const before = this.snapshot
    const edited = before && applySlideEdit(bytes, before)
    if (!edited) return null
    const { index, snapshot, newImages } = edited
    const { editions, fonts } = snapshot
    const resources =
      newImages.length > 0 ? await this.loader.addImages(snapshot.resources, newImages) : snapshot.resources
    const laidOut: ShownEdition[] = []
    for (const shown of editions) {
      const { edition } = shown
      const own = edition.resources.latin ? latinResources(resources, snapshot.deck) : resources
      const layout = layoutSlide(edition.layout, index, edition.localized, own, this.#memoOf(edition.tag))
      if (!layout || hasErrors(layout.diagnostics)) return null
      laidOut.push({ ...shown, edition: { ...edition, layout, deck: layout.laidOut, resources: own } })
    }
    const shown = laidOut.map((one) => {
      const state = this.#rendererOf(one, laidOut).renderSlide(inputOf(one, laidOut, fonts), index, one.state)
      return { ...one, state }
    })
    this.snapshot = { ...snapshot, resources, editions: shown }
    return shown.map(({ state }) => state)
  }
}

/** What follows the ids of a language. It depends on whether the language is the only one, or the first. */
function idSuffixIn({ edition: { tag } }: WordedEdition, all: readonly WordedEdition[]): string | undefined {
  const isFirst = all[0]?.edition.tag === tag
  return all.length === 1 ? undefined : isFirst ? '' : idSuffixOf(tag)
}

type WordedEdition = Pick<ShownEdition, 'edition' | 'words'>

/** Loads the words of the page in each language. */
async function withWords(editions: readonly Edition<LiveResources>[]): Promise<WordedEdition[]> {
  const several = editions.length > 1 ? await loadSeveralPageWords() : null
  return Promise.all(
    editions.map(async (edition) => ({
      edition,
      words: pageWordsIn(several?.[edition.lang] ?? (await loadPageWords(edition.lang)), edition.resources.latin),
    })),
  )
}

/** What a language is rendered from. */
const inputOf = ({ edition, words }: WordedEdition, all: readonly WordedEdition[], fonts: readonly ServedFont[]) => ({
  deck: edition.deck,
  css: edition.resources.css,
  words,
  fonts,
  tag: edition.tag,
  editions: all.length > 1 ? all.map(({ edition: { tag, deck }, words }) => ({ tag, deck, words })) : [],
})
