import type { PageLanguage } from '../../model/wire/page-data.ts'
import { findPlace, type PagePlace, type PlacedPage, placeOf } from '../../model/wire/page-place.ts'
import { readLocal, writeLocal } from '../parts/storage.ts'
import { type ClientPage, slideElements, wordsByLanguage } from '../show/client-page.ts'
import type { LanguageView, SlideLanguages } from '../show/slide-languages.ts'
import { nameInUrl } from '../show/slide-url.ts'
import { addressOf, findNamed, placedPage, queryInUrl } from './language-address.ts'
import { makeLanguageMenu } from './language-menu.ts'
import { type LanguageSource, makeTemplateSource } from './language-source.ts'

/** Reads the languages of a built page; null if it has only one. */
export const readPageLanguages = (page: ClientPage): SlideLanguages | null =>
  makePageLanguages(page, makeTemplateSource())

/** Reads the languages of a page whose slides come from a source; null if it has only one. */
export function makePageLanguages(page: ClientPage, source: LanguageSource): PageLanguages | null {
  const { editions = [], lang } = page
  const shown =
    editions.find(({ tag }) => tag === document.documentElement.lang) ?? editions.find((one) => one.lang === lang)
  return shown ? new PageLanguages(page, editions, shown, source) : null
}

/** A slide as an address names it. */
interface NamedSlide {
  name: string
  at: string | null
}

/**
 * The languages of a page. The slides of those that are not shown are in no document, so that they cost no layout, and
 * neither search nor screen readers find them.
 */
export class PageLanguages implements SlideLanguages {
  readonly list: readonly PageLanguage[]
  /** Whether the user has chosen the language, now or on an earlier visit. */
  isChosen = false
  /** What the browser remembers the choice for, besides the deck: other decks in a folder have choices of their own. */
  storageName = 'language'
  /** Whether addresses name the language. */
  namesLanguage = (): boolean => true
  readonly #page: ClientPage
  readonly #source: LanguageSource
  readonly #listeners: (() => void)[] = []
  #shown: PageLanguage
  /** The language that is shown, or is about to be. */
  #wanted: PageLanguage
  #view: LanguageView | null = null
  #menu: HTMLElement | null = null
  /** The place that the user has gone to, in whatever language, and the slide that shows it now. */
  #origin: { place: PagePlace; slide: HTMLElement } | null = null
  /** A language that is shown as soon as its slides are there. */
  #awaited: { language: PageLanguage; named: NamedSlide | null } | null = null

