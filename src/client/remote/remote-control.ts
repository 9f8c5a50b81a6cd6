import type { PresentWords } from '../../model/wire/talk-words.ts'
import type { PageWords } from '../../model/words.ts'
import type { DrawingBoard } from '../drawing/drawing-board.ts'
import { makeDrawingLayer } from '../drawing/drawing-layer.ts'
import { bindPointerInput } from '../drawing/pointer-input.ts'
import { button, element } from '../parts/element.ts'
import { icon } from '../parts/icons.ts'
import type { ClientPage } from '../show/client-page.ts'
import { scaleThumbnails } from '../show/thumbnail.ts'
import { makeNotesPanel } from '../speaker/notes-panel.ts'
import { makeSlidePreview } from '../speaker/slide-preview.ts'
import type { Stopwatch } from '../speaker/stopwatch.ts'
import { makeRemoteStopwatch } from './remote-stopwatch.ts'

/** What a remote shows and asks for. Indexes start at 0. */
export interface RemoteControl {
  part: HTMLElement
  update(): void
  redrawEdited(edited: ReadonlySet<HTMLElement>): void
  tick(): void
}

export interface RemoteControlOptions {
  page: ClientPage
  ink: DrawingBoard
  stopwatch: Stopwatch
  words: { page: PageWords; talk: PresentWords }
  languages: HTMLElement
  index(): number
  black(): boolean
  go(index: number): void
  setBlack(on: boolean): void
}

/** Makes the remote's page: the slide to point on, notes, the next slide, and buttons for a thumb that is not looked at. */
export function makeRemoteControl({
  page,
  ink,
  stopwatch,
  words,
  languages,
  index,
  black,
  go,
  setBlack,
}: RemoteControlOptions): RemoteControl {
  const { speaker: say, help } = words.page
  const shown = () => page.slides[index()]
  const [current, next] = [makeSlidePreview('ui-current', ''), makeSlidePreview('ui-next', words.talk.remote.next)]
  const layer = makeDrawingLayer(ink, page, shown)
  bindPointerInput(layer.svg, ink, page, () => shown()?.id ?? '')
  current.container.append(layer.svg)
  const notes = makeNotesPanel(words.page)
  const clock = makeRemoteStopwatch(stopwatch, words.page, () => page.minutes)
  const position = element('span', { class: 'ui-figure', 'aria-label': words.page.slide })
  const dark = button(icon('black'), say.blackOn, 'ui-wide ui-black', () => setBlack(!black()))
  const bar = element('header', { class: 'ui-remote-bar' }, position, clock.part, languages)
  const back = button(icon('previous'), help.keys.previous, 'ui-wide', () => go(index() - 1))
  const on = button(icon('next'), help.keys.next, 'ui-wide ui-primary', () => go(index() + 1))
  const moves = element('nav', { class: 'ui-remote-moves' }, back, dark, on)
  const hint = element('p', { class: 'ui-point' }, icon('laser'), element('span', {}, words.talk.remote.point))
  const part = element('main', { class: 'ui-remote' }, bar, current.figure, hint, notes.part, next.figure, moves)
  for (const { container: place } of [current, next]) scaleThumbnails(place, place, page.width)
  let drawn: HTMLElement | undefined
  let follows: HTMLElement | undefined
  const update = () => {
    const [now, then] = [shown(), page.slides[index() + 1]]
    if (now && now !== drawn) {
      current.show(now, '')
      notes.show(now)
    }
    if (!then || then !== follows) next.show(then, say.end)
    drawn = now
    follows = then
    position.textContent = `${index() + 1} / ${page.slides.length}`
    back.disabled = index() === 0
    on.disabled = !then
    dark.title = black() ? say.blackOff : say.blackOn
    dark.setAttribute('aria-label', dark.title)
    dark.setAttribute('aria-pressed', `${black()}`)
    part.classList.toggle('ui-is-black', black())
    layer.update()
    clock.update()
  }
  return {
    part,
    update,
    tick: clock.update,
    redrawEdited: (edited) => {
      if (drawn && edited.has(drawn)) drawn = undefined
      if (follows && edited.has(follows)) follows = undefined
      layer.invalidate()
      update()
    },
  }
}
