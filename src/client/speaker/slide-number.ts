import type { PageWords } from '../../model/words.ts'
import { element } from '../parts/element.ts'
import { digitOf } from '../show/keys.ts'
import type { Show } from '../show/show.ts'

/** `3 / 12`, where the 3 may be typed over. */
export function makeSlideNumber(show: Show, words: PageWords) {
  const count = () => show.page.slides.length
  const input = element('input', {
    type: 'text',
    inputmode: 'numeric',
    autocomplete: 'off',
    maxlength: '5',
    'aria-label': words.jump.title,
  })
  const all = element('span', {})
  const form = element('form', { class: 'ui-figure' }, input, all)
  const back = () => {
    input.value = `${show.index() + 1}`
    input.blur()
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const number = Number.parseInt(input.value, 10)
    if (number >= 1 && number <= count()) show.go(number - 1)
    back()
  })
  input.addEventListener('keydown', (event) => {
    if (event.code === 'Escape') back()
    const digit = event.ctrlKey || event.metaKey || event.altKey ? '' : digitOf(event)
    if (digit === '') return
    event.preventDefault()
    input.setRangeText(digit, input.selectionStart ?? 0, input.selectionEnd ?? 0, 'end')
  })
  const label = element('span', { class: 'ui-label' }, words.slide)
  return {
    part: element('div', { class: 'ui-part ui-position' }, label, form),
    update: () => {
      input.style.width = `calc(${`${count()}`.length}ch + 20px)`
      all.textContent = `/ ${count()}`
      if (input.ownerDocument.activeElement !== input) input.value = `${show.index() + 1}`
    },
    ask: (digit: string) => {
      input.focus()
      input.value = digit
      if (digit === '') input.select()
    },
  }
}
