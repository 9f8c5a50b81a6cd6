import { element } from '../parts/element.ts'
import { headingOf } from '../show/page.ts'
import { thumbnail } from '../show/thumbnail.ts'

/** A picture of a slide with its heading above it. */
export interface Frame {
  figure: HTMLElement
  /** Has the width of the picture. */
  place: HTMLElement
  /** Shows a slide, or a sentence where there is none. */
  show(slide: HTMLElement | undefined, otherwise: string): void
}

/** Makes an empty one. */
export function makeFrame(className: string, label: string): Frame {
  const place = element('div', { class: 'ui-thumb-frame' })
  const heading = element('p', { class: 'ui-heading' })
  const caption = element('figcaption', {}, element('span', { class: 'ui-label' }, label), heading)
  return {
    place,
    figure: element('figure', { class: className }, caption, place),
    show: (slide, otherwise) => {
      place.querySelector('.ui-thumb, .ui-end')?.remove()
      place.prepend(slide ? thumbnail(slide) : element('p', { class: 'ui-end' }, otherwise))
      heading.textContent = slide ? headingOf(slide) : ''
      heading.lang = slide?.lang ?? ''
    },
  }
}
