import { element } from '../parts/element.ts'
import { characterKeysWork } from './character-keys.ts'
import type { Show } from './show.ts'

/** The hint is visible for so long after the last movement. Units: milliseconds. */
const hintMs = 2_000

/** Says how to get the slide back while the mouse moves over the black screen. */
export function bindBlackHint(show: Show): void {
  const hint = element('p', { class: 'ui-black-hint', 'aria-hidden': 'true' })
  let timer: number | undefined
  const hide = () => {
    clearTimeout(timer)
    hint.remove()
  }
  addEventListener(
    'pointermove',
    ({ movementX, movementY }) => {
      // Browsers report a movement when the page changes under a mouse at rest. The speaker view has a button.
      const moves = movementX !== 0 || movementY !== 0
      if (!moves || !show.black() || document.body.classList.contains('ui-here')) return
      const { blackHint, blackHintClick } = show.page.words
      hint.textContent = characterKeysWork() ? blackHint : blackHintClick
      document.body.append(hint)
      clearTimeout(timer)
      timer = window.setTimeout(hide, hintMs)
    },
    true,
  )
  show.onChange(() => show.black() || hide())
}
