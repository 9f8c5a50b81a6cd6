import { isFullscreen } from '../parts/fullscreen.ts'
import { readSession, writeSession } from '../parts/storage.ts'
import type { ClientPage } from './client-page.ts'
import { makeUrlWriter, slideIndexInUrl } from './slide-url.ts'

/** A window in which a slide would be too small to read: a phone in portrait, or a page on a computer that is enlarged. */
const narrowWindow = matchMedia(
  'screen and (max-width: 600px) and (orientation: portrait), screen and (max-width: 700px) and (pointer: fine)',
)

/** How a page shows its slides: one at a time, or one below the other with larger text. */
export type View = 'show' | 'reading'

/** Returns the view that the user chose in this tab; null if the width of the window decides. */
function chosenView(): View | null {
  const chosen = readSession('view')
  return chosen === 'show' || chosen === 'reading' ? chosen : null
}

/** Whether the page begins with the reading view. */
export const isReadingView = (): boolean => (chosenView() ?? (narrowWindow.matches ? 'reading' : 'show')) === 'reading'

/** Shows the slides in another view, from the same slide on. */
export function chooseView(view: View, index: number): void {
  writeSession('view', view)
  loadAgain(index)
}

/**
 * Changes the view when the window becomes narrow or wide, as when a phone is rotated. Not in full screen, and not once the
 * user has chosen a view. `mayChange`: whether nothing is lost by loading the page again.
 */
export function followWidth(visibleIndex: () => number, mayChange: () => boolean = () => true): void {
  narrowWindow.addEventListener('change', () => {
    // Printing lays the page out on paper for a moment.
    if (matchMedia('print').matches || isFullscreen() || chosenView() || !mayChange()) return
    loadAgain(visibleIndex())
  })
}

/** The view is chosen when the page starts. */
function loadAgain(index: number): void {
  const [lang = ''] = /\?lang=[\w-]+/.exec(location.hash) ?? []
  try {
    history.replaceState(null, '', `#/${index + 1}${lang}`)
    // The other view scrolls to its slide, not to where this one was.
    history.scrollRestoration = 'manual'
  } catch {
    // The page starts at the slide in the URL.
  }
  location.reload()
}

/** A slide whose end is below this line is still being read. Every slide is higher. Units: px of the window. */
const readingLinePx = 60

/** Returns the index of the slide in the middle of the screen, or at another height. Units: px of the window. */
export function visibleSlideIndex({ slides }: ClientPage, line = innerHeight / 2): number {
  const at = slides.findIndex((slide) => slide.getBoundingClientRect().bottom >= line)
  return at === -1 ? slides.length - 1 : at
}

/**
 * Follows which slide is being read, beginning with the one at which the page was opened. When a window becomes wider or
 * narrower, slides have moved before a script hears of it, and Safari does not keep the text in its place. So what counts is
 * where the user has scrolled to at the old width.
 */
function trackReading(page: ClientPage, opened: number, line: () => number): () => number {
  let width = innerWidth
  let index = opened
  const update = () => {
    if (innerWidth !== width) return
    const slide = page.slides[index]?.getBoundingClientRect()
    const isSeen = slide !== undefined && slide.top < innerHeight && slide.bottom > 0
    // The last slides cannot reach the line.
    const isAtEnd = scrollY + innerHeight >= document.documentElement.scrollHeight - 1
    if (!(isAtEnd && isSeen)) index = visibleSlideIndex(page, line())
  }
  // A new width counts from the next frame on: it scrolls too, before the listeners of `followWidth` are called.
  const accept = () => {
    width = innerWidth
  }
  addEventListener('resize', () => requestAnimationFrame(accept))
  // Before, the page itself scrolls.
  document.fonts.ready.then(() => addEventListener('scroll', update, { passive: true }))
  return () => index
}

/** Lets the keyboard scroll wide tables: what scrolls sideways can have the focus. */
function makeScrollable({ slides }: ClientPage): void {
  for (const box of slides.flatMap((slide) => [...slide.querySelectorAll<HTMLElement>('.box.data')]))
    if (box.scrollWidth > box.clientWidth && getComputedStyle(box).overflowX === 'auto') box.tabIndex = 0
}

/** So long after a page is loaded, browsers have scrolled it to where it was. Units: milliseconds. */
const restoringMs = 500

/**
 * Shows the slides one below the other, and scrolls to the first one to show. Returns a function that tells the index of the
 * slide that is being read: the first one that ends below a line. Units: px of the window.
 */
export function startReadingView(page: ClientPage, line: () => number = () => readingLinePx): () => number {
  document.documentElement.classList.add('ui-on', 'ui-reading')
  // Tables have their width once their fonts are there.
  document.fonts.ready.then(() => makeScrollable(page))
  page.onEdit(() => makeScrollable(page))
  const first = page.slides[slideIndexInUrl(page) ?? page.start]
  if (first && first !== page.slides[0]) {
    first.scrollIntoView()
    // The slides above become higher or lower with their own fonts.
    document.fonts.ready.then(() => first.scrollIntoView())
  }
  // Chromium scrolls to where the page was after it is loaded, if it may by then.
  addEventListener('load', () => {
    setTimeout(() => {
      history.scrollRestoration = 'auto'
    }, restoringMs)
  })
  return trackReading(page, first ? page.slides.indexOf(first) : 0, line)
}

/** Goes to a slide of the reading view after all slides were exchanged, and writes its address. */
export function readFrom(page: ClientPage, index: number): void {
  const slide = page.slides[index]
  if (!slide) return
  slide.scrollIntoView()
  writeUrl(page.addressOf(slide))
}

const writeUrl = makeUrlWriter()
