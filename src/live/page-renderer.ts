import type { LaidOutDeck } from '../model/laid-out.ts'
import type { PageData } from '../model/wire/page-data.ts'
import type { PageWords } from '../model/words.ts'
import { DeckRenderer, type ServedFont } from '../render/deck-renderer.ts'
import { dataOf, type PageEdition } from '../render/render-html.ts'
import { pageId } from '../render/render-slide.ts'
import type { UnversionedState } from './snapshot.ts'

interface RenderInput {
  deck: LaidOutDeck
  /** The style sheet of the theme. */
  css: string
  words: PageWords
  fonts: readonly ServedFont[]
  /** The language of the deck, and all of them if there are several. */
  tag: string
  editions: readonly PageEdition[]
}

/** How many pages are rendered between two pauses. */
const pagesPerPause = 100

/** Renders the state of a deck that served pages show. Pages that are unchanged since the last run are used again. */
export class PageRenderer {
  readonly #renderer: DeckRenderer
  readonly #idSuffix: string | undefined

  /** See `DeckRenderer`. */
  constructor(idSuffix?: string) {
    this.#renderer = new DeckRenderer(idSuffix)
    this.#idSuffix = idSuffix
  }

  /** Renders all pages. Returns null as soon as `pause` returns true. */
  async renderDeck(input: RenderInput, pause: () => Promise<boolean>): Promise<UnversionedState | null> {
    const { deck, words, tag, editions } = input
    this.#renderer.setDeck(deck)
    const pages: UnversionedState['pages'][number][] = []
    for (const index of deck.pages.keys()) {
      if (index % pagesPerPause === pagesPerPause - 1 && (await pause())) return null
      pages.push(this.#renderer.page(deck, index, words))
    }
    return {
      tag,
      lang: deck.lang,
      pages,
      data: dataOf(deck, words, otherWords(input), editions),
      ...this.#shared(input),
    }
  }

  /** Renders the pages of one slide again; the others are taken from `before`. */
  renderSlide(input: RenderInput, slide: number, before: UnversionedState): UnversionedState {
    const { deck, words, editions } = input
    const renderer = this.#renderer
    const { revision } = renderer
    renderer.setDeck(deck)
    const known = new Map(before.pages.map((page) => [page.id, page]))
    const pages = deck.pages.map((page, index) => {
      const unchanged = page.slide === slide ? undefined : known.get(pageId(page, this.#idSuffix))
      return unchanged ?? renderer.page(deck, index, words)
    })
    const shared = renderer.revision === revision ? {} : this.#shared(input)
    return { ...before, pages, data: dataOf(deck, words, otherWords(input), editions), ...shared }
  }

  /** What all pages share; known once they are rendered. */
  #shared({ deck, css, fonts }: RenderInput): Pick<UnversionedState, 'css' | 'symbols'> {
    return { css: this.#renderer.css(deck, fonts, css), symbols: this.#renderer.symbols(deck) }
  }
}

/** The words of the other languages of the deck. */
const otherWords = ({ deck, editions }: RenderInput): PageData['languages'] =>
  Object.fromEntries(editions.flatMap(({ deck: { lang }, words }) => (lang === deck.lang ? [] : [[lang, words]])))
