import type { Invitation } from '../../model/wire/talk-words.ts'
import { element } from '../parts/element.ts'
import type { Show } from '../show/show.ts'
import { qrSvg } from './sharing.ts'

/** Creates the audience's QR code that fills the window. A click, or the next slide, hides it. */
export function makeFullscreenQr(show: Show, { audience }: Invitation, title: string): { toggle(): void } {
  const overlay = element(
    'div',
    { class: 'ui-hall', role: 'img', 'aria-label': `${title}: ${audience.address}` },
    element('p', { class: 'ui-hall-title' }, title),
    ...(audience.qr ? [qrSvg(audience.qr)] : []),
    element('p', { class: 'ui-hall-address' }, audience.address),
  )
  const hide = () => overlay.remove()
  overlay.addEventListener('click', hide)
  show.onChange(hide)
  return { toggle: () => (overlay.isConnected ? hide() : document.body.append(overlay)) }
}
