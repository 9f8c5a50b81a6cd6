import type { PageWords } from '../../model/words.ts'
import { element } from '../parts/element.ts'
import { makeNumberInput } from '../show/number-input.ts'
import type { Show } from '../show/show.ts'

/** Creates the slide number of the speaker view: `3 / 12`, where the 3 is a field that can be edited. */
export function makeSlideNumber(show: Show, words: PageWords) {
  const count = () => show.page.slides.length
  const { input, index } = makeNumberInput(words.jump.title)
  const total = element('span', {})
  const form = element('form', { class: 'ui-figure' }, input, total)
  const reset = () => {
    input.value = `${show.index() + 1}`
    input.blur()
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const to = index(count())
    if (to !== null) show.go(to)
    reset()
  })
  input.addEventListener('keydown', ({ code }) => code === 'Escape' && reset())
  const label = element('span', { class: 'ui-label' }, words.slide)
  return {
    part: element('div', { class: 'ui-part ui-position' }, label, form),
    update: () => {
      input.style.width = `calc(${`${count()}`.length}ch + 20px)`
      total.textContent = `/ ${count()}`
      if (input.ownerDocument.activeElement !== input) input.value = `${show.index() + 1}`
    },
    ask: (digit: string) => {
      input.focus()
      input.value = digit
      if (digit === '') input.select()
    },
  }
}
