import type { StartEditWords } from '../../model/wire/start-edit.ts'
import { element } from '../parts/element.ts'
import { askServer, type RequestFailed } from './start-service.ts'

/** Creates the form in which another device enters the PIN. `onKey` gets the key with which it may edit. */
export function makePinForm(
  { pin: words, lost }: Pick<StartEditWords, 'pin' | 'lost'>,
  onKey: (key: string) => void,
): HTMLElement {
  const input = element('input', {
    type: 'text',
    id: 'pin',
    inputmode: 'numeric',
    autocomplete: 'one-time-code',
    maxlength: '7',
  })
  const send = element('button', { type: 'submit', class: 'primary' }, words.enter)
  const problem = element('p', { class: 'problem', role: 'alert' })
  const label = element('label', { for: input.id }, words.label)
  const form = element('form', { class: 'pin' }, label, element('span', { class: 'buttons' }, input, send), problem)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const pin = input.value.replace(/\D/g, '')
    if (pin === '' || send.disabled) return
    send.disabled = true
    askServer<{ key: string }>('/edit/pin', { pin }, lost).then(
      ({ key }) => onKey(key),
      ({ message, waitMs }: RequestFailed) => {
        problem.textContent = message
        setTimeout(() => {
          send.disabled = false
        }, waitMs)
        input.select()
      },
    )
  })
  return form
}
