import type { LiveChange, LiveState } from '../../model/wire/live.ts'
import type { PageData } from '../../model/wire/page-data.ts'
import { applyCss } from '../parts/style-sheet.ts'
import { type ClientPage, slideElements } from '../show/client-page.ts'
import type { Show } from '../show/show.ts'
import { showWhole } from '../show/steps.ts'
import { parseSlide, patchSlide } from './patch-slide.ts'

/** Returns a state as a change of everything. Applying it keeps what is the same. */
export const toFullChange = (state: LiveState): LiveChange => ({ ...state, order: state.pages.map(({ id }) => id) })

/** Whether a change requires a reload: the languages or the size of the slides are different. */
export const needsReload = (page: ClientPage, { data }: LiveChange): boolean =>
  data !== null &&
  (data.lang !== page.lang || data.width !== page.width || data.height !== page.height || tagsOf(data) !== tagsOf(page))

const tagsOf = ({ editions = [] }: PageData): string => editions.map(({ tag }) => tag).join()

/**
 * Applies a change to the page. The current slide stays current: if slides have moved, it is found by its content, else by
 * its position. Returns the slides that look different or are new.
 */
export function applyChange(page: ClientPage, show: Show | null, change: LiveChange): ReadonlySet<HTMLElement> {
  const { css, data, order, pages, symbols } = change
  if (css !== null) {
    page.css = css
    applyCss(window, css)
  }
  if (symbols !== null) {
    const svg = document.querySelector('body > svg.symbols')
    if (svg) svg.innerHTML = symbols
  }
  if (data !== null) {
    Object.assign(page, data)
    document.title = data.title.trim() || data.words.slides
  }
  const current = show ? page.slides[show.index()] : undefined
  const content = order && current ? slideContent(current) : ''
  const byId = new Map(page.slides.map((slide) => [slide.id, slide]))
  const edited = new Set<HTMLElement>()
  for (const { id, html, notes } of pages) {
    const fresh = parseSlide(html, notes)
    const slide = byId.get(id)
    if (!slide) byId.set(id, fresh)
    if (!slide || patchSlide(slide, fresh)) edited.add(slide ?? fresh)
  }
  if (order)
    reorderSlides(
      page,
      order.flatMap((id) => byId.get(id) ?? []),
    )
  if (order && show && current) {
    const found = findSlideIndex(page.slides, current, content, show.index())
    show.rearrange(found ?? Math.min(show.index(), page.slides.length - 1), found !== null)
  }
  page.notifyEdit(edited)
  return edited
}

/** Orders the slides in the page. Moves only those that are in the wrong place. */
function reorderSlides(page: ClientPage, wanted: readonly HTMLElement[]): void {
  const parent = page.reveal.querySelector('.slides') as HTMLElement
  const staying = new Set(wanted)
  for (const slide of page.slides) if (!staying.has(slide)) slide.remove()
  let next = parent.firstElementChild
  for (const slide of wanted) {
    if (slide === next) next = next.nextElementSibling
    else parent.insertBefore(slide, next)
  }
  page.slides = slideElements()
}

/**
 * Returns the HTML of a slide's boxes as they were made, without what every slide has: its number, and the footer with the
 * deck's name.
 */
function slideContent(slide: HTMLElement): string {
  const isChanged = slide.querySelector('[data-later], .player, .facade[hidden]') !== null
  const made = isChanged ? asMade(slide) : slide
  return [...made.querySelectorAll('.box:not(.page, .footer)')].map((box) => box.innerHTML).join('\n')
}

/** A copy of a slide with all of its steps, and with posters instead of their players. */
function asMade(slide: HTMLElement): HTMLElement {
  const copy = slide.cloneNode(true) as HTMLElement
  showWhole(copy)
  for (const player of copy.querySelectorAll('.player')) player.remove()
  for (const facade of copy.querySelectorAll('.facade')) facade.removeAttribute('hidden')
  return copy
}

/** Finds the slide that was current: the nearest one with the same content, else the same element; null if it has gone. */
function findSlideIndex(
  slides: readonly HTMLElement[],
  current: HTMLElement,
  content: string,
  index: number,
): number | null {
  const isAlike = (at: number) => slides[at] !== undefined && slideContent(slides[at]) === content
  // Searches outwards, since most edits move a slide by only a few places.
  const furthest = Math.max(index, slides.length - 1 - index)
  for (let away = 0; away <= furthest; away++) {
    for (const at of [index - away, index + away]) if (isAlike(at)) return at
  }
  const same = slides.indexOf(current)
  return same === -1 ? null : same
}
