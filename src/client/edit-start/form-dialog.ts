import { element } from '../parts/element.ts'

/** What a dialog with a form shows. */
export interface FormDialog {
  title: string
  /** The parts of the form, in order. */
  fields: readonly HTMLElement[]
  /** The field that gets the focus; its text is selected. Absent for a question, whose answer gets it. */
  first?: HTMLInputElement
  submit: string
  cancel: string
  /** Does what the form asks for. Errors: an `Error` whose message is shown; the dialog stays open. */
  onSubmit(): Promise<void>
}

/** Opens a modal dialog with a form. It is removed when it is closed; the focus goes back to where it was. */
export function openFormDialog({ title, fields, first, submit, cancel, onSubmit }: FormDialog): void {
  const heading = element('h2', { id: 'form-title' }, title)
  const problem = element('p', { class: 'problem', role: 'alert', id: 'form-problem' })
  const send = element('button', { type: 'submit', class: 'primary' }, submit)
  const close = element('button', { type: 'button' }, cancel)
  const form = element(
    'form',
    { novalidate: '', autocomplete: 'off' },
    heading,
    ...fields,
    problem,
    element('div', { class: 'buttons' }, close, send),
  )
  const dialog = element('dialog', { 'aria-labelledby': heading.id }, form)
  const focused = first ?? send
  const opener = document.activeElement
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (send.disabled) return
    send.disabled = true
    problem.textContent = ''
    onSubmit().then(
      () => dialog.close(),
      (error: Error) => {
        problem.textContent = error.message
        send.disabled = false
        first?.setAttribute('aria-invalid', 'true')
        first?.setAttribute('aria-errormessage', problem.id)
        focused.focus()
      },
    )
  })
  close.addEventListener('click', () => dialog.close())
  dialog.addEventListener('close', () => {
    dialog.remove()
    if (opener instanceof HTMLElement && opener.isConnected) opener.focus()
  })
  document.body.append(dialog)
  dialog.showModal()
  focused.focus()
  first?.select()
}

/** Creates a field for one line of text. */
export function textField(label: string, value: string, hint = ''): { part: HTMLElement; input: HTMLInputElement } {
  const input = element('input', { type: 'text', id: 'form-name', value, maxlength: '120' })
  const part = element('p', { class: 'field' }, element('label', { for: input.id }, label), input)
  if (hint !== '') {
    input.setAttribute('aria-describedby', 'form-hint')
    part.append(element('small', { id: 'form-hint' }, hint))
  }
  return { part, input }
}

/** One of several choices. */
export interface Choice<T extends string> {
  value: T
  title: string
  about?: string
}

/** Creates a group of radio buttons. */
export function choiceField<T extends string>(
  name: string,
  legend: string,
  choices: readonly Choice<T>[],
  chosen: T,
): { part: HTMLElement; value(): T } {
  const part = element('fieldset', { class: `choices ${name}` }, element('legend', {}, legend))
  let value = chosen
  for (const choice of choices) {
    const input = element('input', { type: 'radio', name, value: choice.value })
    input.checked = choice.value === chosen
    input.addEventListener('change', () => {
      value = choice.value
    })
    const about = choice.about === undefined ? [] : [element('small', {}, choice.about)]
    part.append(element('label', {}, input, element('span', {}, element('b', {}, choice.title), ...about)))
  }
  return { part, value: () => value }
}
