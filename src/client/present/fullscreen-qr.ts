import type { Invitation } from '../../model/wire/talk-words.ts'
import { element } from '../parts/element.ts'
import type { Show } from '../show/show.ts'
import { qrSvg } from './sharing.ts'

/** The audience's code, as large as the window: for those who sit in the hall. The next step takes it away. */
export function makeFullscreenQr(show: Show, { audience }: Invitation, title: string): { toggle(): void } {
  const sheet = element(
    'div',
    { class: 'ui-hall', role: 'img', 'aria-label': `${title}: ${audience.address}` },
    element('p', { class: 'ui-hall-title' }, title),
    ...(audience.qr ? [qrSvg(audience.qr)] : []),
    element('p', { class: 'ui-hall-address' }, audience.address),
  )
  const hide = () => sheet.remove()
  sheet.addEventListener('click', hide)
  show.onChange(hide)
  return { toggle: () => (sheet.isConnected ? hide() : document.body.append(sheet)) }
}
