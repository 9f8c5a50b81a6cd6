import type { Lang } from '../../model/lang.ts'
import { applyCss } from '../parts/style-sheet.ts'
import { commandForKey, isKeyTaken } from '../show/keys.ts'
import type { TalkContext } from '../show/talk-context.ts'
import { scaleThumbnails } from '../show/thumbnail.ts'
import { chosenLanguage } from './language-select.ts'
import { type KeyAction, speakerKeys } from './speaker-keys.ts'
import { makeSpeakerView, type SpeakerView } from './speaker-view.ts'

/** Units: milliseconds. */
const tickMs = 250
const windowName = 'korme-speaker'
const windowFeatures = 'popup,width=1280,height=800'

/** The window as it can be written into; one left by an earlier load of this page may be out of reach. */
function openBlank(): Window | null {
  const reused = open('', windowName, windowFeatures)
  try {
    if (!reused || reused.document.body) return reused
  } catch {
    // Out of reach: a new one, below.
  }
  return open('', '_blank', windowFeatures)
}

/**
 * Dresses an empty window as this page is: language, title, style sheets, ornament. The style sheets are copied letter
 * by letter, since the window inherits this page's policy, which allows them by their hash.
 */
function copyStyles(target: Document, title: string, lang: Lang): void {
  const root = target.documentElement
  root.lang = lang
  root.className = document.documentElement.className.replace('reveal-full-page', '')
  root.style.cssText = document.documentElement.style.cssText
  target.title = title
  const sheets = [...document.querySelectorAll('head > :is(style, link[rel=stylesheet])')].map(copySheet)
  target.head.replaceChildren(...sheets)
  const symbols = [...document.querySelectorAll('body > svg.symbols')].map((svg) => svg.cloneNode(true))
  target.body.className = 'ui-speaker-window'
  target.body.replaceChildren(...symbols)
}

/** An empty window has no address of its own to start from. */
function copySheet(sheet: Element): Node {
  const copy = sheet.cloneNode(true)
  if (sheet instanceof HTMLLinkElement) (copy as HTMLLinkElement).href = sheet.href
  return copy
}

function bindKeys(target: Window, acts: Partial<Record<string, KeyAction>>, view: () => SpeakerView | null): void {
  target.document.addEventListener('keydown', (event) => {
    const asked = commandForKey(event)
    const act = asked && acts[asked.command]
    if (!asked || !act || view()?.busy() || isKeyTaken(event)) return
    event.preventDefault()
    act(asked.digit)
  })
}

/** Opens the speaker view, or brings it to the front. Gives false where the browser does not let it open. */
export function makeSpeakerWindow(talk: TalkContext): { open(): boolean; update(): void } {
  const { show } = talk
  let target: Window | null = null
  let view: SpeakerView | null = null
  const draw = (opened: Window, lang: Lang) => {
    const { document: host } = opened
    const words = talk.languages[lang] ?? show.page.words
    copyStyles(host, `${words.speaker.title}: ${show.page.title}`, lang)
    const made = makeSpeakerView(talk, { lang, host: host.body, choose: (other) => draw(opened, other), leave: null })
    if (show.page.css !== null) applyCss(opened, show.page.css)
    host.body.append(made.root)
    for (const frame of made.previewContainers) scaleThumbnails(frame, frame, show.page.width)
    view = made
    made.update()
  }
  const fill = (opened: Window) => {
    draw(opened, chosenLanguage(show.page, talk))
    bindKeys(
      opened,
      speakerKeys(talk, () => view),
      () => view,
    )
    opened.setInterval(() => view?.tick(), tickMs)
  }
  show.page.onEdit((edited) => {
    if (!target || target.closed) return
    if (show.page.css !== null) applyCss(target, show.page.css)
    view?.redrawEdited(edited)
  })
  addEventListener('pagehide', () => view?.showLost())
  return {
    update: () => {
      if (target && !target.closed) view?.update()
    },
    open: () => {
      if (target && !target.closed) {
        target.focus()
        return true
      }
      const opened = openBlank()
      if (!opened) return false
      target = opened
      fill(opened)
      // Some browsers put a fresh empty document into a new window a moment later.
      opened.addEventListener('load', () => {
        if (!opened.document.querySelector('.ui-speaker')) fill(opened)
      })
      return true
    },
  }
}
