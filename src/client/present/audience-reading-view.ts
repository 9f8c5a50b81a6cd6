import { type DrawingBoard, makeDrawingBoard } from '../drawing/drawing-board.ts'
import { makeDrawingLayer } from '../drawing/drawing-layer.ts'
import { applyDeckStyle } from '../parts/deck-style.ts'
import { element } from '../parts/element.ts'
import type { ClientPage } from '../show/client-page.ts'
import { reloadOnRotate, startReadingView, visibleSlideIndex } from '../show/reading-view.ts'
import { scaleThumbnails, thumbnail } from '../show/thumbnail.ts'
import { makeVideoControls } from '../show/video-controls.ts'
import type { AudienceDisplay } from './audience-sync.ts'

/** So far below the picture lies the line that is read; no slide is less tall. Units: px. */
const readingOffsetPx = 40

/**
 * On a phone held upright: the speaker's slide as a picture that stays at the top, with drawings and laser pointer, and
 * below it the texts of all slides in letters of a phone, which follow.
 */
export function startAudienceReadingView(page: ClientPage, moved: () => void) {
  applyDeckStyle(page)
  page.onEdit(makeVideoControls(page).closeDetached)
  startReadingView(page)
  reloadOnRotate(() => inSight())
  const ink: DrawingBoard = makeDrawingBoard()
  let shown: HTMLElement | undefined
  const layer = makeDrawingLayer(ink, page, () => shown)
  const place = element('div', { class: 'ui-thumb-frame ui-follow-picture' }, layer.svg)
  document.body.prepend(place)
  // The texts begin below the picture; a short slide does not reach to the middle of the screen.
  const inSight = () => visibleSlideIndex(page, place.getBoundingClientRect().bottom + readingOffsetPx)
  scaleThumbnails(place, place, page.width)
  ink.onChange(layer.update)
  const draw = (slide: HTMLElement | undefined) => {
    shown = slide
    place.querySelector('.ui-thumb')?.remove()
    if (slide) place.prepend(thumbnail(slide))
    layer.invalidate()
    layer.update()
  }
  page.onEdit((edited) => shown && edited.has(shown) && draw(shown))
  const find = (id: string) => page.slides.find((slide) => slide.id === id)
  // A finger, a wheel or a key moves; the talk does not.
  for (const type of ['touchmove', 'wheel', 'keydown'])
    addEventListener(type, () => requestAnimationFrame(moved), { passive: true })
  addEventListener('scrollend', () => requestAnimationFrame(moved))
  const followed: AudienceDisplay = {
    shownSlideId: () => page.slides[inSight()]?.id ?? '',
    goTo: (id) => find(id)?.scrollIntoView({ block: 'start' }),
    setBlack: (on) => place.classList.toggle('ui-is-black', on),
  }
  return { ink, followed, onSpeaker: (id: string) => draw(find(id)) }
}
