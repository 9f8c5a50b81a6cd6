import type { PageWords } from '../../model/words.ts'
import { button, element } from './element.ts'
import { icon } from './icons.ts'

/** The toolbar is hidden after so long without a movement. Units: milliseconds. */
const idleMs = 2_500

/** The buttons of a toolbar. Each has an icon of the same name. */
export type ToolName =
  | 'previous'
  | 'next'
  | 'overview'
  | 'search'
  | 'speaker'
  | 'here'
  | 'reading'
  | 'fullscreen'
  | 'help'

/**
 * Creates a toolbar that is visible while the mouse moves, after a touch, and while it has the focus. `shouldWake` can
 * ignore a pointer that does something else. `wake` shows it for a while, `remove` removes it.
 */
export function makeToolbar<T extends ToolName>(
  { help }: Pick<PageWords, 'help'>,
  tools: readonly T[],
  onTool: (tool: T) => void,
  shouldWake: (event: PointerEvent) => boolean = () => true,
): { bar: HTMLElement; wake(): void; remove(): void } {
  const bar = element('nav', { class: 'ui-toolbar', 'aria-label': help.title })
  for (const tool of tools) bar.append(button(icon(tool), help.keys[tool], 'ui-tool', () => onTool(tool)))
  document.body.append(bar)
  // A button that was clicked has the focus too, but the toolbar must not stay over the slide.
  bar.addEventListener('focusin', ({ target }) =>
    bar.classList.toggle('ui-focused', (target as Element).matches(':focus-visible')),
  )
  bar.addEventListener('focusout', () => bar.classList.remove('ui-focused'))
  let idleTimer: number | undefined
  const wake = () => {
    bar.classList.add('ui-awake')
    clearTimeout(idleTimer)
    idleTimer = window.setTimeout(() => bar.classList.remove('ui-awake'), idleMs)
  }
  // Browsers also report a movement when the page changes under a mouse at rest. The listeners capture, because the
  // drawing layer stops the events.
  const wakeAt = (event: PointerEvent) => {
    const moves = event.type === 'pointerdown' || event.movementX !== 0 || event.movementY !== 0
    if (moves && shouldWake(event)) wake()
  }
  const events = ['pointermove', 'pointerdown'] as const
  for (const type of events) addEventListener(type, wakeAt, true)
  const remove = () => {
    for (const type of events) removeEventListener(type, wakeAt, true)
    bar.remove()
  }
  return { bar, wake, remove }
}
