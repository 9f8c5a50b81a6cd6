import type { Lang } from '../../model/lang.ts'
import type { PageWords } from '../../model/words.ts'
import { makeDrawingLayer } from '../drawing/drawing-layer.ts'
import { makeDrawingTools } from '../drawing/drawing-tools.ts'
import { bindPointerInput } from '../drawing/pointer-input.ts'
import { button, element, setLabel } from '../parts/element.ts'
import { icon } from '../parts/icons.ts'
import { makeSearchDialog } from '../search/search-dialog.ts'
import { makePollNote } from '../show/poll-hint.ts'
import type { TalkContext } from '../show/talk-context.ts'
import { makeLanguageSelect } from './language-select.ts'
import { makeNotesPanel } from './notes-panel.ts'
import { makePlanBar } from './plan-bar.ts'
import { makeRehearsalControl } from './rehearsal-dialog.ts'
import { makeSlideNumber } from './slide-number.ts'
import { makeSlidePreviews } from './slide-preview.ts'
import { makeAlerts } from './speaker-alerts.ts'
import { makeMoves } from './speaker-moves.ts'
import { makeTimes } from './speaker-times.ts'

/** The speaker view, in a window of its own or over the slides. */
export interface SpeakerView {
  root: HTMLElement
  /** The frames of the thumbnails, which have to be scaled. */
  previewContainers: HTMLElement[]
  /** Shows the current state of the talk. */
  update(): void
  /** Draws edited slides again. */
  redrawEdited(edited: ReadonlySet<HTMLElement>): void
  /** Updates the times. */
  tick(): void
  /** Focuses the field of the slide number and fills in the first digit. */
  askNumber(digit: string): void
  /** Opens the search dialog. */
  search(): void
  /** Whether a dialog over the view has the keyboard. */
  busy(): boolean
  /** Reports that the window of the slides was closed. */
  showLost(): void
}

/** Options of `makeSpeakerView`. */
export interface SpeakerViewOptions {
  lang: Lang
  /** The parent element of dialogs. */
  host: HTMLElement
  /** Called with the language that the speaker chooses. */
  choose(lang: Lang): void
  /** Closes a view over the slides; null for a view in a window of its own. */
  leave: (() => void) | null
}

/** Creates the speaker view of a talk. */
export function makeSpeakerView(talk: TalkContext, options: SpeakerViewOptions): SpeakerView {
  const { show, board, share, slideLanguages } = talk
  const { page } = show
  const words = talk.languages[options.lang] ?? page.words
  const labels = words.speaker
  const times = makeTimes(page, words, talk.stopwatch)
  const notes = makeNotesPanel(words)
  const previews = makeSlidePreviews(page, {
    place: () => ({ index: show.index(), shown: show.shown() }),
    stepWords: labels.step,
    labels: { current: labels.current, next: labels.next },
    end: labels.end,
    // The speaker may read the notes in another language than the audience sees.
    onCurrent: (slide) => notes.show(slideLanguages?.counterpart(slide, options.lang) ?? slide, options.lang),
  })
  const { current, next } = previews
  const position = makeSlideNumber(show, words)
  const layer = makeDrawingLayer(board, page, () => page.slides[show.index()])
  bindPointerInput(layer.svg, board, page, show.pageId)
  current.container.append(layer.svg)
  const tools = makeDrawingTools(board, show, words)
  const search = makeSearchDialog(show, { words, withNotes: true, host: options.host })
  const sharing = share?.makeDialog(options.lang, options.host) ?? null
  const desk = share?.desk.makePart(options.lang, options.host) ?? null
  // Without a server nobody can vote.
  const pollNote = desk ? null : makePollNote(words.pollHint)
  const moves = makeMoves(talk, words)
  const alerts = makeAlerts(share, options.lang)
  const rehearsal = makeRehearsalControl(talk, { words, lang: options.lang, host: options.host })
  const plan = makePlanBar(show, words, talk.stopwatch)
  const shareButton = sharing ? button(icon('share'), labels.share, 'ui-round ui-share', sharing.open) : null
  const bar = element(
    'header',
    { class: 'ui-bar' },
    ...times.parts,
    position.part,
    element(
      'div',
      { class: 'ui-bar-buttons' },
      ...(shareButton ? [shareButton] : []),
      ...(desk ? [desk.button] : []),
      rehearsal.control,
      button(icon('search'), words.search.title, 'ui-round', search.open),
      makeLanguageSelect(talk, options.lang, labels.language, options.choose),
      ...(options.leave ? [button(icon('close'), labels.leave, 'ui-round', options.leave)] : []),
    ),
  )
  const toolRow = element('div', { class: 'ui-tools' }, tools.part, moves.black)
  const lost = element('p', { class: 'ui-lost', role: 'alert' })
  // A window of its own is a page of its own.
  const heading = options.leave ? [] : [element('h1', { class: 'unseen' }, labels.title)]
  const left = element('div', { class: 'ui-side' }, current.figure, toolRow, moves.part)
  const polls = [desk?.part, pollNote?.part].flatMap((part) => part ?? [])
  const right = element('div', { class: 'ui-side' }, next.figure, ...polls, notes.part)
  const parts = [...heading, bar, plan.part, alerts.part, element('div', { class: 'ui-sides' }, left, right), lost]
  const root = element('main', { class: 'ui-speaker', lang: options.lang }, ...parts)
  const update = () => {
    previews.update()
    position.update()
    moves.update()
    plan.update()
    alerts.update()
    rehearsal.update()
    tools.update()
    layer.update()
    root.classList.toggle('ui-is-black', show.black())
    if (shareButton && share) updateShareButton(shareButton, share, labels)
    desk?.update()
    pollNote?.update(page.slides[show.index()])
    times.update()
  }
  return {
    root,
    previewContainers: [current.container, next.container],
    update,
    redrawEdited: (edited) => {
      previews.invalidate(edited)
      layer.invalidate()
      update()
    },
    tick: () => {
      times.update()
      plan.tick()
      alerts.tick()
      rehearsal.tick()
    },
    askNumber: position.ask,
    search: search.open,
    busy: () => rehearsal.isOpen() || search.isOpen() || (desk?.isOpen() ?? false) || (sharing?.isOpen() ?? false),
    showLost: () => {
      lost.textContent = labels.lost
      root.classList.add('ui-is-lost')
    },
  }
}

/** Shows the number of followers on the button; a lost connection changes its colour and label. */
function updateShareButton(
  button: HTMLElement,
  share: NonNullable<TalkContext['share']>,
  labels: PageWords['speaker'],
): void {
  const { connected, followers } = share.status()
  button.classList.toggle('ui-offline', !connected)
  setLabel(button, connected ? `${labels.share}: ${followers}` : labels.offline)
  const count = button.querySelector('.ui-count') ?? button.appendChild(element('span', { class: 'ui-count' }))
  count.textContent = connected ? `${followers}` : '!'
}
