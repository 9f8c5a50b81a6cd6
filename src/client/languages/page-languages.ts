import type { PageLanguage } from '../../model/wire/page-data.ts'
import { findPlace, type PagePlace, placeOf } from '../../model/wire/page-place.ts'
import { readLocal, writeLocal } from '../parts/storage.ts'
import { type ClientPage, slideElements, wordsByLanguage } from '../show/client-page.ts'
import type { LanguageView, SlideLanguages } from '../show/slide-languages.ts'
import { nameInUrl } from '../show/slide-url.ts'
import { addressOf, findNamed, placedPage, queryInUrl } from './language-address.ts'
import { makeLanguageMenu } from './language-menu.ts'

/**
 * Reads the languages of a page; null if it has only one. The slides of the others are in templates until they are shown for
 * the first time, and in no document afterwards, so that they cost nothing.
 */
export function readPageLanguages(page: ClientPage): SlideLanguages | null {
  const { editions } = page
  const [first] = editions ?? []
  return editions && first ? new PageLanguages(page, editions, first) : null
}

class PageLanguages implements SlideLanguages {
  readonly list: readonly PageLanguage[]
  readonly #page: ClientPage
  /** The slides of the languages that were shown and are not any more. */
  readonly #left = new Map<string, readonly HTMLElement[]>()
  readonly #listeners: (() => void)[] = []
  #shown: PageLanguage
  #view: LanguageView | null = null
  #menu: HTMLElement | null = null
  /** The place that the user has gone to, in whatever language, and the slide that shows it now. */
  #origin: { place: PagePlace; slide: HTMLElement } | null = null

  constructor(page: ClientPage, list: readonly PageLanguage[], first: PageLanguage) {
    this.list = list
    this.#page = page
    this.#shown = first
    page.addressOf = (slide) => addressOf(slide, this.#shown)
    page.findSlide = (name) => this.#find(name)
    // Before the show hears of it.
    addEventListener('hashchange', () => this.#followUrl())
  }

  shown = (): PageLanguage => this.#shown

  next = (): void => {
    const at = this.list.indexOf(this.#shown)
    this.choose(this.list[(at + 1) % this.list.length]!.tag)
  }

  choose = (tag: string): void => {
    const language = this.list.find((one) => one.tag === tag)
    if (!language || language === this.#shown) return
    writeLocal('language', tag)
    this.#switchTo(language)
  }

  async begin(): Promise<void> {
    const { lang } = queryInUrl()
    const language = this.#named(lang) ?? this.#named(readLocal('language'))
    if (!language || language === this.#shown) return
    await this.#page.reading.done
    this.#exchange(language)
  }

  follow(view: LanguageView): void {
    this.#view = view
  }

  onSwitch(listener: () => void): void {
    this.#listeners.push(listener)
  }

  counterpart(slide: HTMLElement, tag: string): HTMLElement | undefined {
    if (tag === this.#shown.tag) return slide
    const slides = this.#named(tag) ? this.#hidden(tag) : []
    return slides[findPlace(slides.map(placedPage), placeOf(placedPage(slide)))]
  }

  makeMenu(): HTMLElement {
    const { help } = this.#page.words
    const label = help.keys.language ?? ''
    this.#menu = makeLanguageMenu({ languages: this.list, shown: this.#shown.tag, label, choose: this.choose })
    return this.#menu
  }

  #named(tag: string | null): PageLanguage | undefined {
    return this.list.find((one) => one.tag === tag)
  }

  /** The slides of a language that is not shown. */
  #hidden(tag: string): readonly HTMLElement[] {
    const template = document.querySelector<HTMLTemplateElement>(`template[data-lang="${CSS.escape(tag)}"]`)
    return this.#left.get(tag) ?? ([...(template?.content.children ?? [])] as HTMLElement[])
  }

  /** Until all slides are there, only exact names count. */
  #find(name: string): number {
    const { slides, reading } = this.#page
    const { suffix } = this.#shown
    if (!reading.isDone()) return slides.findIndex(({ id }) => id === name + suffix)
    return findNamed(slides, name, queryInUrl().at, suffix)
  }

  #followUrl(): void {
    const { lang, at } = queryInUrl()
    const language = this.#named(lang)
    if (!language || language === this.#shown) return
    const name = nameInUrl()
    const slides = this.#hidden(language.tag)
    this.#switchTo(language, /^\d+$/.test(name) ? Number(name) - 1 : findNamed(slides, name, at, language.suffix))
  }

  /** Shows another language at the place of the current slide, or at a slide of its own. */
  #switchTo(language: PageLanguage, index?: number): void {
    const page = this.#page
    // What is still being read would be added to the wrong language.
    if (!page.reading.isDone()) {
      page.reading.done.then(() => this.#switchTo(language, index))
      return
    }
    const current = page.slides[this.#view?.index() ?? 0]
    if (!current) return
    const origin = this.#origin?.slide === current ? this.#origin.place : placeOf(placedPage(current))
    this.#exchange(language)
    const wanted = index ?? findPlace(page.slides.map(placedPage), origin)
    const to = Math.min(Math.max(wanted, 0), page.slides.length - 1)
    this.#origin = { place: origin, slide: page.slides[to]! }
    this.#view?.replace(to)
    page.notifyEdit(new Set(page.slides))
    const hadFocus = this.#menu?.contains(document.activeElement)
    for (const listener of this.#listeners) listener()
    if (hadFocus) this.#menu?.querySelector('button')?.focus()
  }

  /** Puts the slides of another language into the page, with its title and words. */
  #exchange(language: PageLanguage): void {
    const page = this.#page
    const entering = this.#hidden(language.tag)
    if (entering.length === 0) return
    // reveal.js asks for the parent of the slide that it has shown: not a fragment, which has no classes.
    for (const slide of page.slides) slide.remove()
    this.#left.set(this.#shown.tag, page.slides)
    this.#left.delete(language.tag)
    page.reveal.querySelector('.slides')?.prepend(...entering)
    this.#shown = language
    const { lang, start, title } = language
    const languages = wordsByLanguage(page)
    const words = languages[lang] ?? page.words
    Object.assign(page, { lang, start, title, words, languages, slides: slideElements() })
    document.documentElement.lang = language.tag
    document.title = title
    page.reveal.setAttribute('aria-label', words.slides)
    const heading = page.reveal.querySelector(':scope > h1')
    if (heading) heading.textContent = title
  }
}
