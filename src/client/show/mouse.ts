import type { DrawingBoard } from '../drawing/drawing-board.ts'
import { readLocal, writeLocal } from '../parts/storage.ts'
import type { Show } from './show.ts'

/** A mouse that moves farther while its button is down selects text, or draws. Units: px of the window. */
const clickPx = 5

/** A turn of the wheel goes on as long as its events are nearer to one another than this. Units: milliseconds. */
const gestureMs = 250

/** A finger that rests on a trackpad moves by less. A notch of a wheel is 100 or more. Units: px, as browsers count turns. */
const turnPx = 20

/** What a click does something else on. */
const taken =
  'a, button, input, select, textarea, summary, label, video, audio, iframe, [contenteditable], .scroll, dialog'

/** What was chosen on this page, where the browser stores nothing. */
let chosen: 'on' | 'off' | null = null

/** Whether the mouse wheel goes on and back. It does not unless the user has switched it on. */
export const wheelWorks = (): boolean => (chosen ?? readLocal('wheel')) === 'on'

/** Switches the wheel on or off, for every deck that this browser remembers it for. */
export function setWheel(works: boolean): void {
  chosen = works ? 'on' : 'off'
  writeLocal('wheel', chosen)
}

/** Whether the slides are not what the mouse is for: they are edited, or a tool draws. */
const isElsewhere = (board: DrawingBoard): boolean =>
  board.tool() !== 'none' || document.body.matches('.ui-editing, .ui-here')

/** Lets a click of the mouse go on, and the wheel go on and back where it is switched on. */
export function bindMouse(show: Show, board: DrawingBoard): void {
  bindClick(show, board)
  bindWheel(show, board)
}

function bindClick(show: Show, board: DrawingBoard): void {
  const { reveal } = show.page
  let pressed: { x: number; y: number } | null = null
  let hasGoneOn = false
  const hasSelection = () => getSelection()?.isCollapsed === false
  // The listener captures: the drawing layer stops the event.
  reveal.addEventListener(
    'pointerdown',
    ({ clientX, clientY, pointerType, button }) => {
      // A touch swipes. A click that ends a selection does nothing else, nor does one that ends the black screen.
      const counts = pointerType === 'mouse' && button === 0 && !hasSelection() && !show.black() && !isElsewhere(board)
      pressed = counts ? { x: clientX, y: clientY } : null
    },
    true,
  )
  // Clicks that follow one another quickly go on, too: they would select words of the next slide.
  reveal.addEventListener('mousedown', (event) => event.detail > 1 && hasGoneOn && event.preventDefault())
  reveal.addEventListener('click', (event) => {
    const from = pressed
    pressed = null
    hasGoneOn = false
    if (!from || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    if (Math.hypot(event.clientX - from.x, event.clientY - from.y) > clickPx) return
    if ((event.target as Element).closest(taken)) return
    // A hand that is not quite still has selected a letter; two clicks select a word on purpose.
    if (hasSelection() && event.detail > 1) return
    getSelection()?.removeAllRanges()
    const before = [show.index(), show.shown()].join()
    show.next()
    hasGoneOn = [show.index(), show.shown()].join() !== before
  })
}

function bindWheel(show: Show, board: DrawingBoard): void {
  let lastAt = Number.NEGATIVE_INFINITY
  /** How far the wheel was turned; null once the slide has changed for it. */
  let turned: { x: number; y: number } | null = null
  show.page.reveal.addEventListener(
    'wheel',
    (event) => {
      const { deltaX, deltaY, ctrlKey, metaKey, timeStamp, target } = event
      // With Ctrl, the wheel and two fingers enlarge the page.
      if (!wheelWorks() || ctrlKey || metaKey || isElsewhere(board) || canScroll(target as Element)) return
      // A trackpad sends events for a second after the fingers have left it.
      if (timeStamp - lastAt > gestureMs) turned = { x: 0, y: 0 }
      lastAt = timeStamp
      if (!turned) return
      turned.x += deltaX
      turned.y += deltaY
      const by = Math.abs(turned.y) >= Math.abs(turned.x) ? turned.y : turned.x
      if (Math.abs(by) < turnPx) return
      turned = null
      if (show.black()) show.toggleBlack()
      else if (by > 0) show.next()
      else show.previous()
    },
    { passive: true },
  )
}

/** Whether something under the mouse scrolls by itself: a long text, or a list in a frame. */
function canScroll(target: Element): boolean {
  const box = target.closest('.scroll, iframe')
  return box !== null && (box.matches('iframe') || box.scrollHeight > box.clientHeight)
}
