import { type Ink, makeInk } from '../ink/ink.ts'
import { makeInkLayer } from '../ink/layer.ts'
import { element } from '../parts/element.ts'
import { shareLook } from '../parts/look.ts'
import type { Page } from '../show/page.ts'
import { makePlayers } from '../show/player.ts'
import { followTurning, slideInSight, startReading } from '../show/reading.ts'
import { scaleThumbnails, thumbnail } from '../show/thumbnail.ts'
import type { Followed } from './follow.ts'

/** So far below the picture lies the line that is read; no slide is less tall. Units: px. */
const readFrom = 40

/**
 * On a phone held upright: the speaker's slide as a picture that stays at the top, with drawings and laser pointer, and
 * below it the texts of all slides in letters of a phone, which follow.
 */
export function startAudienceReading(page: Page, moved: () => void) {
  shareLook(page)
  page.onEdit(makePlayers(page).closeGone)
  startReading(page)
  followTurning(() => inSight())
  const ink: Ink = makeInk()
  let shown: HTMLElement | undefined
  const layer = makeInkLayer(ink, page, () => shown)
  const place = element('div', { class: 'ui-thumb-frame ui-follow-picture' }, layer.svg)
  document.body.prepend(place)
  // The texts begin below the picture; a short slide does not reach to the middle of the screen.
  const inSight = () => slideInSight(page, place.getBoundingClientRect().bottom + readFrom)
  scaleThumbnails(place, place, page.width)
  ink.onChange(layer.update)
  const draw = (slide: HTMLElement | undefined) => {
    shown = slide
    place.querySelector('.ui-thumb')?.remove()
    if (slide) place.prepend(thumbnail(slide))
    layer.forget()
    layer.update()
  }
  page.onEdit((edited) => shown && edited.has(shown) && draw(shown))
  const find = (id: string) => page.slides.find((slide) => slide.id === id)
  // A finger, a wheel or a key moves; the talk does not.
  for (const type of ['touchmove', 'wheel', 'keydown'])
    addEventListener(type, () => requestAnimationFrame(moved), { passive: true })
  addEventListener('scrollend', () => requestAnimationFrame(moved))
  const followed: Followed = {
    seen: () => page.slides[inSight()]?.id ?? '',
    goTo: (id) => find(id)?.scrollIntoView({ block: 'start' }),
    setBlack: (on) => place.classList.toggle('ui-is-black', on),
  }
  return { ink, followed, onSpeaker: (id: string) => draw(find(id)) }
}
