import { askedBy, isTaken } from '../keys.ts'
import type { Show } from '../show.ts'
import { applyCss } from '../style-sheet.ts'
import { scaleThumbnails } from '../thumbnail.ts'
import { makeSpeakerView, type SpeakerView } from './view.ts'

/** Units: milliseconds. */
const tickMs = 250
const name = 'korme-speaker'
const features = 'popup,width=1280,height=800'

/** The window as it can be written into; one left by an earlier load of this page may be out of reach. */
function openBlank(): Window | null {
  const reused = open('', name, features)
  try {
    if (!reused || reused.document.body) return reused
  } catch {
    // Out of reach: a new one, below.
  }
  return open('', '_blank', features)
}

/**
 * Dresses an empty window as this page is: language, title, style sheets, ornament. The style sheets are copied letter
 * by letter, since the window inherits this page's policy, which allows them by their hash.
 */
function dress(target: Document, title: string): void {
  const root = target.documentElement
  root.lang = document.documentElement.lang
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

function listen(target: Window, show: Show, view: SpeakerView): void {
  const acts: Record<string, (digit: string) => void> = {
    next: show.next,
    previous: show.previous,
    first: () => show.go(0),
    last: () => show.go(show.page.slides.length - 1),
    black: show.toggleBlack,
    jump: view.askNumber,
  }
  target.document.addEventListener('keydown', (event) => {
    const asked = askedBy(event)
    const act = asked && acts[asked.command]
    if (!asked || !act || isTaken(event.target, event.code)) return
    event.preventDefault()
    act(asked.digit)
  })
}

function fill(target: Window, show: Show): SpeakerView {
  const view = makeSpeakerView(show)
  dress(target.document, `${show.page.words.speaker.title}: ${show.page.title}`)
  target.document.body.append(view.root)
  for (const frame of view.frames) scaleThumbnails(frame, frame, show.page.width)
  listen(target, show, view)
  target.setInterval(view.tick, tickMs)
  view.update()
  return view
}

/** Opens the speaker view, or brings it to the front. Gives false where the browser does not let it open. */
export function makeSpeaker(show: Show): () => boolean {
  let target: Window | null = null
  let view: SpeakerView | null = null
  show.onChange(() => !target?.closed && view?.update())
  show.page.onEdit((edited) => {
    if (!target || target.closed) return
    if (show.page.css !== null) applyCss(target, show.page.css)
    view?.follow(edited)
  })
  addEventListener('pagehide', () => view?.lose())
  return () => {
    if (target && !target.closed) {
      target.focus()
      return true
    }
    const opened = openBlank()
    if (!opened) return false
    target = opened
    view = fill(opened, show)
    // Some browsers put a fresh empty document into a new window a moment later.
    opened.addEventListener('load', () => {
      if (!opened.document.querySelector('.ui-speaker')) view = fill(opened, show)
    })
    return true
  }
}
