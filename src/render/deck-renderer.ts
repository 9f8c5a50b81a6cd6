import type { LaidOutDeck, LaidOutPage, PlacedBox, TextView } from '../model/laid-out.ts'
import type { PagePoll } from '../model/poll.ts'
import type { Face } from '../model/theme.ts'
import type { LivePage } from '../model/wire/live.ts'
import type { PageWords } from '../model/words.ts'
import { AtomicCss } from './atomic-css.ts'
import { ornamentOf } from './ornament.ts'
import type { HeadingLevel } from './paragraph-groups.ts'
import { Pictures } from './pictures.ts'
import { pageId, placeText, renderNotes, renderSlide } from './render-slide.ts'
import { SharedShapes } from './svg-marks.ts'
import { createRenderer, type TemplateRenderer } from './template-renderer.ts'
import { faceCss, themeCss } from './theme-css.ts'

/** A face and the address of its font file. */
export interface ServedFont {
  face: Face
  address: string
}

/** A rendered page and what it was rendered from. */
interface RenderedPage {
  page: LaidOutPage
  index: number
  pages: number
  livePage: LivePage
}

/**
 * Renders the pages of a deck that changes while it is edited. Pages refer to pictures by address, so they do not depend
 * on one another. Unchanged boxes are not rendered again; the style sheet and the shared shapes only grow.
 */
export class DeckRenderer {
  #key: unknown[] = []
  #atoms = new AtomicCss()
  #shapes = new SharedShapes()
  #pageIds: string[] = []
  #renderer: TemplateRenderer | null = null
  #boxes = new WeakMap<object, string>()
  #pages = new Map<string, RenderedPage>()
  readonly #idSuffix: string | undefined

  /** `idSuffix` follows the ids of a language, if the deck has several: see `SlideOptions`. */
  constructor(idSuffix?: string) {
    this.#idSuffix = idSuffix
  }

  /** Sets the current deck. If its theme, colours, language or stage changed, everything is rendered again. */
  setDeck(deck: LaidOutDeck): void {
    const { theme, lang, latin, aspect, colors } = deck
    const key = [theme, lang, latin, aspect, JSON.stringify(colors)]
    if (!this.#renderer || key.some((part, i) => part !== this.#key[i])) this.#reset(deck, key)
    this.#pageIds.splice(0, Number.POSITIVE_INFINITY, ...deck.pages.map((page) => pageId(page, this.#idSuffix)))
  }

  #reset({ theme, latin }: LaidOutDeck, key: unknown[]): void {
    this.#key = key
    this.#atoms = new AtomicCss()
    this.#shapes = new SharedShapes()
    this.#boxes = new WeakMap()
    this.#pages = new Map()
    const output = {
      theme,
      atoms: this.#atoms,
      pictures: new Pictures(),
      shapes: this.#shapes,
      pageIds: this.#pageIds,
      latin,
    }
    this.#renderer = createRenderer(output)
  }

  /** Renders a page of the current deck. */
  page(deck: LaidOutDeck, index: number, words: PageWords): LivePage {
    const page = deck.pages[index]!
    const id = pageId(page, this.#idSuffix)
    const pages = deck.pages.length
    const before = this.#pages.get(id)
    if (before && before.index === index && before.pages === pages && looksSame(before.page, page))
      return before.livePage
    const livePage = this.#render(deck, index, id, words)
    this.#pages.set(id, { page, index, pages, livePage })
    return livePage
  }

  #render(deck: LaidOutDeck, index: number, id: string, words: PageWords): LivePage {
    const renderer = this.#renderer!
    const { lang } = deck.pages[index]!
    const reuse = (box: PlacedBox, level: HeadingLevel) =>
      this.#reuseBox(box, () => renderer.render(box.template, box.view, lang, level))
    const idSuffix = this.#idSuffix
    const options = { notes: false, words, reuse, ...(idSuffix !== undefined && { idSuffix }) }
    const html = renderSlide(deck, index, renderer, options)
    // Text of an author cannot contain this: its quotation marks are escaped.
    const addressed = html.replaceAll('src="picture:', 'src="pictures/')
    const at = idSuffix === undefined ? null : placeText(deck.pages[index]!)
    const poll = pollOf(deck, index)
    const notes = renderNotes(deck.pages[index]!, renderer)
    return { id, html: addressed, notes, ...(at !== null && { at }), ...(poll && { poll }) }
  }

  /** Replaces the view of a box by its HTML, keeping the height of text, which scrolls if it is higher than its box. */
  #reuseBox(box: PlacedBox, draw: () => string): PlacedBox {
    const view = box.view as Partial<TextView>
    const html = this.#boxes.get(view) ?? draw()
    this.#boxes.set(view, html)
    return { ...box, template: 'drawn', view: { html, page: view.page } }
  }

  /** A number that changes when the style sheet or the shared shapes change. */
  get revision(): number {
    return this.#atoms.size + this.#shapes.size
  }

  /** Returns the style sheet of the deck. `own` is that of the theme. */
  css(deck: LaidOutDeck, fonts: readonly ServedFont[], own: string): string {
    const faces = fonts.map(({ face, address }) => faceCss(face, address))
    return [...faces, themeCss(deck, true), own, this.#atoms.css()].join('\n').trim()
  }

  symbols(deck: LaidOutDeck): string {
    const ornament = ornamentOf(deck)
    const shapes = this.#shapes.html()
    const drawn = ornament ? this.#renderer!.render('ornament', ornament, deck.lang) : ''
    return shapes ? `${drawn}<defs>${shapes}</defs>` : drawn
  }
}

/** The poll of a page; each has pages of its own. */
function pollOf({ pages }: LaidOutDeck, index: number): PagePoll | null {
  const { slide, part } = pages[index]!
  const startOf = (page: LaidOutPage) => page.boxes.find((box) => box.poll)?.sources?.[0]?.range.start ?? null
  const earlier = pages.slice(index + 1 - part, index + 1).filter((page) => page.slide === slide)
  const starts = new Set(earlier.map(startOf).filter((start) => start !== null))
  const poll = pages[index]!.boxes.find((box) => box.poll)?.poll
  return poll ? { ...poll, number: starts.size } : null
}

/** Whether two pages look the same except for their numbers. Layouts are memoized, so equal boxes are the same object. */
function looksSame(a: LaidOutPage, b: LaidOutPage): boolean {
  const { boxes, ...rest } = a
  const names = Object.keys(rest) as (keyof typeof rest)[]
  return (
    names.every((name) => a[name] === b[name]) &&
    boxes.length === b.boxes.length &&
    boxes.every((box, i) => box === b.boxes[i])
  )
}
