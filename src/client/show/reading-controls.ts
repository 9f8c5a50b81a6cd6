import { button, element } from '../parts/element.ts'
import { icon } from '../parts/icons.ts'
import type { ClientPage } from './client-page.ts'
import { commandForKey, isKeyTaken } from './keys.ts'
import { chooseView } from './reading-view.ts'
import type { SlideLanguages } from './slide-languages.ts'

/**
 * Adds the buttons of the reading view, and their keys: one leads back to the show, one to other languages. `index` tells
 * which slide is being read.
 */
export function addReadingControls(page: ClientPage, index: () => number, languages: SlideLanguages | null): void {
  const leave = () => chooseView('show', index())
  const makeBar = () => {
    const { help } = page.words
    const back = button(icon('speaker'), help.keys.reading, 'ui-tool', leave)
    const parts = languages ? [languages.makeMenu(), back] : [back]
    return element('nav', { class: 'ui-toolbar ui-reading-bar', 'aria-label': help.title }, ...parts)
  }
  let bar = makeBar()
  document.body.append(bar)
  languages?.onSwitch(() => {
    const fresh = makeBar()
    bar.replaceWith(fresh)
    bar = fresh
  })
  document.addEventListener('keydown', (event) => {
    const command = commandForKey(event)?.command
    const act = command === 'reading' ? leave : command === 'language' ? languages?.next : null
    if (!act || isKeyTaken(event)) return
    event.preventDefault()
    act()
  })
}
