import type { Lang } from '../../model/lang.ts'
import type { PageWords } from '../../model/words.ts'
import { makeDrawingLayer } from '../drawing/drawing-layer.ts'
import { makeDrawingTools } from '../drawing/drawing-tools.ts'
import { bindPointerInput } from '../drawing/pointer-input.ts'
import { button, element } from '../parts/element.ts'
import { icon } from '../parts/icons.ts'
import { makeSearchDialog } from '../search/search-dialog.ts'
import type { TalkContext } from '../show/talk-context.ts'
import { makeLanguageSelect } from './language-select.ts'
import { makeNotesPanel } from './notes-panel.ts'
import { makeSlideNumber } from './slide-number.ts'
import { makeSlidePreview } from './slide-preview.ts'
import { makeTimes } from './speaker-times.ts'

/** What the speaker sees. */
export interface SpeakerView {
  root: HTMLElement
  /** A place whose width is that of a thumbnail, by its name in the style sheet. */
  previewContainers: HTMLElement[]
  /** Draws what the talk has come to. */
  update(): void
  /** Draws the slides that were edited, where they are seen. */
  redrawEdited(edited: ReadonlySet<HTMLElement>): void
  tick(): void
  /** Asks for a slide's number, beginning with a digit. */
  askNumber(digit: string): void
  /** Looks for words in slides and notes. */
  search(): void
  /** Whether a dialog over the view has the keyboard. */
  busy(): boolean
  /** Says that the slides are gone. */
  showLost(): void
}

/** Where a view stands: in which language, over what, and what its last button does. */
export interface SpeakerViewOptions {
  lang: Lang
  host: HTMLElement
  choose(lang: Lang): void
  /** Leaves a view that stands in the window of the slides; null where it has a window of its own. */
  leave: (() => void) | null
}

/** Makes the speaker view of a talk. */
export function makeSpeakerView(talk: TalkContext, options: SpeakerViewOptions): SpeakerView {
  const { show, ink, share } = talk
  const { page } = show
  const words = talk.languages[options.lang] ?? page.words
  const say = words.speaker
  const times = makeTimes(page, words, talk.stopwatch)
  const notes = makeNotesPanel(words)
  const [current, next] = [makeSlidePreview('ui-current', say.current), makeSlidePreview('ui-next', say.next)]
  const position = makeSlideNumber(show, words)
  const shown = () => page.slides[show.index()]
  const layer = makeDrawingLayer(ink, page, shown)
  bindPointerInput(layer.svg, ink, page, show.pageId)
  current.container.append(layer.svg)
  const tools = makeDrawingTools(ink, show, words)
  const search = makeSearchDialog(show, { words, withNotes: true, host: options.host })
  const shared = share?.makeDialog(options.lang, options.host) ?? null
  const moves = makeNavigation(talk, words)
  const audience = shared ? button(icon('share'), say.share, 'ui-round ui-share', shared.open) : null
  const bar = element(
    'header',
    { class: 'ui-bar' },
    ...times.parts,
    position.part,
    element(
      'div',
      { class: 'ui-bar-buttons' },
      ...(audience ? [audience] : []),
      button(icon('search'), words.search.title, 'ui-round', search.open),
      makeLanguageSelect(talk, options.lang, say.language, options.choose),
      ...(options.leave ? [button(icon('close'), say.leave, 'ui-round', options.leave)] : []),
    ),
  )
  tools.part.classList.add('ui-tools')
  const lost = element('p', { class: 'ui-lost', role: 'alert' })
  const parts = [bar, current.figure, tools.part, notes.part, next.figure, moves.part, lost]
  const root = element('main', { class: 'ui-speaker', lang: options.lang }, ...parts)
  let drawn: HTMLElement | undefined
  let follows: HTMLElement | undefined

  const draw = () => {
    const [now, then] = [shown(), page.slides[show.index() + 1]]
    if (now && now !== drawn) {
      current.show(now, '')
      notes.show(now)
    }
    if (!then || then !== follows) next.show(then, say.end)
    drawn = now
    follows = then
  }
  const update = () => {
    draw()
    position.update()
    moves.update()
    tools.update()
    layer.update()
    root.classList.toggle('ui-is-black', show.black())
    if (audience && share) updateShareButton(audience, share, say)
    times.update()
  }
  return {
    root,
    previewContainers: [current.container, next.container],
    update,
    redrawEdited: (edited) => {
      if (drawn && edited.has(drawn)) drawn = undefined
      if (follows && edited.has(follows)) follows = undefined
      layer.invalidate()
      update()
    },
    tick: times.update,
    askNumber: position.ask,
    search: search.open,
    busy: () => search.isOpen() || (shared?.isOpen() ?? false),
    showLost: () => {
      lost.textContent = say.lost
      root.classList.add('ui-is-lost')
    },
  }
}

/** The large buttons: black screen, back, on. */
function makeNavigation({ show }: TalkContext, words: PageWords) {
  const say = words.speaker
  const label = element('span', {})
  const black = element('button', { type: 'button', class: 'ui-wide ui-black' }, icon('black'), label)
  black.addEventListener('click', () => show.toggleBlack())
  const { previous, next } = words.help.keys
  const back = button(icon('previous'), previous, 'ui-wide', () => show.previous())
  const on = button(icon('next'), next, 'ui-wide ui-primary', () => show.next())
  const part = element('nav', { class: 'ui-moves' }, black, back, on)
  const update = () => {
    black.setAttribute('aria-pressed', `${show.black()}`)
    label.textContent = show.black() ? say.blackOff : say.blackOn
    back.disabled = show.index() === 0
    on.disabled = show.index() >= show.page.slides.length - 1
  }
  return { part, update }
}

/** How many follow stands beside the sign; a lost server is told by its colour and its name. */
function updateShareButton(
  sign: HTMLElement,
  share: NonNullable<TalkContext['share']>,
  say: PageWords['speaker'],
): void {
  const { connected, followers } = share.status()
  sign.classList.toggle('ui-offline', !connected)
  sign.title = connected ? say.share : say.offline
  sign.setAttribute('aria-label', sign.title)
  const count = sign.querySelector('.ui-count') ?? sign.appendChild(element('span', { class: 'ui-count' }))
  count.textContent = connected ? `${followers}` : '!'
}
