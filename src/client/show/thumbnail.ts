import { element } from '../parts/element.ts'
import { showWhole } from './steps.ts'

/** Creates a thumbnail of a slide: a copy of it that the keyboard and screen readers skip. */
export function thumbnail(slide: HTMLElement): HTMLElement {
  const copy = slide.cloneNode(true) as HTMLElement
  for (const named of [copy, ...copy.querySelectorAll('[id]')]) named.removeAttribute('id')
  for (const removed of copy.querySelectorAll('.notes, .player')) removed.remove()
  for (const facade of copy.querySelectorAll('.facade')) facade.removeAttribute('hidden')
  for (const name of ['hidden', 'aria-hidden', 'style']) copy.removeAttribute(name)
  copy.classList.remove('past', 'present', 'future', 'ui-leaving')
  showWhole(copy)
  // Safari 15.4 does not know `inert`.
  for (const focusable of copy.querySelectorAll('a, [tabindex]')) focusable.setAttribute('tabindex', '-1')
  const stage = element('div', { class: 'ui-thumb-stage' }, copy)
  return element('div', { class: 'ui-thumb', 'aria-hidden': 'true', inert: '' }, stage)
}

/** Scales all thumbnails below `root` to the width of `sample`. `width` is that of the stage. Units: px. */
export function scaleThumbnails(root: HTMLElement, sample: HTMLElement, width: number): ResizeObserver {
  const view = root.ownerDocument.defaultView ?? window
  const observer = new view.ResizeObserver(() => {
    const frameWidth = sample.getBoundingClientRect().width
    if (frameWidth > 0) root.style.setProperty('--ui-scale', `${frameWidth / width}`)
  })
  observer.observe(sample)
  return observer
}