  constructor(page: ClientPage, list: readonly PageLanguage[], shown: PageLanguage, source: LanguageSource) {
    this.list = list
    this.#page = page
    this.#shown = shown
    this.#wanted = shown
    this.#source = source
    // A page that is loaded again meanwhile shows what was wanted.
    const language = () => ({ ...this.#shown, tag: this.#wanted.tag })
    page.addressOf = (slide) => (this.namesLanguage() ? addressOf(slide, language()) : encodeURIComponent(slide.id))
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
    writeLocal(this.#storedName(), tag)
    this.isChosen = true
    this.show(tag)
  }

  /** Returns the language of a slide by its id. */
  languageOf(id: string): PageLanguage | undefined {
    return (
      this.list.find(({ suffix }) => suffix !== '' && id.endsWith(suffix)) ??
      this.list.find(({ suffix }) => suffix === '')
    )
  }

  /** Returns the id of the slide at the same place in the language that is shown. */
  locate = (page: PlacedPage): string => {
    const { slides } = this.#page
    if (slides.some(({ id }) => id === page.id)) return page.id
    return slides[findPlace(slides.map(placedPage), placeOf(page))]?.id ?? page.id
  }

  /** Shows a language without remembering it. */
  show(tag: string): void {
    const language = this.#named(tag)
    if (language) this.#switchTo(language)
  }

  async begin(): Promise<void> {
    const { lang, at } = queryInUrl()
    const language = this.#named(lang) ?? this.#named(readLocal(this.#storedName()))
    this.isChosen = language !== undefined
    if (!language || language === this.#shown) return settle()
    this.#wanted = language
    if (this.#source.slides(language.tag) === null) {
      const name = nameInUrl()
      this.#await({ language, named: name === '' ? null : { name, at } })
      return
    }
    await this.#page.reading.done
    this.#exchange(language)
    settle()
  }

  follow(view: LanguageView): void {
    this.#view = view
    // What was awaited may have come before.
    const awaited = this.#awaited
    if (awaited) this.#switchTo(awaited.language, awaited.named)
  }

  /** The slides of a language have come. */
  arrived(tag: string): void {
    const awaited = this.#awaited
    if (awaited?.language.tag === tag && this.#view) this.#switchTo(awaited.language, awaited.named)
    else this.#page.notifyEdit(new Set(this.#page.slides))
  }

  onSwitch(listener: () => void): void {
    this.#listeners.push(listener)
  }

  counterpart(slide: HTMLElement, tag: string): HTMLElement | undefined {
    if (tag === this.#shown.tag || !this.#named(tag)) return slide
    const slides = this.#source.slides(tag)
    if (!slides) this.#source.ask?.(tag, 'read')
    return slides?.[findPlace(slides.map(placedPage), placeOf(placedPage(slide)))]
  }

  makeMenu(): HTMLElement {
    const { help } = this.#page.words
    const label = help.keys.language ?? ''
    this.#menu = makeLanguageMenu({ languages: this.list, shown: this.#shown.tag, label, choose: this.choose })
    return this.#menu
  }

  /** A deck is known by its languages and its name in the first one. */
  #storedName(): string {
    return [this.storageName, ...this.list.map(({ tag }) => tag), this.list[0]?.title.trim()].join(' ')
  }

  #named(tag: string | null): PageLanguage | undefined {
    return this.list.find((one) => one.tag === tag)
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
    if (language && language !== this.#shown) this.#switchTo(language, { name: nameInUrl(), at })
  }

  #await(awaited: { language: PageLanguage; named: NamedSlide | null }): void {
    this.#awaited = awaited
    this.#source.ask?.(awaited.language.tag, 'show')
  }

  /** Shows another language at the place of the current slide, or at a slide of its own. */
  #switchTo(language: PageLanguage, named: NamedSlide | null = null): void {
    const page = this.#page
    if (this.#awaited && language === this.#shown) this.#source.ask?.(language.tag, 'show')
    this.#awaited = null
    this.#wanted = language
    // What is still being read would be added to the wrong language.
    if (!page.reading.isDone()) {
      page.reading.done.then(() => this.#switchTo(language, named))
      return
    }
    const current = page.slides[this.#view?.index() ?? 0]
    if (!current || language === this.#shown) {
      settle()
      return
    }
    if (!this.#source.slides(language.tag)) {
      this.#await({ language, named })
      return
    }
    settle()
    const origin = this.#origin?.slide === current ? this.#origin.place : placeOf(placedPage(current))
    this.#exchange(language)
    const wanted = named ? indexOfNamed(page.slides, named, language) : -1
    const to = wanted >= 0 ? Math.min(wanted, page.slides.length - 1) : findPlace(page.slides.map(placedPage), origin)
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
    const entering = this.#source.slides(language.tag)
    if (!entering?.length) return
    document.documentElement.lang = language.tag
    // reveal.js asks for the parent of the slide that it has shown: not a fragment, which has no classes.
    for (const slide of page.slides) slide.remove()
    const before = this.#shown.words ? page.languages : wordsByLanguage(page)
    const data = this.#source.exchange(page, { left: this.#shown.tag, entered: language.tag })
    page.reveal.querySelector('.slides')?.prepend(...entering)
    this.#shown = language
    const { lang, start, title } = language
    const languages = data ? { ...before, ...wordsByLanguage(data) } : before
    const words = language.words ?? languages[lang] ?? page.words
    Object.assign(page, { lang, start, title }, data, { words, languages, slides: slideElements() })
    document.title = page.title.trim() || words.slides
    page.reveal.setAttribute('aria-label', words.slides)
    const heading = page.reveal.querySelector(':scope > h1')
    if (heading) heading.textContent = document.title
  }
}

/** The slides are seen from now on: a served page hides them until it knows which language to show. */
const settle = (): void => document.documentElement.classList.remove('ui-unsettled')

/** The index of a slide by its number or name; -1 if there is none. */
const indexOfNamed = (slides: readonly HTMLElement[], { name, at }: NamedSlide, { suffix }: PageLanguage): number =>
  /^\d+$/.test(name) ? Number(name) - 1 : findNamed(slides, name, at, suffix)
