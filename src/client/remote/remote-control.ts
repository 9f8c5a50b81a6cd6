import type { RemoteWords } from '../../model/wire/talk-words.ts'
import type { PageWords } from '../../model/words.ts'
import type { DrawingBoard } from '../drawing/drawing-board.ts'
import { makeDrawingLayer } from '../drawing/drawing-layer.ts'
import { bindPointerInput } from '../drawing/pointer-input.ts'
import { makeGlobe } from '../languages/language-menu.ts'
import { button, element, setLabel } from '../parts/element.ts'
import { icon } from '../parts/icons.ts'
import type { ClientPage } from '../show/client-page.ts'
import { placeAfter, placeBefore, type ShowPlace, stepsOf } from '../show/steps.ts'
import { scaleThumbnails } from '../show/thumbnail.ts'
import { makeNotesPanel } from '../speaker/notes-panel.ts'
import { makeSlidePreviews } from '../speaker/slide-preview.ts'
import type { Stopwatch } from '../speaker/stopwatch.ts'
import type { RemoteDesk } from './remote-desk.ts'
import { makeRemoteStopwatch } from './remote-stopwatch.ts'

/** The remote control on a phone. */
export interface RemoteControl {
  part: HTMLElement
  update(): void
  /** Draws edited slides again. */
  redrawEdited(edited: ReadonlySet<HTMLElement>): void
  /** Updates the stopwatch. */
  tick(): void
}

/** Options of `makeRemoteControl`. Indexes start at 0. */
export interface RemoteControlOptions {
  page: ClientPage
  board: DrawingBoard
  stopwatch: Stopwatch
  words: { page: PageWords; talk: RemoteWords }
  languages: HTMLElement
  /** Returns the slide whose notes are shown with one, in the language of the remote. */
  notesOf(slide: HTMLElement): HTMLElement
  lang: string
  index(): number
  /** Whether there is no connection, so that nothing can be done. */
  lost(): boolean
  black(): boolean
  /** How many steps of the current slide are shown; null for all of them. */
  shown(): number | null
  go(index: number, shown: number | null): void
  setBlack(on: boolean): void
  /** Votes and questions. */
  desk: RemoteDesk
  /** Opens the dialog for messages to the speaker. */
  openMessages(): void
}

/** Creates the remote control: the current slide to point on, notes, the next slide, and buttons to use without looking. */
export function makeRemoteControl({
  page,
  board,
  stopwatch,
  words,
  languages,
  notesOf,
  lang,
  index,
  lost,
  shown,
  black,
  go,
  setBlack,
  desk,
  openMessages,
}: RemoteControlOptions): RemoteControl {
  const { speaker: labels, help } = words.page
  const currentSlide = () => page.slides[index()]
  const notes = makeNotesPanel(words.page)
  const place = (): ShowPlace => ({ index: index(), shown: shown() })
  const count = () => stepsOf(currentSlide()).length
  const goTo = (to: ShowPlace) => go(to.index, to.shown)
  const previews = makeSlidePreviews(page, {
    place,
    stepWords: words.page.speaker.step,
    labels: { current: '', next: words.talk.remote.next },
    end: labels.end,
    onCurrent: (slide) => notes.show(notesOf(slide), lang),
  })
  const { current, next } = previews
  const layer = makeDrawingLayer(board, page, currentSlide)
  bindPointerInput(layer.svg, board, page, () => currentSlide()?.id ?? '')
  current.container.append(layer.svg)
  const clock = makeRemoteStopwatch(stopwatch, words.page, () => page.minutes)
  const [number, total] = [element('span', {}), element('span', { class: 'ui-total' })]
  const position = element('span', { class: 'ui-figure ui-position', 'aria-label': words.page.slide }, number, total)
  const blackButton = button(icon('black'), labels.blackOn, 'ui-wide ui-black', () => setBlack(!black()))
  const heading = element('h1', { class: 'ui-live' }, words.talk.remote.title)
  // The name of a language needs more room than a phone has; the page is in that language.
  const languageList = element('span', { class: 'ui-remote-language' }, makeGlobe(), languages)
  const message = button(icon('message'), words.talk.stage.title, 'ui-round ui-remote-message', openMessages)
  const bar = element('header', { class: 'ui-remote-bar' }, position, clock.part, desk.button, message, languageList)
  const back = button(icon('previous'), help.keys.previous, 'ui-wide', () => goTo(placeBefore(place(), count())))
  const forward = button(icon('next'), help.keys.next, 'ui-wide ui-primary', () => goTo(placeAfter(place(), count())))
  const moves = element('nav', { class: 'ui-remote-moves' }, back, blackButton, forward)
  const hint = element('p', { class: 'ui-point' }, icon('laser'), element('span', {}, words.talk.remote.point))
  const part = element(
    'main',
    { class: 'ui-remote' },
    heading,
    bar,
    current.figure,
    element('div', { class: 'ui-remote-below' }, hint, desk.row),
    notes.part,
    next.figure,
    moves,
  )
  for (const { container } of [current, next]) scaleThumbnails(container, container, page.width)
  const update = () => {
    previews.update()
    number.textContent = `${index() + 1}`
    total.textContent = ` / ${page.slides.length}`
    back.disabled = lost() || placeBefore(place(), count()).index < 0
    blackButton.disabled = lost()
    forward.disabled = lost() || placeAfter(place(), count()).index >= page.slides.length
    setLabel(blackButton, black() ? labels.blackOff : labels.blackOn)
    blackButton.setAttribute('aria-pressed', `${black()}`)
    part.classList.toggle('ui-is-black', black())
    layer.update()
    clock.update()
    desk.update()
    hint.hidden = !desk.row.hidden
  }
  return {
    part,
    update,
    tick: clock.update,
    redrawEdited: (edited) => {
      previews.invalidate(edited)
      layer.invalidate()
      update()
    },
  }
}
