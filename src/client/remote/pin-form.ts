import type { ServerMessage } from '../../model/wire/talk.ts'
import type { PresentWords } from '../../model/wire/talk-words.ts'
import { element } from '../parts/element.ts'

/** The page that asks for the number on the speaker's screen. */
export interface PinForm {
  part: HTMLElement
  showResult(told: Extract<ServerMessage, { type: 'pin' }>): void
}

/** Makes it. `say` sends a number. */
export function makePinForm({ remote: words }: PresentWords, say: (pin: string) => void): PinForm {
  const input = element('input', {
    type: 'text',
    inputmode: 'numeric',
    pattern: '[0-9 ]*',
    autocomplete: 'one-time-code',
    maxlength: '7',
    'aria-label': words.ask,
  })
  const send = element('button', { type: 'submit', class: 'ui-wide ui-primary' }, words.connect)
  const status = element('p', { class: 'ui-gate-status', role: 'alert' })
  const form = element('form', {}, input, send)
  const head = [element('h1', {}, words.ask), element('p', {}, words.where)]
  let waiting: number | undefined
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const pin = input.value.replace(/\D/g, '')
    if (pin !== '') say(pin)
  })
  /** Counts the seconds down; then the next number is taken. */
  const wait = (until: number, before: string) => {
    const seconds = Math.ceil((until - performance.now()) / 1000)
    send.disabled = seconds > 0
    status.textContent = seconds > 0 ? `${before}${words.wait.replace('{x}', `${seconds}`)}` : before
    clearTimeout(waiting)
    if (seconds > 0) waiting = window.setTimeout(wait, 250, until, before)
  }
  return {
    part: element('main', { class: 'ui-gate' }, ...head, form, status),
    showResult: ({ wrong, waitMs, closed }) => {
      clearTimeout(waiting)
      input.disabled = closed
      send.disabled = closed
      if (closed) status.textContent = words.closed
      else wait(performance.now() + waitMs, wrong ? `${words.wrong} ` : '')
      if (closed) return
      input.focus()
      input.select()
    },
  }
}
