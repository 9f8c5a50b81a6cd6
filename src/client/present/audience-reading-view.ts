import { makeDrawingBoard } from '../drawing/drawing-board.ts'
import { makeDrawingLayer } from '../drawing/drawing-layer.ts'
import { applyDeckStyle } from '../parts/deck-style.ts'
import { element } from '../parts/element.ts'
import { playServedScreenVideo } from '../parts/screen-video.ts'
import { keepScreenOn } from '../parts/wake-lock.ts'
import type { ClientPage } from '../show/client-page.ts'
import { followWidth, startReadingView, visibleSlideIndex } from '../show/reading-view.ts'
import type { SlideLanguages } from '../show/slide-languages.ts'
import { scaleThumbnails, thumbnail } from '../show/thumbnail.ts'
import { makeVideoControls } from '../show/video-controls.ts'
import type { AudienceViewOptions } from './audience-show.ts'
import type { AudienceDisplay } from './audience-sync.ts'

/** The text at this distance below the thumbnail is being read. Every slide is taller. Units: px. */
const readingOffsetPx = 40

/** Without the event, scrolling has ended when nothing has moved for so long. Units: milliseconds. */
const scrollEndMs = 150

/** Calls the listener when scrolling has ended. Safari tells that since 26.2. */
function onScrollEnd(listener: () => void): void {
  let timer: number | undefined
  const wait = () => {
    clearTimeout(timer)
    timer = window.setTimeout(listener, scrollEndMs)
  }
  if ('onscrollend' in window) addEventListener('scrollend', listener)
  else addEventListener('scroll', wait, { passive: true })
}

/**
 * Starts the audience's page on a phone in portrait: a thumbnail of the speaker's slide stays at the top, with drawings and
 * the laser pointer. Below it are the texts of all slides, which scroll to that slide.
 */
export function startAudienceReadingView(page: ClientPage, { onMove, languages, readerLang }: AudienceViewOptions) {
  applyDeckStyle(page)
  keepScreenOn(window, playServedScreenVideo)
  page.onEdit(makeVideoControls(page).closeDetached)
  // Not the middle of the screen, as in other reading views: a short slide does not reach it.
  const line = () => thumbnailFrame.getBoundingClientRect().bottom + readingOffsetPx
  followWidth(startReadingView(page, line))
  const board = makeDrawingBoard()
  let shown: HTMLElement | undefined
  const layer = makeDrawingLayer(board, page, () => shown)
  const thumbnailFrame = element('div', { class: 'ui-thumb-frame ui-follow-picture' }, layer.svg)
  document.body.prepend(thumbnailFrame)
  document.documentElement.classList.add('ui-following')
  const readIndex = () => visibleSlideIndex(page, line())
  if (languages) addLanguageBar(page, languages, readerLang)
  scaleThumbnails(thumbnailFrame, thumbnailFrame, page.width)
  board.onChange(layer.update)
  const draw = (slide: HTMLElement | undefined) => {
    shown = slide
    thumbnailFrame.querySelector('.ui-thumb')?.remove()
    if (slide) thumbnailFrame.prepend(thumbnail(slide))
    layer.invalidate()
    layer.update()
  }
  page.onEdit((edited) => shown && edited.has(shown) && draw(shown))
  const find = (id: string) => page.slides.find((slide) => slide.id === id)
  // Only events of the user count, not the scrolling that follows the speaker.
  for (const type of ['touchmove', 'wheel', 'keydown'])
    addEventListener(type, () => requestAnimationFrame(onMove), { passive: true })
  onScrollEnd(() => requestAnimationFrame(onMove))
  const display: AudienceDisplay = {
    shownSlideId: () => page.slides[readIndex()]?.id ?? '',
    goTo: (id) => find(id)?.scrollIntoView({ block: 'start' }),
    setBlack: (on) => thumbnailFrame.classList.toggle('ui-is-black', on),
  }
  return { board, display, index: readIndex, onSpeakerSlide: (id: string) => draw(find(id)) }
}

/** Adds the menu of languages, which is made anew in each. */
function addLanguageBar(page: ClientPage, languages: SlideLanguages, readerLang: () => string): void {
  const bar = element('nav', { class: 'ui-toolbar ui-reading-bar' })
  const fill = () => {
    bar.setAttribute('aria-label', page.words.help.title)
    bar.lang = readerLang()
    bar.replaceChildren(languages.makeMenu())
  }
  fill()
  languages.onSwitch(fill)
  document.body.append(bar)
}
