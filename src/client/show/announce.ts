import { element } from '../parts/element.ts'
import { slideHeading, slideLabel } from './client-page.ts'
import type { Show } from './show.ts'

/** Announces the current slide, or the black screen, to screen readers. */
export function announceSlides(show: Show): void {
  const { page } = show
  const status = element('div', { class: 'ui-live', role: 'status', 'aria-live': 'polite', 'aria-atomic': 'true' })
  document.body.append(status)
  show.onChange(() => {
    const at = show.index()
    const heading = slideHeading(page.slides[at] as HTMLElement)
    const slide = heading === '' ? slideLabel(page, at) : `${slideLabel(page, at)}: ${heading}`
    status.textContent = show.black() ? page.words.black : slide
  })
}
