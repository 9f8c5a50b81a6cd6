import type { Lang } from '../model/lang.ts'
import type { PageData } from '../model/page-data.ts'
import type { PageWords } from '../model/words.ts'

/** A built page: its slides and what it says. */
export interface Page extends PageData {
  reveal: HTMLElement
  slides: readonly HTMLElement[]
}

/** Reads the page that this script stands in. */
export function readPage(): Page {
  const data = document.getElementById('deck-data')
  const reveal = document.querySelector<HTMLElement>('.reveal')
  if (!data || !reveal) throw new Error('this page holds no deck')
  const slides = [...reveal.querySelectorAll<HTMLElement>('.slides > section')]
  return { ...(JSON.parse(data.textContent ?? '') as PageData), reveal, slides }
}

/** The words of the page in each language that it has. */
export const languagesOf = ({ words, lang, languages }: PageData): Partial<Record<Lang, PageWords>> => ({
  ...languages,
  [lang]: words,
})

/** "Slide 3 of 12", in the deck's language. */
export const slideOf = ({ words, slides }: Page, index: number): string =>
  words.slideOf.replace('{x}', `${index + 1}`).replace('{y}', `${slides.length}`)

/** The heading of a slide in one line; empty where it has none. */
export const headingOf = (slide: HTMLElement): string =>
  (slide.querySelector('h1, h2')?.textContent ?? '').replace(/\s+/g, ' ').trim()
