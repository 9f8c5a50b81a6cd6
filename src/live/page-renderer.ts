import { DeckRenderer } from '../render/deck-renderer.ts'
import { dataOf } from '../render/render-html.ts'
import { pageId } from '../render/render-slide.ts'
import type { DeckSnapshot, UnversionedState } from './snapshot.ts'

type RenderInput = Pick<DeckSnapshot, 'edition' | 'words' | 'fonts'>

/** How many pages are rendered between two pauses. */
const pagesPerPause = 100

/** Renders the state of a deck that served pages show. Pages that are unchanged since the last run are used again. */
export class PageRenderer {
  readonly #renderer = new DeckRenderer()

  /** Renders all pages. Returns null as soon as `pause` returns true. */
  async renderDeck(input: RenderInput, pause: () => Promise<boolean>): Promise<UnversionedState | null> {
    const { deck } = input.edition
    this.#renderer.setDeck(deck)
    const pages: UnversionedState['pages'][number][] = []
    for (const index of deck.pages.keys()) {
      if (index % pagesPerPause === pagesPerPause - 1 && (await pause())) return null
      pages.push(this.#renderer.page(deck, index, input.words))
    }
    return { lang: deck.lang, pages, data: dataOf(deck, input.words), ...this.#shared(input) }
  }

  /** Renders the pages of one slide; the others stay as they are in `snapshot.state`. */
  renderSlide({ edition, words, fonts, state }: DeckSnapshot, slide: number): UnversionedState {
    const { deck } = edition
    const renderer = this.#renderer
    const { revision } = renderer
    renderer.setDeck(deck)
    const known = new Map(state.pages.map((page) => [page.id, page]))
    const pages = deck.pages.map((page, index) => {
      const before = page.slide === slide ? undefined : known.get(pageId(page))
      return before ?? renderer.page(deck, index, words)
    })
    const shared = renderer.revision === revision ? {} : this.#shared({ edition, words, fonts })
    return { ...state, pages, data: dataOf(deck, words), ...shared }
  }

  /** What all pages share; known once they are rendered. */
  #shared({ edition: { deck, resources }, fonts }: RenderInput): Pick<UnversionedState, 'css' | 'symbols'> {
    return { css: this.#renderer.css(deck, fonts, resources.css), symbols: this.#renderer.symbols(deck) }
  }
}
