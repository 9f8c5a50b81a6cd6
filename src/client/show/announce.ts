import { element } from '../parts/element.ts'
import { slideHeading, slideLabel } from './client-page.ts'
import type { Show } from './show.ts'

/** Tells screen readers which slide is shown, and that the screen is black. */
export function announceSlides(show: Show): void {
  const { page } = show
  const live = element('div', { class: 'ui-live', role: 'status', 'aria-live': 'polite', 'aria-atomic': 'true' })
  document.body.append(live)
  show.onChange(() => {
    const at = show.index()
    const heading = slideHeading(page.slides[at] as HTMLElement)
    const slide = heading === '' ? slideLabel(page, at) : `${slideLabel(page, at)}: ${heading}`
    live.textContent = show.black() ? page.words.black : slide
  })
}
