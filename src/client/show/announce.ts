import { element } from '../parts/element.ts'
import { slideName } from './client-page.ts'
import type { Show } from './show.ts'

/** Screen readers notice a live region after a moment. Units: milliseconds. */
const announceDelayMs = 300

/** Announces the current slide, or the black screen, to screen readers. */
export function announceSlides(show: Show): void {
  const { page } = show
  const status = element('div', { class: 'ui-live', role: 'status', 'aria-live': 'polite', 'aria-atomic': 'true' })
  document.body.append(status)
  const announce = () => {
    status.textContent = show.black() ? page.words.black : slideName(page, show.index())
  }
  show.onChange(announce)
  // Screen readers announce changes only, so the first slide comes after the empty region.
  page.reading.done.then(() => setTimeout(announce, announceDelayMs))
}
