import { makeDialog } from '../parts/dialog.ts'
import { element } from '../parts/element.ts'
import { digitOf } from './keys.ts'
import type { Show } from './show.ts'

/** The dialog that asks for a slide's number; `open` may begin with its first digit. */
export function makeJump(show: Show): { open(digit: string): void; isOpen(): boolean } {
  const { page } = show
  const { words } = page
  const dialog = makeDialog('ui-jump', words.jump.title, words.close)
  const input = element('input', {
    type: 'text',
    inputmode: 'numeric',
    autocomplete: 'off',
    maxlength: '5',
    'aria-label': words.jump.title,
  })
  const range = element('p', {})
  const form = element('form', {}, input, element('button', { type: 'submit', class: 'ui-primary' }, words.jump.go))
  input.addEventListener('keydown', (event) => {
    const digit = digitOf(event)
    if (digit === '' || event.ctrlKey || event.metaKey || event.altKey) return
    // The digits of a Kazakh keyboard give letters: the key's place counts.
    event.preventDefault()
    input.setRangeText(digit, input.selectionStart ?? 0, input.selectionEnd ?? 0, 'end')
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const number = Number.parseInt(input.value, 10)
    if (number >= 1 && number <= page.slides.length) {
      dialog.close()
      show.go(number - 1)
    } else input.select()
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
  }
}
