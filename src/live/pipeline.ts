import { setImmediate as turn } from 'node:timers/promises'
import { charactersOf, complete, hasErrors, understandText, withDrawn } from '../build.ts'
import { toDeck } from '../deck.ts'
import { LayoutMemo } from '../layout/memo.ts'
import { layout } from '../layout.ts'
import { localize } from '../localize.ts'
import { loadPageWords } from '../messages/languages.ts'
import type { Deck, LocalDeck } from '../model/deck.ts'
import type { Found } from '../model/diagnostic.ts'
import type { LaidOutDeck } from '../model/laid-out.ts'
import type { LiveReport, LiveState } from '../model/live.ts'
import type { DeckFile } from '../model/project.ts'
import type { Range, SourceNode } from '../model/source.ts'
import type { PageWords } from '../model/words.ts'
import { decode } from '../parse/decode.ts'
import { dataOf } from '../render/html.ts'
import { ServedDeck, type ServedFont } from '../render/served.ts'
import { slidesOf } from '../validate/slide-of.ts'
import type { Dress, LiveOptions, Supplied, Supplies } from './supplies.ts'

/** A state before it is counted. */
export type Shown = Omit<LiveState, 'version'>

/** What became of a deck's file. */
export interface Outcome {
  report: LiveReport
  /** Null where the file cannot be shown. */
  shown: Shown | null
}

/** A deck that can be shown, as far as a later edit starts from it. */
export interface Settled {
  text: string
  root: SourceNode
  /** Nothing was repaired: the text is JSON. */
  sound: boolean
  slides: readonly Range[]
  deck: Deck
  local: LocalDeck
  supplied: Supplied
  dress: Dress
  words: PageWords
  fonts: readonly ServedFont[]
  shown: Shown
}

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
    const { root, found } = decoded.text === null ? { root: null, found: [] } : understandText(text)
    const all: Found[] = [...decoded.found, ...found]
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

    const { laidOut, found: placed } = this.#layout(local, supplied, dress)
    all.push(...localized, ...placed)
    if (hasErrors(all)) return outcome(null)
    const words = await loadPageWords(laidOut.lang)
    const fonts = await dress.fonts.for(withDrawn(laidOut, charactersOf(root)))
    if (overtaken()) return null

    const shown = await this.#show(laidOut, { words, fonts, dress }, overtaken)
    if (!shown) return null
    const sound = decoded.text !== null && found.length === 0
    this.settled = { text, root, sound, slides, deck, local, supplied, dress, words, fonts, shown }
    return outcome(shown)
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
