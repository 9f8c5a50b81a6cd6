import type { ServerMessage } from '../../model/wire/talk.ts'
import type { RemoteWords } from '../../model/wire/talk-words.ts'
import { element } from '../parts/element.ts'
import { canKeepScreenOn } from '../parts/wake-lock.ts'

/** The form that asks for the PIN on the speaker's screen. */
export interface PinForm {
  part: HTMLElement
  /** Shows the server's answer to a PIN. */
  showResult(result: Extract<ServerMessage, { type: 'pin' }>): void
}

/** Creates the form. `onPin` sends a PIN. */
export function makePinForm({ remote: words }: RemoteWords, onPin: (pin: string) => void): PinForm {
  const input = element('input', {
    type: 'text',
    inputmode: 'numeric',
    pattern: '[0-9 ]*',
    autocomplete: 'one-time-code',
    maxlength: '7',
    'aria-label': words.ask,
  })
  const submit = element('button', { type: 'submit', class: 'ui-wide ui-primary' }, words.connect)
  const status = element('p', { class: 'ui-gate-status', role: 'alert' })
  const form = element('form', {}, input, submit)
  const head = [element('h1', {}, words.ask), element('p', {}, words.where)]
  // Said before the talk, when there is still time for it.
  const screen = canKeepScreenOn() ? [] : [element('p', { class: 'ui-gate-hint' }, words.screen)]
  let waitTimer: number | undefined
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const pin = input.value.replace(/\D/g, '')
    if (pin !== '') onPin(pin)
  })
  // Counts down the seconds until the next PIN is accepted.
  const wait = (until: number, before: string) => {
    const seconds = Math.ceil((until - performance.now()) / 1000)
    submit.disabled = seconds > 0
    status.textContent = seconds > 0 ? `${before}${words.wait.replace('{x}', `${seconds}`)}` : before
    clearTimeout(waitTimer)
    if (seconds > 0) waitTimer = window.setTimeout(wait, 250, until, before)
  }
  return {
    part: element('main', { class: 'ui-gate' }, ...head, form, status, ...screen),
    showResult: ({ wrong, waitMs, closed }) => {
      clearTimeout(waitTimer)
      input.disabled = closed
      submit.disabled = closed
      if (closed) status.textContent = words.closed
      else wait(performance.now() + waitMs, wrong ? `${words.wrong} ` : '')
      if (closed) return
      input.focus()
      input.select()
    },
  }
}
