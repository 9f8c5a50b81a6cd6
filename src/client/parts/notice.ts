import { button, element } from './element.ts'
import { icon } from './icons.ts'

let current: HTMLElement | undefined

/** Shows a message over the slide until it is closed or replaced. */
export function showNotice(text: string, close: string): void {
  current?.remove()
  const notice = element('div', { class: 'ui-notice', role: 'alert' }, element('p', {}, text))
  notice.append(button(icon('close'), close, 'ui-close', () => notice.remove()))
  document.body.append(notice)
  current = notice
}
