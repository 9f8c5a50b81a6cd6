import { button, element } from '../parts/element.ts'
import { icon } from '../parts/icons.ts'
import type { ClientPage } from './client-page.ts'
import { commandForKey, isKeyTaken } from './keys.ts'
import { chooseView } from './reading-view.ts'

/** Adds the button of the reading view that leads back to the show, and its key. `index` tells which slide is being read. */
export function addReadingControls(page: ClientPage, index: () => number): void {
  const { help } = page.words
  const leave = () => chooseView('show', index())
  const back = button(icon('speaker'), help.keys.reading, 'ui-tool', leave)
  document.body.append(element('nav', { class: 'ui-toolbar ui-reading-bar', 'aria-label': help.title }, back))
  document.addEventListener('keydown', (event) => {
    if (commandForKey(event)?.command !== 'reading' || isKeyTaken(event)) return
    event.preventDefault()
    leave()
  })
}
