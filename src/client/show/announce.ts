import { element } from '../parts/element.ts'
import { slideHeading, slideLabel } from './client-page.ts'
import type { Show } from './show.ts'

/** Screen readers notice a live region after a moment. Units: milliseconds. */
const announceDelayMs = 300

/** What a slide without a heading is called: its first words, or what its picture shows. */
function firstWords(slide: HTMLElement): string {
  const text = (slide.querySelector('.box .ln')?.textContent ?? '').trim()
  return text || (slide.querySelector<HTMLElement>('img[alt], svg[aria-label]')?.getAttribute('alt') ?? '')
}

/** Announces the current slide, or the black screen, to screen readers. */
export function announceSlides(show: Show): void {
  const { page } = show
  const status = element('div', { class: 'ui-live', role: 'status', 'aria-live': 'polite', 'aria-atomic': 'true' })
  document.body.append(status)
  const announce = () => {
    const at = show.index()
    const words = slideHeading(page.slides[at] as HTMLElement) || firstWords(page.slides[at] as HTMLElement)
    const slide = words === '' ? slideLabel(page, at) : `${slideLabel(page, at)}: ${words}`
    status.textContent = show.black() ? page.words.black : slide
  }
  show.onChange(announce)
  // Screen readers announce changes only, so the first slide comes after the empty region.
  setTimeout(announce, announceDelayMs)
}
