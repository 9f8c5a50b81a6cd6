import { button, element } from './element.ts'
import { icon } from './icons.ts'

/** A dialog over the slides. */
export interface Dialog {
  body: HTMLElement
  open(): void
  close(): void
  isOpen(): boolean
  /** Removes the dialog from the page. */
  remove(): void
  /** Calls the listener whenever the dialog was closed, in whatever way. */
  onClose(listener: () => void): void
}

/** Creates a modal dialog in `host`. The browser keeps the focus inside, and Escape closes it. */
export function makeDialog(className: string, title: string, close: string, host = document.body): Dialog {
  const heading = element('h2', { id: `${className}-title` }, title)
  const body = element('div', { class: 'ui-dialog-body' })
  const dialog = element('dialog', { class: `ui-dialog ${className}`, 'aria-labelledby': heading.id })
  const closeDialog = () => dialog.close()
  dialog.append(element('header', {}, heading, button(icon('close'), close, 'ui-close', closeDialog)), body)
  // The target of a click on the backdrop is the dialog itself.
  dialog.addEventListener('click', (event) => event.target === dialog && closeDialog())
  host.append(dialog)
  return {
    body,
    open: () => dialog.showModal(),
    close: closeDialog,
    isOpen: () => dialog.open,
    remove: () => dialog.remove(),
    onClose: (listener) => dialog.addEventListener('close', listener),
  }
}
