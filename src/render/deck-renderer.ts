import type { LaidOutDeck, LaidOutPage, PlacedBox, TextView } from '../model/laid-out.ts'
import type { Face } from '../model/theme.ts'
import type { LivePage } from '../model/wire/live.ts'
import type { PageWords } from '../model/words.ts'
import { AtomicCss } from './atomic-css.ts'
import { ornamentOf } from './ornament.ts'
import type { HeadingLevel } from './paragraph-groups.ts'
import { Pictures } from './pictures.ts'
import { pageId, renderNotes, renderSlide } from './render-slide.ts'
import { SharedShapes } from './svg-marks.ts'
import { createRenderer, type TemplateRenderer } from './template-renderer.ts'
import { faceCss, themeCss } from './theme-css.ts'

/** A face, and where its bytes are to be had. */
export interface ServedFont {
  face: Face
  address: string
}

/** A page as it was drawn, and from what. */
interface RenderedPage {
  page: LaidOutPage
  index: number
  pages: number
  livePage: LivePage
}

/**
 * The pages of a deck that is drawn again and again while it is written. Pages name pictures by address, so that one does
 * not depend on another. What was drawn before and is the same is not drawn again; the style sheet and the shapes only grow.
 */
export class DeckRenderer {
  #key: unknown[] = []
  #atoms = new AtomicCss()
  #shapes = new SharedShapes()
  #pageIds: string[] = []
  #renderer: TemplateRenderer | null = null
  #boxes = new WeakMap<object, string>()
  #pages = new Map<string, RenderedPage>()

  /** Turns to a deck as it is now. Theme, colours, language or stage other than before: everything is drawn anew. */
  setDeck(deck: LaidOutDeck): void {
    const { theme, lang, aspect, colors } = deck
    const key = [theme, lang, aspect, JSON.stringify(colors)]
    if (!this.#renderer || key.some((part, i) => part !== this.#key[i])) this.#reset(deck, key)
    this.#pageIds.splice(0, Number.POSITIVE_INFINITY, ...deck.pages.map(pageId))
  }

  #reset({ theme }: LaidOutDeck, key: unknown[]): void {
    this.#key = key
    this.#atoms = new AtomicCss()
    this.#shapes = new SharedShapes()
    this.#boxes = new WeakMap()
    this.#pages = new Map()
    const output = { theme, atoms: this.#atoms, pictures: new Pictures(), shapes: this.#shapes, pageIds: this.#pageIds }
    this.#renderer = createRenderer(output)
  }

  /** One page of the deck that was turned to. */
  page(deck: LaidOutDeck, index: number, words: PageWords): LivePage {
    const page = deck.pages[index]!
    const id = pageId(page)
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
    const html = renderSlide(deck, index, renderer, { notes: false, words, reuse })
    // As a text an author cannot write it: quotation marks are escaped.
    const addressed = html.replaceAll('src="picture:', 'src="pictures/')
    return { id, html: addressed, notes: renderNotes(deck.pages[index]!, renderer) }
  }

  /** A box with its HTML for a view. A text that is higher than its box scrolls, so its height stays known. */
  #reuseBox(box: PlacedBox, draw: () => string): PlacedBox {
    const view = box.view as Partial<TextView>
    const html = this.#boxes.get(view) ?? draw()
    this.#boxes.set(view, html)
    return { ...box, template: 'drawn', view: { html, page: view.page } }
  }

  /** How much has been drawn for all pages: style sheet and shapes have changed where this has. */
  get revision(): number {
    return this.#atoms.size + this.#shapes.size
  }

  /** `own` is the style sheet of the theme. */
  css(deck: LaidOutDeck, fonts: readonly ServedFont[], own: string): string {
    const faces = fonts.map(({ face, address }) => faceCss(face, address))
    return [...faces, themeCss(deck), own, this.#atoms.css()].join('\n').trim()
  }

  symbols(deck: LaidOutDeck): string {
    const ornament = ornamentOf(deck)
    const shapes = this.#shapes.html()
    const drawn = ornament ? this.#renderer!.render('ornament', ornament, deck.lang) : ''
    return shapes ? `${drawn}<defs>${shapes}</defs>` : drawn
  }
}

/** Whether two pages look the same but for their numbers: what was set before is the same object. */
function looksSame(a: LaidOutPage, b: LaidOutPage): boolean {
  const { boxes, ...rest } = a
  const names = Object.keys(rest) as (keyof typeof rest)[]
  return (
    names.every((name) => a[name] === b[name]) &&
    boxes.length === b.boxes.length &&
    boxes.every((box, i) => box === b.boxes[i])
  )
}
