import { element } from '../parts/element.ts'
import { type ClientPage, slideHeading } from '../show/client-page.ts'
import { placeAfter, type ShowPlace, showSteps, stepsOf, withinSteps } from '../show/steps.ts'
import { thumbnail } from '../show/thumbnail.ts'

/** A thumbnail of a slide with the slide's heading above it. */
export interface SlidePreview {
  figure: HTMLElement
  /** The frame of the thumbnail, which has its width. */
  container: HTMLElement
  /** Shows a slide, or a sentence if there is none. */
  show(slide: HTMLElement | undefined, fallback: string): void
  /** Shows some of the steps of the slide, null for all of them, and says how many these are. */
  showSteps(shown: number | null): void
}

/** Creates an empty preview. */
export function makeSlidePreview(className: string, label: string, stepWords: string): SlidePreview {
  const container = element('div', { class: 'ui-thumb-frame' })
  const heading = element('p', { class: 'ui-heading' })
  const step = element('span', { class: 'ui-step' })
  const caption = element('figcaption', {}, element('span', { class: 'ui-label' }, label), heading, step)
  return {
    container,
    figure: element('figure', { class: className }, caption, element('div', { class: 'ui-thumb-place' }, container)),
    show: (slide, fallback) => {
      container.querySelector('.ui-thumb, .ui-end')?.remove()
      container.prepend(slide ? thumbnail(slide) : element('p', { class: 'ui-end' }, fallback))
      heading.textContent = slide ? slideHeading(slide) : ''
      heading.lang = slide?.lang ?? ''
    },
    showSteps: (shown) => {
      const copy = container.querySelector<HTMLElement>('.ui-thumb section')
      const steps = stepsOf(copy ?? undefined)
      if (copy) showSteps(copy, steps, shown)
      const at = withinSteps(shown, steps.length) ?? steps.length
      step.textContent = steps.length === 0 ? '' : stepWords.replace('{x}', `${at}`).replace('{y}', `${steps.length}`)
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
  /** The current slide, and how much of it is shown. */
  place(): ShowPlace
  /** The words of a step: `Step {x} of {y}`. */
  stepWords: string
  labels: { current: string; next: string }
  /** The sentence that replaces the next slide after the last one. */
  end: string
  /** Called when another slide is current, or the current one was edited. */
  onCurrent(slide: HTMLElement): void
}

/** Creates the previews of a page's current slide, and of what comes next: its next step, else the next slide. */
export function makeSlidePreviews(page: ClientPage, options: SlidePreviewsOptions): SlidePreviews {
  const { place, stepWords, labels, end, onCurrent } = options
  const current = makeSlidePreview('ui-current', labels.current, stepWords)
  const next = makeSlidePreview('ui-next', labels.next, stepWords)
  let drawnCurrent: HTMLElement | undefined
  let drawnNext: HTMLElement | undefined
  return {
    current,
    next,
    update: () => {
      const here = place()
      const slide = page.slides[here.index]
      const after = placeAfter(here, stepsOf(slide).length)
      const following = page.slides[after.index]
      if (slide && slide !== drawnCurrent) {
        current.show(slide, '')
        onCurrent(slide)
      }
      if (!following || following !== drawnNext) next.show(following, end)
      current.showSteps(here.shown)
      next.showSteps(after.shown)
      drawnCurrent = slide
      drawnNext = following
    },
    invalidate: (edited) => {
      if (drawnCurrent && edited.has(drawnCurrent)) drawnCurrent = undefined
      if (drawnNext && edited.has(drawnNext)) drawnNext = undefined
    },
  }
}
