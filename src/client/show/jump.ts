import { type Dialog, makeDialog } from '../parts/dialog.ts'
import { element } from '../parts/element.ts'
import { makeNumberInput } from './number-input.ts'
import type { Show } from './show.ts'

/** Creates the dialog that asks for a slide's number. `open` can fill in the first digit. */
export function makeJump(show: Show): { open(digit: string): void } & Pick<Dialog, 'isOpen' | 'remove'> {
  const { page } = show
  const { words } = page
  const dialog = makeDialog('ui-jump', words.jump.title, words.close)
  const { input, index } = makeNumberInput(words.jump.title)
  const range = element('p', {})
  const form = element('form', {}, input, element('button', { type: 'submit', class: 'ui-primary' }, words.jump.go))
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const to = index(page.slides.length)
    if (to === null) return input.select()
    dialog.close()
    show.go(to)
  })
  dialog.body.append(form, range)
  return {
    open: (digit) => {
      range.textContent = words.jump.range.replace('{y}', `${page.slides.length}`)
      input.value = digit
      dialog.open()
      input.focus()
    },
    isOpen: dialog.isOpen,
    remove: dialog.remove,
  }
}
