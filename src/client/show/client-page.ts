import type { Lang } from '../../model/lang.ts'
import type { PageData } from '../../model/wire/page-data.ts'
import type { PageWords } from '../../model/words.ts'
import { followReading, type PageReading } from './page-reading.ts'

/** A page: its slides and its data. Both change while a served deck is edited, so do not keep copies. */
export interface ClientPage extends PageData {
  reveal: HTMLElement
  /** While the browser reads the page, those that it has read. */
  slides: readonly HTMLElement[]
  reading: PageReading
  /** The deck's style sheet if it has changed since the page was loaded. */
  css: string | null
  /** Returns the index of the slide that an address names, or -1. */
  findSlide(name: string): number
  /** Returns the end of a slide's address, after `#/`. */
  addressOf(slide: HTMLElement): string
  /**
   * Calls the listener after slides were edited, added, removed or moved, with those whose content is new. Returns a function
   * that removes it.
   */
  onEdit(listener: (edited: ReadonlySet<HTMLElement>) => void): () => void
  /** Calls the listeners of `onEdit`. */
  notifyEdit(edited: ReadonlySet<HTMLElement>): void
}

/** Reads the page of this script. */
export function readPage(): ClientPage {
  const data = document.getElementById('deck-data')
  const reveal = document.querySelector<HTMLElement>('.reveal')
  if (!data || !reveal) throw new Error('the page has no deck')
  const listeners = new Set<(edited: ReadonlySet<HTMLElement>) => void>()
  const page: ClientPage = {
    ...(JSON.parse(data.textContent ?? '') as PageData),
    reveal,
    slides: slideElements(),
    reading: followReading(reveal.querySelector('.slides') as HTMLElement, (added) => {
      page.slides = slideElements()
      page.notifyEdit(added)
    }),
    css: null,
    findSlide: (name) => page.slides.findIndex(({ id }) => id === name),
    addressOf: ({ id }) => encodeURIComponent(id),
    onEdit: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    notifyEdit: (edited) => {
      for (const listener of listeners) listener(edited)
    },
  }
  return page
}

/** Returns the words of the page in all its languages. */
export const wordsByLanguage = ({ words, lang, languages }: PageData): Partial<Record<Lang, PageWords>> => ({
  ...languages,
  [lang]: words,
})

/** Returns the elements of the slides. */
export const slideElements = (): HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>('.reveal > .slides > section'),
]

/** "Slide 3 of 12", in the deck's language. */
export const slideLabel = ({ words, slides }: ClientPage, index: number): string =>
  words.slideOf.replace('{x}', `${index + 1}`).replace('{y}', `${slides.length}`)

/** "Slide 3 of 12: Our aims": the number of a slide and its heading, or its first words. */
export function slideName(page: ClientPage, index: number): string {
  const slide = page.slides[index]
  const heading = slide ? slideHeading(slide) : ''
  // The page names slides that have no heading.
  const name = heading === '' ? slide?.getAttribute('aria-label') : `${slideLabel(page, index)}: ${heading}`
  return name || slideLabel(page, index)
}

/** Returns the heading of a slide in one line; empty without one. */
export const slideHeading = (slide: HTMLElement): string =>
  (slide.querySelector('h1, h2')?.textContent ?? '').replace(/\s+/g, ' ').trim()
