import type { Lang } from '../../model/lang.ts'
import type { PageData } from '../../model/wire/page-data.ts'
import type { PageWords } from '../../model/words.ts'

/** A page: its slides and what it says. Both change while a served deck is edited, so neither is to be kept. */
export interface ClientPage extends PageData {
  reveal: HTMLElement
  slides: readonly HTMLElement[]
  /** The deck's own style sheet, where it is newer than the one the page was loaded with. */
  css: string | null
  /** Calls back after slides were edited, came, went or moved: with those whose content is new. */
  onEdit(listener: (edited: ReadonlySet<HTMLElement>) => void): void
  /** Tells of that. */
  notifyEdit(edited: ReadonlySet<HTMLElement>): void
}

/** Reads the page that this script stands in. */
export function readPage(): ClientPage {
  const data = document.getElementById('deck-data')
  const reveal = document.querySelector<HTMLElement>('.reveal')
  if (!data || !reveal) throw new Error('this page holds no deck')
  const listeners: ((edited: ReadonlySet<HTMLElement>) => void)[] = []
  return {
    ...(JSON.parse(data.textContent ?? '') as PageData),
    reveal,
    slides: slideElements(reveal),
    css: null,
    onEdit: (listener) => {
      listeners.push(listener)
    },
    notifyEdit: (edited) => {
      for (const listener of listeners) listener(edited)
    },
  }
}

/** The words of the page in each language that it has. */
export const wordsByLanguage = ({ words, lang, languages }: PageData): Partial<Record<Lang, PageWords>> => ({
  ...languages,
  [lang]: words,
})

/** The slides that stand in a page now. */
export const slideElements = (reveal: HTMLElement): HTMLElement[] => [
  ...reveal.querySelectorAll<HTMLElement>('.slides > section'),
]

/** "Slide 3 of 12", in the deck's language. */
export const slideLabel = ({ words, slides }: ClientPage, index: number): string =>
  words.slideOf.replace('{x}', `${index + 1}`).replace('{y}', `${slides.length}`)

/** The heading of a slide in one line; empty where it has none. */
export const slideHeading = (slide: HTMLElement): string =>
  (slide.querySelector('h1, h2')?.textContent ?? '').replace(/\s+/g, ' ').trim()
