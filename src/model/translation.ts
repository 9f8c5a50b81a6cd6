import type { Lang } from './lang.ts'

/** How many texts of a slide are written in each language of the deck. */
export interface SlideTranslations {
  /** The number of the slide, from 1; null for the texts of the deck itself. */
  slide: number | null
  /** Its first title, in the deck's first language if it has one. */
  title: string | null
  /** How many texts it has that need a translation. */
  texts: number
  missing: Readonly<Partial<Record<Lang, number>>>
}
