import type { PageWords } from '../../model/words.ts'
import { button, element } from './element.ts'
import { icon } from './icons.ts'

/** Units: milliseconds without a movement. */
const idleMs = 2_500

/** What a button of the toolbar may ask for; it has its sign by the same name. */
export type ToolName = 'previous' | 'next' | 'overview' | 'search' | 'speaker' | 'here' | 'fullscreen' | 'help'

/**
 * Buttons for those who have a mouse: seen while it moves, after a touch, or while one of them has the focus. `isCalled`
 * may keep them away from a pointer that does something else.
 */
export function makeToolbar<T extends ToolName>(
  { help }: Pick<PageWords, 'help'>,
  tools: readonly T[],
  act: (tool: T) => void,
  shouldWake: (event: PointerEvent) => boolean = () => true,
): HTMLElement {
  const bar = element('nav', { class: 'ui-toolbar', 'aria-label': help.title })
  for (const tool of tools) bar.append(button(icon(tool), help.keys[tool], 'ui-tool', () => act(tool)))
  document.body.append(bar)
  let rest: number | undefined
  const wake = () => {
    bar.classList.add('ui-awake')
    clearTimeout(rest)
    rest = window.setTimeout(() => bar.classList.remove('ui-awake'), idleMs)
  }
  // A page that changes under a resting mouse makes browsers report a movement, too. Capturing, since a hand that draws
  // keeps its movements to itself.
  addEventListener(
    'pointermove',
    (event) => (event.movementX !== 0 || event.movementY !== 0) && shouldWake(event) && wake(),
    true,
  )
  addEventListener('pointerdown', (event) => shouldWake(event) && wake(), true)
  return bar
}
