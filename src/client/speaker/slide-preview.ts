import { element } from '../parts/element.ts'
import { slideHeading } from '../show/client-page.ts'
import { thumbnail } from '../show/thumbnail.ts'

/** A picture of a slide with its heading above it. */
export interface SlidePreview {
  figure: HTMLElement
  /** Has the width of the picture. */
  container: HTMLElement
  /** Shows a slide, or a sentence where there is none. */
  show(slide: HTMLElement | undefined, otherwise: string): void
}

/** Makes an empty one. */
export function makeSlidePreview(className: string, label: string): SlidePreview {
  const container = element('div', { class: 'ui-thumb-frame' })
  const heading = element('p', { class: 'ui-heading' })
  const caption = element('figcaption', {}, element('span', { class: 'ui-label' }, label), heading)
  return {
    container,
    figure: element('figure', { class: className }, caption, container),
    show: (slide, otherwise) => {
      container.querySelector('.ui-thumb, .ui-end')?.remove()
      container.prepend(slide ? thumbnail(slide) : element('p', { class: 'ui-end' }, otherwise))
      heading.textContent = slide ? slideHeading(slide) : ''
      heading.lang = slide?.lang ?? ''
    },
  }
}
