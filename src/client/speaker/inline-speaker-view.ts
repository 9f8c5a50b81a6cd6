import type { Lang } from '../../model/lang.ts'
import { element } from '../parts/element.ts'
import type { TalkContext } from '../show/talk-context.ts'
import { scaleThumbnails } from '../show/thumbnail.ts'
import { chosenLanguage } from './language-select.ts'
import { type KeyAction, speakerKeys } from './speaker-keys.ts'
import { makeSpeakerView, type SpeakerView } from './speaker-view.ts'

/** Units: milliseconds. */
const tickMs = 250

/** The speaker view in the window of the slides: for one screen, while others see the slides elsewhere. */
export interface InlineSpeakerView {
  isOpen(): boolean
  toggle(): void
  update(): void
  keys: Partial<Record<string, KeyAction>>
  busy(): boolean
}

/** Makes it. It covers the slides, which stay where they are, and keeps the keyboard and screen readers out of them. */
export function makeInlineSpeakerView(talk: TalkContext): InlineSpeakerView {
  const { page } = talk.show
  const place = element('div', { class: 'ui-speaker-here' })
  let view: SpeakerView | null = null
  let timer: number | undefined
  const draw = (lang: Lang) => {
    place.replaceChildren()
    view = makeSpeakerView(talk, { lang, host: place, choose: draw, leave: close })
    place.append(view.root)
    for (const frame of view.previewContainers) scaleThumbnails(frame, frame, page.width)
    view.update()
  }
  const close = () => {
    clearInterval(timer)
    view = null
    place.remove()
    page.reveal.inert = false
  }
  const open = () => {
    document.body.append(place)
    page.reveal.inert = true
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
