import type { Lang } from '../../model/lang.ts'
import { element } from '../parts/element.ts'
import type { TalkContext } from '../show/talk-context.ts'
import { scaleThumbnails } from '../show/thumbnail.ts'
import { chosenLanguage } from './language-select.ts'
import { type KeyAction, speakerKeys } from './speaker-keys.ts'
import { makeSpeakerView, type SpeakerView } from './speaker-view.ts'

/** The interval of updates of the times. Units: milliseconds. */
const tickMs = 250

/** The speaker view in the window of the slides, for a speaker with one screen. */
export interface InlineSpeakerView {
  isOpen(): boolean
  toggle(): void
  update(): void
  /** The actions of keys while the view is open. */
  keys: Partial<Record<string, KeyAction>>
  /** Whether a dialog over the view has the keyboard. */
  busy(): boolean
}

/** Creates the view. While it is open, the slides below are hidden: the keyboard and screen readers skip them. */
export function makeInlineSpeakerView(talk: TalkContext): InlineSpeakerView {
  const { page } = talk.show
  const container = element('div', { class: 'ui-speaker-here' })
  let view: SpeakerView | null = null
  let timer: number | undefined
  const draw = (lang: Lang) => {
    container.replaceChildren()
    view = makeSpeakerView(talk, { lang, host: container, choose: draw, leave: close })
    container.append(view.root)
    for (const frame of view.previewContainers) scaleThumbnails(frame, frame, page.width)
    view.update()
  }
  const close = () => {
    clearInterval(timer)
    view = null
    container.remove()
    document.body.classList.remove('ui-here')
  }
  const open = () => {
    document.body.append(container)
    document.body.classList.add('ui-here')
    draw(chosenLanguage(page, talk))
    timer = window.setInterval(() => view?.tick(), tickMs)
  }
  page.onEdit((edited) => view?.redrawEdited(edited))
  return {
    isOpen: () => view !== null,
    toggle: () => (view ? close() : open()),
    update: () => view?.update(),
    keys: { ...speakerKeys(talk, () => view), here: close, overview: close },
    busy: () => view?.busy() ?? false,
  }
}
