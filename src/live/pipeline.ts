import { setImmediate as turn } from 'node:timers/promises'
import { assetRequestsOf } from '../deck/deck-resources.ts'
import { hasErrors, locateDiagnostics } from '../deck/diagnostics.ts'
import { localize } from '../deck/localize.ts'
import { toDeck } from '../deck/to-deck.ts'
import { charactersOf, withDrawnCharacters } from '../fonts/characters.ts'
import { loadPageWords } from '../languages/languages.ts'
import { layout, layoutSlide } from '../layout/layout.ts'
import { LayoutMemo } from '../layout/layout-memo.ts'
import type { Deck, LocalizedDeck } from '../model/deck.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { LaidOutDeck } from '../model/laid-out.ts'
import type { DeckSource } from '../model/project.ts'
import type { LiveState } from '../model/wire/live.ts'
import { decode } from '../parse/decode.ts'
import { parse } from '../parse/parse.ts'
import { DeckRenderer } from '../render/deck-renderer.ts'
import { dataOf } from '../render/render-html.ts'
import { pageId } from '../render/render-slide.ts'
import { slideNodesOf } from '../validate/slide-numbers.ts'
import { validate } from '../validate/validate.ts'
import { applySlideEdit, assetKeys, snapshotSource } from './apply-slide-edit.ts'
import type { DeckResources, LiveOptions, ResolvedTheme, ResourceLoader } from './resource-loader.ts'
import type { DeckSnapshot, PipelineResult, UnversionedState } from './snapshot.ts'

const emptyParse = { root: null, diagnostics: [] }

/** The way of a deck from its bytes to its pages, with everything kept that the next reading needs again. */
export class Pipeline {
  readonly #loader: ResourceLoader
  readonly #options: LiveOptions
  readonly #memo = new LayoutMemo()
  readonly #renderer = new DeckRenderer()
  snapshot: DeckSnapshot | null = null

  constructor(supplies: ResourceLoader, options: LiveOptions) {
    this.#loader = supplies
    this.#options = options
  }

  /**
   * All of it, stage by stage, with room for others between them. Null where `overtaken` says that there is a newer file.
   * Errors: a theme of the call that is not there throws.
   */
  async run({ bytes, name, stem }: DeckSource, isSuperseded: () => boolean): Promise<PipelineResult | null> {
    const decoded = decode(bytes)
    const text = decoded.text ?? ''
    const { root, diagnostics } = decoded.text === null ? emptyParse : parse(text)
    const all: Diagnostic[] = [...decoded.diagnostics, ...diagnostics]
    await turn()
    if (isSuperseded()) return null

    if (root) all.push(...validate(root).diagnostics)
    const slides = root ? slideNodesOf(root).map(({ range }) => range) : []
    const outcome = (shown: UnversionedState | null): PipelineResult => {
      const good = shown !== null
      const diagnostics = locateDiagnostics(all, name, root)
      return { report: { valid: good, fault: null, diagnostics, text, slides: slides.length }, state: shown }
    }
    if (!root || hasErrors(all)) return outcome(null)
    await turn()
    if (isSuperseded()) return null

    const deck = this.#withOptions(toDeck(root))
    const resources = await this.#loader.load(deck, stem)
    all.push(...resources.diagnostics)
    const { resolvedTheme } = resources
    if (!resolvedTheme) return outcome(null)
    await turn()
    if (isSuperseded()) return null

    const { deck: local, diagnostics: localized } = localize(deck, this.#options.lang ?? deck.lang)
    await turn()
    if (isSuperseded()) return null

    const layoutResult = this.#layout(local, resources, resolvedTheme)
    const { laidOut, diagnostics: placed } = layoutResult
    all.push(...localized, ...placed)
    if (hasErrors(all)) return outcome(null)
    const words = await loadPageWords(laidOut.lang)
    const fonts = await resolvedTheme.fonts.fontsFor(withDrawnCharacters(laidOut, charactersOf(root)))
    if (isSuperseded()) return null

    const shown = await this.#renderPages(laidOut, { words, fonts, resolvedTheme }, isSuperseded)
    if (!shown) return null
    const source = snapshotSource(decoded, bytes, slides)
    const requested = assetKeys(assetRequestsOf(deck))
    this.snapshot = {
      source,
      deck,
      localDeck: local,
      requestedAssets: requested,
      resources,
      resolvedTheme,
      words,
      fonts,
      layoutResult,
      state: shown,
    }
    return outcome(shown)
  }

  /**
   * The pages after an edit inside one slide, with only those of that slide drawn: what else follows from it (numbers of
   * pages, the deck's language, findings) is left to `whole`. Null where the edit is another one.
   */
  async runSlideEdit({ bytes }: DeckSource): Promise<UnversionedState | null> {
    const before = this.snapshot
    const edited = before && applySlideEdit(bytes, before)
    if (!edited) return null
    const { index, snapshot } = edited
    if (edited.pictures.length > 0)
      snapshot.resources = await this.#loader.addPictures(snapshot.resources, edited.pictures)
    const { localDeck: local, resources, resolvedTheme } = snapshot
    const { theme, fitter } = resolvedTheme
    const layoutResult = layoutSlide(
      before.layoutResult,
      index,
      local,
      theme,
      resources.assets,
      fitter,
      resources.engines,
      this.#memo,
    )
    if (!layoutResult || hasErrors(layoutResult.diagnostics)) return null
    const shown = this.#renderSlide(layoutResult.laidOut, index, snapshot)
    this.snapshot = { ...snapshot, layoutResult, state: shown }
    return shown
  }

  #renderSlide(
    laidOut: LaidOutDeck,
    slide: number,
    { state: shown, words, fonts, resolvedTheme }: DeckSnapshot,
  ): UnversionedState {
    const renderer = this.#renderer
    const { revision: size } = renderer
    renderer.setDeck(laidOut)
    const known = new Map(shown.pages.map((page) => [page.id, page]))
    const pages = laidOut.pages.map((page, index) => {
      const before = page.slide === slide ? undefined : known.get(pageId(page))
      return before ?? renderer.page(laidOut, index, words)
    })
    const data = dataOf(laidOut, words)
    if (renderer.revision === size) return { ...shown, pages, data }
    const css = renderer.css(laidOut, fonts, resolvedTheme.css)
    return { ...shown, pages, data, css, symbols: renderer.symbols(laidOut) }
  }

  #withOptions(deck: Deck): Deck {
    const { aspect } = this.#options
    return aspect ? { ...deck, aspect } : deck
  }

  #layout(local: LocalizedDeck, { assets, engines }: DeckResources, { theme, fitter }: ResolvedTheme) {
    return layout(local, theme, assets, fitter, engines, this.#memo)
  }

  async #renderPages(
    laidOut: LaidOutDeck,
    { words, fonts, resolvedTheme }: Pick<DeckSnapshot, 'words' | 'fonts' | 'resolvedTheme'>,
    isSuperseded: () => boolean,
  ): Promise<UnversionedState | null> {
    const renderer = this.#renderer
    renderer.setDeck(laidOut)
    const pages: LiveState['pages'][number][] = []
    for (const index of laidOut.pages.keys()) {
      if (index % 100 === 99) {
        await turn()
        if (isSuperseded()) return null
      }
      pages.push(renderer.page(laidOut, index, words))
    }
    return {
      lang: laidOut.lang,
      pages,
      css: renderer.css(laidOut, fonts, resolvedTheme.css),
      symbols: renderer.symbols(laidOut),
      data: dataOf(laidOut, words),
    }
  }
}
