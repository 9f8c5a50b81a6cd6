import { button, element } from './element.ts'
import { icon } from './icons.ts'

let shown: HTMLElement | undefined

/** Says something in a strip over the slide until it is clicked away or replaced. */
export function showNotice(text: string, close: string): void {
  shown?.remove()
  const strip = element('div', { class: 'ui-notice', role: 'alert' }, element('p', {}, text))
  strip.append(button(icon('close'), close, 'ui-close', () => strip.remove()))
  document.body.append(strip)
  shown = strip
}
