import { button, element } from './element.ts'
import { icon } from './icons.ts'

/** A window over the slides. */
export interface Dialog {
  body: HTMLElement
  open(): void
  close(): void
  isOpen(): boolean
  /** Calls back whenever it was closed, in whatever way. */
  onClose(listener: () => void): void
}

/** Makes a dialog that the keyboard and screen readers know: focus stays inside, Escape closes it. It stands in `host`. */
export function makeDialog(className: string, title: string, close: string, host = document.body): Dialog {
  const heading = element('h2', { id: `${className}-title` }, title)
  const body = element('div', { class: 'ui-dialog-body' })
  const dialog = element('dialog', { class: `ui-dialog ${className}`, 'aria-labelledby': heading.id })
  const shut = () => dialog.close()
  dialog.append(element('header', {}, heading, button(icon('close'), close, 'ui-close', shut)), body)
  // A click beside the dialog lands on the dialog itself.
  dialog.addEventListener('click', (event) => event.target === dialog && shut())
  host.append(dialog)
  return {
    body,
    open: () => dialog.showModal(),
    close: shut,
    isOpen: () => dialog.open,
    onClose: (listener) => dialog.addEventListener('close', listener),
  }
}
