import { element } from '../parts/element.ts'
import { slideName } from './client-page.ts'
import type { Show } from './show.ts'
import { stepsOf, stepText } from './steps.ts'

/** Screen readers notice a live region after a moment. Units: milliseconds. */
const announceDelayMs = 300

/** Announces the current slide, what a step adds to it, or the black screen, to screen readers. */
export function announceSlides(show: Show): void {
  const { page } = show
  const status = element('div', { class: 'ui-live', role: 'status', 'aria-live': 'polite', 'aria-atomic': 'true' })
  document.body.append(status)
  let before = { slide: '', shown: null as number | null }
  const announce = () => {
    const [slide, shown] = [show.pageId(), show.shown()]
    const steps = stepsOf(page.slides[show.index()])
    const from = before.slide === slide ? (before.shown ?? steps.length) : steps.length
    const added = steps
      .slice(from, shown ?? steps.length)
      .map(stepText)
      .join(' ')
    before = { slide, shown }
    status.textContent = show.black() ? page.words.black : added || slideName(page, show.index())
  }
  show.onChange(announce)
  // Screen readers announce changes only, so the first slide comes after the empty region.
  page.reading.done.then(() => setTimeout(() => status.textContent || announce(), announceDelayMs))
}
