import type { LiveChange, LiveState } from '../../model/wire/live.ts'
import { applyCss } from '../parts/style-sheet.ts'
import { type ClientPage, slideElements } from '../show/client-page.ts'
import type { Show } from '../show/show.ts'
import { parseSlide, patchSlide } from './patch-slide.ts'

/** All of a state as a change: what is the same in the page stays. */
export const toFullChange = (state: LiveState): LiveChange => ({ ...state, order: state.pages.map(({ id }) => id) })

/** Whether a change makes another page of it: another language, another shape of the slides. */
export const needsReload = (page: ClientPage, { data }: LiveChange): boolean =>
  data !== null && (data.lang !== page.lang || data.width !== page.width || data.height !== page.height)

/**
 * Brings a change into the page. The slide one is on stays: by what it shows where slides moved, else by its place.
 * Gives the slides that look otherwise than before, or are new.
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
  const shown = show ? page.slides[show.index()] : undefined
  const shows = order && shown ? slideContent(shown) : ''
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
  if (order && show && shown) show.rearrange(findSlideIndex(page.slides, shown, shows, show.index()))
  page.notifyEdit(edited)
  return edited
}

/** Puts the slides into their order, moving only those that are elsewhere. Where nothing moves, nothing is touched. */
function reorderSlides(page: ClientPage, wanted: readonly HTMLElement[]): void {
  const parent = page.reveal.querySelector('.slides') as HTMLElement
  const staying = new Set(wanted)
  for (const slide of page.slides) if (!staying.has(slide)) slide.remove()
  let next = parent.firstElementChild
  for (const slide of wanted) {
    if (slide === next) next = next.nextElementSibling
    else parent.insertBefore(slide, next)
  }
  page.slides = slideElements(page.reveal)
}

/** What a slide shows, without its number. */
const slideContent = (slide: HTMLElement): string =>
  [...slide.querySelectorAll('.box:not(.page)')].map((box) => box.innerHTML).join('\n')

/** Where the slide is now that was shown: the nearest with the same content, else that at its address, else the last. */
function findSlideIndex(slides: readonly HTMLElement[], shown: HTMLElement, content: string, index: number): number {
  const isAlike = (at: number) => slides[at] !== undefined && slideContent(slides[at]) === content
  // From here outwards: most edits move a slide by a few places only.
  const furthest = Math.max(index, slides.length - 1 - index)
  for (let away = 0; away <= furthest; away++) {
    for (const at of [index - away, index + away]) if (isAlike(at)) return at
  }
  const same = slides.indexOf(shown)
  return same === -1 ? Math.min(index, slides.length - 1) : same
}
