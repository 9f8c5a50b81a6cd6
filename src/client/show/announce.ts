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
  /** What was added to a slide, else how far it is: pictures may have no name, and steps are taken back. */
  const stepName = (from: number | null, to: number | null): string => {
    const steps = stepsOf(page.slides[show.index()])
    const [start, end] = [from ?? steps.length, to ?? steps.length]
    const added = steps.slice(start, end).map(stepText).filter(Boolean).join(' ')
    return added || page.words.speaker.step.replace('{x}', `${end}`).replace('{y}', `${steps.length}`)
  }
  const announce = () => {
    const [slide, shown] = [show.pageId(), show.shown()]
    const isStep = before.slide === slide && before.shown !== shown
    const text = isStep ? stepName(before.shown, shown) : slideName(page, show.index())
    before = { slide, shown }
    status.textContent = show.black() ? page.words.black : text
  }
  show.onChange(announce)
  // Screen readers announce changes only, so the first slide comes after the empty region.
  page.reading.done.then(() => setTimeout(() => status.textContent || announce(), announceDelayMs))
}
