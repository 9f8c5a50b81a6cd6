import { countCharacters, type QuestionView, questionLimits, type Refusal } from '../../model/wire/polls.ts'
import type { AudienceWords } from '../../model/wire/talk-words.ts'
import { makeDialog } from '../parts/dialog.ts'
import { element } from '../parts/element.ts'

/** The dialog in which a phone asks, and sees the questions of others. */
export interface AskDialog {
  open(): void
  isOpen(): boolean
  /** Shows the questions that have passed, and those that this browser has seconded. */
  update(list: readonly QuestionView[], seconded: ReadonlySet<string>): void
  /** What became of the question that was sent. */
  showResult(refused: Refusal | null): void
  remove(): void
}

/** Options of `makeAskDialog`. */
export interface AskDialogOptions {
  words: AudienceWords['ask']
  close: string
  /** Sends a question. Returns false if there is no connection. */
  ask(text: string): boolean
  second(question: string, on: boolean): void
}

/** Creates the dialog. What is typed stays until it is sent. */
export function makeAskDialog({ words, close, ask, second }: AskDialogOptions): AskDialog {
  const dialog = makeDialog('ui-ask', words.title, close)
  const field = element('textarea', { id: 'ui-ask-text', rows: '3', 'aria-describedby': 'ui-ask-left' })
  const left = element('p', { id: 'ui-ask-left', class: 'ui-ask-left' })
  const status = element('p', { class: 'ui-ask-status', role: 'status' })
  const send = element('button', { type: 'submit', class: 'ui-wide ui-primary' }, words.send)
  const label = element('label', { for: 'ui-ask-text' }, words.about)
  const form = element('form', {}, label, field, left, send, status)
  const others = element('ul', { class: 'ui-ask-list' })
  const heading = element('h3', {}, words.others)
  dialog.body.append(form, heading, others)
  const count = () => {
    const free = questionLimits.characters - countCharacters(field.value.trim())
    left.textContent = free < 0 ? words.tooLong : words.left.replace('{x}', `${free}`)
    left.classList.toggle('ui-is-over', free < 0)
    send.disabled = free < 0 || field.value.trim() === ''
  }
  field.addEventListener('input', () => {
    status.textContent = ''
    count()
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (send.disabled) return
    status.textContent = ask(field.value.trim()) ? '' : words.refused.failed
  })
  count()
  return {
    open: dialog.open,
    isOpen: dialog.isOpen,
    remove: dialog.remove,
    update: (list, seconded) => {
      heading.hidden = list.length === 0
      const focused = document.activeElement?.getAttribute('data-question')
      others.replaceChildren(
        ...list.map(({ id, text, seconds }) => {
          const isOwn = seconded.has(id)
          const me = element('button', {
            type: 'button',
            class: 'ui-second',
            'aria-pressed': `${isOwn}`,
            'data-question': id,
          })
          me.append(`${words.second} · ${seconds}`)
          me.addEventListener('click', () => second(id, !isOwn))
          return element('li', {}, element('bdi', { class: 'ui-question' }, text), me)
        }),
      )
      if (focused) others.querySelector<HTMLElement>(`[data-question="${CSS.escape(focused)}"]`)?.focus()
    },
    showResult: (refused) => {
      status.textContent = refused ? words.refused[refused] : words.asked
      if (refused) return
      field.value = ''
      count()
    },
  }
}
