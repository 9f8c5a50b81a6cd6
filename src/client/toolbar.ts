import { button, element } from './element.ts'
import { icon } from './icons.ts'
import type { Page } from './page.ts'

/** Units: milliseconds without a movement. */
const restMs = 2_500

const tools = ['previous', 'next', 'overview', 'speaker', 'fullscreen', 'help'] as const

/** Buttons for those who have a mouse: seen while it moves, after a touch, or while one of them has the focus. */
export function makeToolbar({ words }: Page, act: (command: (typeof tools)[number]) => void): void {
  const bar = element('nav', { class: 'ui-toolbar', 'aria-label': words.help.title })
  for (const tool of tools) bar.append(button(icon(tool), words.help.keys[tool], 'ui-tool', () => act(tool)))
  document.body.append(bar)
  let rest: number | undefined
  const wake = () => {
    bar.classList.add('ui-awake')
    clearTimeout(rest)
    rest = window.setTimeout(() => bar.classList.remove('ui-awake'), restMs)
  }
  // A page that changes under a resting mouse makes browsers report a movement, too.
  addEventListener('pointermove', ({ movementX, movementY }) => (movementX !== 0 || movementY !== 0) && wake())
  addEventListener('pointerdown', wake)
}
