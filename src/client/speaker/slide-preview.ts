import { element } from '../parts/element.ts'
import { type ClientPage, slideHeading } from '../show/client-page.ts'
import { thumbnail } from '../show/thumbnail.ts'

/** A thumbnail of a slide with the slide's heading above it. */
export interface SlidePreview {
  figure: HTMLElement
  /** The frame of the thumbnail, which has its width. */
  container: HTMLElement
  /** Shows a slide, or a sentence if there is none. */
  show(slide: HTMLElement | undefined, fallback: string): void
}

/** Creates an empty preview. */
export function makeSlidePreview(className: string, label: string): SlidePreview {
  const container = element('div', { class: 'ui-thumb-frame' })
  const heading = element('p', { class: 'ui-heading' })
  const caption = element('figcaption', {}, element('span', { class: 'ui-label' }, label), heading)
  return {
    container,
    figure: element('figure', { class: className }, caption, container),
    show: (slide, fallback) => {
      container.querySelector('.ui-thumb, .ui-end')?.remove()
      container.prepend(slide ? thumbnail(slide) : element('p', { class: 'ui-end' }, fallback))
      heading.textContent = slide ? slideHeading(slide) : ''
      heading.lang = slide?.lang ?? ''
    },
  }
}

/** The previews of the current slide and the next one. */
export interface SlidePreviews {
  current: SlidePreview
  next: SlidePreview
  /** Shows the slides that are current and next now. */
  update(): void
  /** Makes the next update draw edited slides again. */
  invalidate(edited: ReadonlySet<HTMLElement>): void
}

/** Options of `makeSlidePreviews`. */
export interface SlidePreviewsOptions {
  /** The index of the current slide. */
  index(): number
  labels: { current: string; next: string }
  /** The sentence that replaces the next slide after the last one. */
  end: string
  /** Called when another slide is current, or the current one was edited. */
  onCurrent(slide: HTMLElement): void
}

/** Creates the previews of a page's current and next slides. */
export function makeSlidePreviews(page: ClientPage, options: SlidePreviewsOptions): SlidePreviews {
  const { index, labels, end, onCurrent } = options
  const current = makeSlidePreview('ui-current', labels.current)
  const next = makeSlidePreview('ui-next', labels.next)
  let drawnCurrent: HTMLElement | undefined
  let drawnNext: HTMLElement | undefined
  return {
    current,
    next,
    update: () => {
      const [slide, following] = [page.slides[index()], page.slides[index() + 1]]
      if (slide && slide !== drawnCurrent) {
        current.show(slide, '')
        onCurrent(slide)
      }
      if (!following || following !== drawnNext) next.show(following, end)
      drawnCurrent = slide
      drawnNext = following
    },
    invalidate: (edited) => {
      if (drawnCurrent && edited.has(drawnCurrent)) drawnCurrent = undefined
      if (drawnNext && edited.has(drawnNext)) drawnNext = undefined
    },
  }
}
