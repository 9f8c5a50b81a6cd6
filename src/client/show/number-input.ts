import { element } from '../parts/element.ts'
import { digitOf } from './keys.ts'

/** A field for a slide's number. */
export interface NumberInput {
  input: HTMLInputElement
  /** Returns the index of the slide with the typed number, or null if there is none. */
  index(slideCount: number): number | null
}

/** Creates a field. It recognizes digits by their key codes: on a Kazakh keyboard, those keys produce letters. */
export function makeNumberInput(label: string): NumberInput {
  const input = element('input', {
    type: 'text',
    inputmode: 'numeric',
    autocomplete: 'off',
    maxlength: '5',
    'aria-label': label,
  })
  input.addEventListener('keydown', (event) => {
    const digit = event.ctrlKey || event.metaKey || event.altKey ? '' : digitOf(event)
    if (digit === '') return
    event.preventDefault()
    input.setRangeText(digit, input.selectionStart ?? 0, input.selectionEnd ?? 0, 'end')
  })
  return {
    input,
    index: (slideCount) => {
      const number = Number.parseInt(input.value, 10)
      return number >= 1 && number <= slideCount ? number - 1 : null
    },
  }
}
