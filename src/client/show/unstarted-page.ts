import { slideElements } from './client-page.ts'
import { isReadingView } from './reading-view.ts'

/** Hides the slides until the show has started, so that nobody sees how the page looks without a script. */
export function hideUntilStart(): void {
  document.documentElement.classList.add('ui-on', ...(isReadingView() ? ['ui-reading'] : []))
}

/** Shows all slides below one another, as the page does without a script, after the show could not be started. */
export function showAll(error: unknown): never {
  document.documentElement.classList.remove('ui-on', 'reveal-full-page')
  for (const slide of slideElements()) {
    slide.classList.remove('past', 'present', 'future')
    for (const name of ['hidden', 'style', 'inert', 'aria-hidden']) slide.removeAttribute(name)
  }
  throw error
}
