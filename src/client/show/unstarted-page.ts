import { firstSlideEvent } from '../../model/wire/first-slide.ts'
import { slideElements } from './client-page.ts'
import { isReadingView } from './reading-view.ts'
import { showWhole } from './steps.ts'

/** Hides the slides until the show has started, so that nobody sees how the page looks without a script. */
export function hideUntilStart(): void {
  document.documentElement.classList.add('ui-on', ...(isReadingView() ? ['ui-reading'] : []))
}

/** Loads the fonts of the page before a text needs them: the first slide would be drawn without its texts, and again with them. */
function loadFonts(): void {
  // A font that fails is missed where it is used.
  for (const face of document.fonts) face.load().catch(() => {})
}

/**
 * Starts a page as soon as its first slide has been read: a built page has its script before the slides, a served one after
 * them.
 */
export function whenFirstSlideIsRead(startPage: () => Promise<unknown>): void {
  const start = () => startPage().catch(showAll)
  if (document.querySelector('.reveal')) start()
  else {
    hideUntilStart()
    loadFonts()
    addEventListener(firstSlideEvent, start, { once: true })
  }
}

/** Shows all slides below one another, as the page does without a script, after the show could not be started. */
export function showAll(error: unknown): never {
  document.documentElement.classList.remove('ui-on', 'reveal-full-page')
  document.querySelector('.ui-page-heading')?.remove()
  for (const slide of slideElements()) {
    slide.classList.remove('past', 'present', 'future')
    showWhole(slide)
    for (const name of ['hidden', 'style', 'inert', 'aria-hidden']) slide.removeAttribute(name)
  }
  throw error
}
