import { element } from '../parts/element.ts'

/** A slide drawn small. Shape: a picture of it, which neither the keyboard nor screen readers enter. */
export function thumbnail(slide: HTMLElement): HTMLElement {
  const copy = slide.cloneNode(true) as HTMLElement
  for (const named of [copy, ...copy.querySelectorAll('[id]')]) named.removeAttribute('id')
  for (const gone of copy.querySelectorAll('.notes, .player')) gone.remove()
  for (const facade of copy.querySelectorAll('.facade')) facade.removeAttribute('hidden')
  for (const name of ['hidden', 'aria-hidden', 'style']) copy.removeAttribute(name)
  copy.classList.remove('past', 'present', 'future')
  const stage = element('div', { class: 'ui-thumb-stage' }, copy)
  return element('div', { class: 'ui-thumb', 'aria-hidden': 'true', inert: '' }, stage)
}

/** Keeps every thumbnail below an element at the width of its place. Units: px, `width` that of the stage. */
export function scaleThumbnails(root: HTMLElement, sample: HTMLElement, width: number): ResizeObserver {
  const view = root.ownerDocument.defaultView ?? window
  const observer = new view.ResizeObserver(() => {
    const place = sample.getBoundingClientRect().width
    if (place > 0) root.style.setProperty('--ui-scale', `${place / width}`)
  })
  observer.observe(sample)
  return observer
}
