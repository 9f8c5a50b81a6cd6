import { type StageMessage, stageChoices, stageTextLimit } from '../../model/wire/stage-message.ts'
import type { RemoteWords } from '../../model/wire/talk-words.ts'
import { makeDialog } from '../parts/dialog.ts'
import { element } from '../parts/element.ts'

/** The dialog that sends messages to the speaker. */
export interface StageDialog {
  open(): void
  /** The server has passed on a message of this page. */
  confirm(id: string): void
  /** The connection is lost: a message without an answer may not have arrived. */
  lose(): void
}

/** Creates the dialog. `send` returns false if there is no connection. */
export function makeStageDialog(
  { stage: words }: RemoteWords,
  close: string,
  send: (message: StageMessage) => boolean,
): StageDialog {
  document.querySelector('.ui-stage-dialog')?.remove()
  const dialog = makeDialog('ui-stage-dialog', words.title, close)
  const status = element('p', { class: 'ui-stage-status', role: 'status' })
  let waiting = ''
  const sendMessage = (message: Omit<StageMessage, 'id'>): boolean => {
    waiting = Math.random().toString(36).slice(2, 12)
    const isSent = send({ id: waiting, ...message })
    status.textContent = isSent ? '' : words.failed
    return isSent
  }
  const choices = stageChoices.map((choice) => {
    const send = element('button', { type: 'button', class: 'ui-wide' }, words.choices[choice])
    send.addEventListener('click', () => sendMessage({ choice, text: '' }))
    return send
  })
  const input = element('input', {
    type: 'text',
    maxlength: `${stageTextLimit}`,
    'aria-label': words.own,
    placeholder: words.own,
    autocomplete: 'off',
  })
  const form = element(
    'form',
    {},
    input,
    element('button', { type: 'submit', class: 'ui-wide ui-primary' }, words.send),
  )
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const text = input.value.trim()
    // What could not be sent stays.
    if (text !== '' && sendMessage({ choice: null, text })) input.value = ''
  })
  const about = element('p', { class: 'ui-stage-about' }, words.about)
  dialog.body.append(about, element('div', { class: 'ui-stage-choices' }, ...choices), form, status)
  return {
    open: () => {
      status.textContent = ''
      dialog.open()
    },
    confirm: (id) => {
      if (id !== waiting) return
      status.textContent = words.sent
      waiting = ''
    },
    lose: () => {
      if (waiting !== '') status.textContent = words.failed
      waiting = ''
    },
  }
}
