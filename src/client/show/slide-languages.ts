import type { PageLanguage } from '../../model/wire/page-data.ts'
import type { PlacedPage } from '../../model/wire/page-place.ts'

/** What shows the slides: a show, or the reading view. Indexes start at 0. */
export interface LanguageView {
  /** The current slide. */
  index(): number
  /** Shows a slide after all slides were exchanged. */
  replace(index: number): void
}

/** The languages of a page that shows a deck in several. */
export interface SlideLanguages {
  list: readonly PageLanguage[]
  /** The one that is shown. */
  shown(): PageLanguage
  /** Shows another one at the same place, and remembers it. */
  choose(tag: string): void
  /** Shows the next one of the list, the first one after the last. */
  next(): void
  /** Shows the language that the URL or the user's last choice asks for, before the show starts. */
  begin(): Promise<void>
  /** Tells what shows the slides. */
  follow(view: LanguageView): void
  /** Returns the slide at the same place in another language; undefined if the page does not have that. */
  counterpart(slide: HTMLElement, tag: string): HTMLElement | undefined
  /** Returns the id of the slide at the same place in the language that is shown. */
  locate(page: PlacedPage): string
  /** Creates the button with the menu of languages. */
  makeMenu(): HTMLElement
  /** Calls the listener after another language was shown. */
  onSwitch(listener: () => void): void
}
