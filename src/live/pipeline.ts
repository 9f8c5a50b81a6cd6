import { setImmediate as turn } from 'node:timers/promises'
import { complete, hasErrors } from '../deck/diagnostics.ts'
import { localize } from '../deck/localize.ts'
import { assetsOf } from '../deck/needs.ts'
import { toDeck } from '../deck/to-deck.ts'
import { charactersOf, withDrawn } from '../fonts/letters.ts'
import { loadPageWords } from '../languages/languages.ts'
import { layout, layoutSlide } from '../layout/layout.ts'
import { LayoutMemo } from '../layout/memo.ts'
import type { Deck, LocalDeck } from '../model/deck.ts'
import type { Found } from '../model/diagnostic.ts'
import type { LaidOutDeck } from '../model/laid-out.ts'
import type { DeckFile } from '../model/project.ts'
import type { LiveState } from '../model/wire/live.ts'
import { decode } from '../parse/decode.ts'
import { parse } from '../parse/parse.ts'
import { dataOf } from '../render/html.ts'
import { ServedDeck } from '../render/served.ts'
import { pageId } from '../render/slide.ts'
import { slidesOf } from '../validate/slide-of.ts'
import { validate } from '../validate/validate.ts'
import { editedDeck, namesOf, sourceOf } from './quick.ts'
import type { Outcome, Settled, Shown } from './settled.ts'
import type { Dress, LiveOptions, Supplied, Supplies } from './supplies.ts'

const nothing = { root: null, found: [] }

/** The way of a deck from its bytes to its pages, with everything kept that the next reading needs again. */
export class Pipeline {
  readonly #supplies: Supplies
  readonly #options: LiveOptions
  readonly #memo = new LayoutMemo()
  readonly #served = new ServedDeck()
  settled: Settled | null = null

  constructor(supplies: Supplies, options: LiveOptions) {
    this.#supplies = supplies
    this.#options = options
  }

  /**
   * All of it, stage by stage, with room for others between them. Null where `overtaken` says that there is a newer file.
   * Errors: a theme of the call that is not there throws.
   */
  async whole({ bytes, name, stem }: DeckFile, overtaken: () => boolean): Promise<Outcome | null> {
    const decoded = decode(bytes)
    const text = decoded.text ?? ''
    const { root, found } = decoded.text === null ? nothing : parse(text)
    const all: Found[] = [...decoded.found, ...found]
    await turn()
    if (overtaken()) return null

    if (root) all.push(...validate(root).found)
    const slides = root ? slidesOf(root).map(({ range }) => range) : []
    const outcome = (shown: Shown | null): Outcome => {
      const good = shown !== null
      const diagnostics = complete(all, name, root)
      return { report: { good, fault: null, diagnostics, text, slides: slides.length }, shown }
    }
    if (!root || hasErrors(all)) return outcome(null)
    await turn()
    if (overtaken()) return null

    const deck = this.#asked(toDeck(root))
    const supplied = await this.#supplies.supply(deck, stem)
    all.push(...supplied.found)
    const { dress } = supplied
    if (!dress) return outcome(null)
    await turn()
    if (overtaken()) return null

    const { deck: local, found: localized } = localize(deck, this.#options.lang ?? deck.lang)
    await turn()
    if (overtaken()) return null

    const laid = this.#layout(local, supplied, dress)
    const { laidOut, found: placed } = laid
    all.push(...localized, ...placed)
    if (hasErrors(all)) return outcome(null)
    const words = await loadPageWords(laidOut.lang)
    const fonts = await dress.fonts.for(withDrawn(laidOut, charactersOf(root)))
    if (overtaken()) return null

    const shown = await this.#show(laidOut, { words, fonts, dress }, overtaken)
    if (!shown) return null
    const source = sourceOf(decoded, bytes, slides)
    const requested = namesOf(assetsOf(deck))
    this.settled = { source, deck, local, requested, supplied, dress, words, fonts, laid, shown }
    return outcome(shown)
  }

  /**
   * The pages after an edit inside one slide, with only those of that slide drawn: what else follows from it (numbers of
   * pages, the deck's language, findings) is left to `whole`. Null where the edit is another one.
   */
  async quick({ bytes }: DeckFile): Promise<Shown | null> {
    const before = this.settled
    const edited = before && editedDeck(bytes, before)
    if (!edited) return null
    const { index, settled } = edited
    if (edited.pictures.length > 0)
      settled.supplied = await this.#supplies.addPictures(settled.supplied, edited.pictures)
    const { local, supplied, dress } = settled
    const { theme, fitter } = dress
    const laid = layoutSlide(before.laid, index, local, theme, supplied.assets, fitter, supplied.engines, this.#memo)
    if (!laid || hasErrors(laid.found)) return null
    const shown = this.#showSlide(laid.laidOut, index, settled)
    this.settled = { ...settled, laid, shown }
    return shown
  }

  #showSlide(laidOut: LaidOutDeck, slide: number, { shown, words, fonts, dress }: Settled): Shown {
    const served = this.#served
    const { size } = served
    served.turnTo(laidOut)
    const known = new Map(shown.pages.map((page) => [page.id, page]))
    const pages = laidOut.pages.map((page, index) => {
      const before = page.slide === slide ? undefined : known.get(pageId(page))
      return before ?? served.page(laidOut, index, words)
    })
    const data = dataOf(laidOut, words)
    if (served.size === size) return { ...shown, pages, data }
    const css = served.css(laidOut, fonts, dress.css)
    return { ...shown, pages, data, css, symbols: served.symbols(laidOut) }
  }

  #asked(deck: Deck): Deck {
    const { aspect } = this.#options
    return aspect ? { ...deck, aspect } : deck
  }

  #layout(local: LocalDeck, { assets, engines }: Supplied, { theme, fitter }: Dress) {
    return layout(local, theme, assets, fitter, engines, this.#memo)
  }

  async #show(
    laidOut: LaidOutDeck,
    { words, fonts, dress }: Pick<Settled, 'words' | 'fonts' | 'dress'>,
    overtaken: () => boolean,
  ): Promise<Shown | null> {
    const served = this.#served
    served.turnTo(laidOut)
    const pages: LiveState['pages'][number][] = []
    for (const index of laidOut.pages.keys()) {
      if (index % 100 === 99) {
        await turn()
        if (overtaken()) return null
      }
      pages.push(served.page(laidOut, index, words))
    }
    return {
      lang: laidOut.lang,
      pages,
      css: served.css(laidOut, fonts, dress.css),
      symbols: served.symbols(laidOut),
      data: dataOf(laidOut, words),
    }
  }
}
