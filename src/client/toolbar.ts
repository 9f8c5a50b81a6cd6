import { button, element } from './element.ts'
import { icon } from './icons.ts'
import { makeInkTools } from './ink/tools.ts'
import type { Talk } from './talk.ts'

/** Units: milliseconds without a movement. */
const restMs = 2_500

/** While a tool is in hand only this part of the window wakes the buttons. Units: px from the lower edge. */
const nearPx = 110

const tools = ['previous', 'next', 'overview', 'search', 'speaker', 'here', 'fullscreen', 'help'] as const

/** Buttons for those who have a mouse: seen while it moves, after a touch, or while one of them has the focus. */
export function makeToolbar({ show, ink }: Talk, act: (command: (typeof tools)[number]) => void): void {
  const { words } = show.page
  const bar = element('nav', { class: 'ui-toolbar', 'aria-label': words.help.title })
  for (const tool of tools) bar.append(button(icon(tool), words.help.keys[tool], 'ui-tool', () => act(tool)))
  const inkTools = makeInkTools(ink, show, words)
  bar.children[4]?.before(inkTools.part)
  document.body.append(bar)
  ink.onChange(inkTools.update)
  show.onChange(inkTools.update)
  let rest: number | undefined
  const wake = () => {
    bar.classList.add('ui-awake')
    clearTimeout(rest)
    rest = window.setTimeout(() => bar.classList.remove('ui-awake'), restMs)
  }
  // Who draws or points wants no buttons in the way.
  const isCalled = ({ clientY }: PointerEvent) => ink.tool() === 'none' || clientY > innerHeight - nearPx
  // A page that changes under a resting mouse makes browsers report a movement, too. Capturing, since a hand that draws
  // keeps its movements to itself.
  addEventListener(
    'pointermove',
    (event) => (event.movementX !== 0 || event.movementY !== 0) && isCalled(event) && wake(),
    true,
  )
  addEventListener('pointerdown', (event) => isCalled(event) && wake(), true)
}
