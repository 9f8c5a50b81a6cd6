import type { Lang } from '../../model/lang.ts'
import { applyCss } from '../parts/style-sheet.ts'
import { keepScreenOn } from '../parts/wake-lock.ts'
import { commandForKey, isKeyTaken } from '../show/keys.ts'
import type { TalkContext } from '../show/talk-context.ts'
import { scaleThumbnails } from '../show/thumbnail.ts'
import { chosenLanguage } from './language-select.ts'
import { type KeyAction, speakerKeys } from './speaker-keys.ts'
import { makeSpeakerView, type SpeakerView } from './speaker-view.ts'

/** The interval of updates of the times. Units: milliseconds. */
const tickMs = 250
const windowName = 'korme-speaker'
const windowFeatures = 'popup,width=1280,height=800'

/** Opens an empty window. A window from an earlier visit of this page is reused, unless the browser denies access to it. */
function openBlank(): Window | null {
  const reused = open('', windowName, windowFeatures)
  try {
    if (!reused || reused.document.body) return reused
  } catch {
    // Access denied: open a new one.
  }
  return open('', '_blank', windowFeatures)
}

/**
 * Gives an empty window the language, title, style sheets and symbols of this page. The style sheets are exact copies: the
 * window inherits this page's Content Security Policy, which allows them by their hashes.
 */
function copyStyles(target: Document, title: string, lang: Lang): void {
  const root = target.documentElement
  root.lang = lang
  root.className = document.documentElement.className.replace('reveal-full-page', '')
  root.style.cssText = document.documentElement.style.cssText
  const sheets = [...document.querySelectorAll('head > :is(style, link[rel=stylesheet])')].map(copySheet)
  target.head.replaceChildren(...sheets)
  target.title = title
  const symbols = [...document.querySelectorAll('body > svg.symbols')].map((svg) => svg.cloneNode(true))
  target.body.className = 'ui-speaker-window'
  target.body.replaceChildren(...symbols)
}

/** Copies a style sheet. A link gets an absolute URL, because an empty window has no base URL. */
function copySheet(sheet: Element): Node {
  const copy = sheet.cloneNode(true)
  if (sheet instanceof HTMLLinkElement) (copy as HTMLLinkElement).href = sheet.href
  return copy
}

function bindKeys(target: Window, actions: Partial<Record<string, KeyAction>>, view: () => SpeakerView | null): void {
  target.document.addEventListener('keydown', (event) => {
    const pressed = commandForKey(event)
    const action = pressed && actions[pressed.command]
    if (!pressed || !action || view()?.busy() || isKeyTaken(event)) return
    event.preventDefault()
    action(pressed.digit)
  })
}

/** Creates the speaker window of a talk. `open` opens it or brings it to the front; it returns false if the browser refuses. */
export function makeSpeakerWindow(talk: TalkContext): { open(): boolean; update(): void } {
  const { show } = talk
  let target: Window | null = null
  let view: SpeakerView | null = null
  const draw = (opened: Window, lang: Lang) => {
    const { document: host } = opened
    const words = talk.languages[lang] ?? show.page.words
    copyStyles(host, `${words.speaker.title}: ${show.page.title}`, lang)
    const created = makeSpeakerView(talk, {
      lang,
      host: host.body,
      choose: (other) => draw(opened, other),
      leave: null,
    })
    if (show.page.css !== null) applyCss(opened, show.page.css)
    host.body.append(created.root)
    for (const frame of created.previewContainers) scaleThumbnails(frame, frame, show.page.width)
    view = created
    created.update()
  }
  const fill = (opened: Window) => {
    draw(opened, chosenLanguage(show.page, talk))
    bindKeys(
      opened,
      speakerKeys(talk, () => view),
      () => view,
    )
    opened.setInterval(() => view?.tick(), tickMs)
    keepScreenOn(opened)
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
      // Some browsers replace the document of a new window a moment later.
      opened.addEventListener('load', () => {
        if (!opened.document.querySelector('.ui-speaker')) fill(opened)
      })
      return true
    },
  }
}
