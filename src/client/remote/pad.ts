import type { PresentWords } from '../../model/wire/present-words.ts'
import type { PageWords } from '../../model/words.ts'
import { takeHand } from '../ink/hand.ts'
import type { Ink } from '../ink/ink.ts'
import { makeInkLayer } from '../ink/layer.ts'
import { button, element } from '../parts/element.ts'
import { icon } from '../parts/icons.ts'
import type { Page } from '../show/page.ts'
import { scaleThumbnails } from '../show/thumbnail.ts'
import { makeFrame } from '../speaker/frames.ts'
import { makeNotes } from '../speaker/notes.ts'
import type { Stopwatch } from '../speaker/stopwatch.ts'
import { makeRemoteClock } from './clock.ts'

/** What a remote shows and asks for. Indexes start at 0. */
export interface Pad {
  part: HTMLElement
  update(): void
  follow(edited: ReadonlySet<HTMLElement>): void
  tick(): void
}

export interface PadOptions {
  page: Page
  ink: Ink
  watch: Stopwatch
  words: { page: PageWords; talk: PresentWords }
  languages: HTMLElement
  index(): number
  black(): boolean
  go(index: number): void
  setBlack(on: boolean): void
}

/** Makes the remote's page: the slide to point on, notes, the next slide, and buttons for a thumb that is not looked at. */
export function makePad({ page, ink, watch, words, languages, index, black, go, setBlack }: PadOptions): Pad {
  const { speaker: say, help } = words.page
  const shown = () => page.slides[index()]
  const [current, next] = [makeFrame('ui-current', ''), makeFrame('ui-next', words.talk.remote.next)]
  const layer = makeInkLayer(ink, page, shown)
  takeHand(layer.svg, ink, page, () => shown()?.id ?? '')
  current.place.append(layer.svg)
  const notes = makeNotes(words.page)
  const clock = makeRemoteClock(watch, words.page, () => page.minutes)
  const position = element('span', { class: 'ui-figure', 'aria-label': words.page.slide })
  const dark = button(icon('black'), say.blackOn, 'ui-wide ui-black', () => setBlack(!black()))
  const bar = element('header', { class: 'ui-remote-bar' }, position, clock.part, languages)
  const back = button(icon('previous'), help.keys.previous, 'ui-wide', () => go(index() - 1))
  const on = button(icon('next'), help.keys.next, 'ui-wide ui-primary', () => go(index() + 1))
  const moves = element('nav', { class: 'ui-remote-moves' }, back, dark, on)
  const hint = element('p', { class: 'ui-point' }, icon('laser'), element('span', {}, words.talk.remote.point))
  const part = element('main', { class: 'ui-remote' }, bar, current.figure, hint, notes.part, next.figure, moves)
  for (const { place } of [current, next]) scaleThumbnails(place, place, page.width)
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
    follow: (edited) => {
      if (drawn && edited.has(drawn)) drawn = undefined
      if (follows && edited.has(follows)) follows = undefined
      layer.forget()
      update()
    },
  }
}
