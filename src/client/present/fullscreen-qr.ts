import type { Invitation } from '../../model/wire/invitation.ts'
import type { PresentWords } from '../../model/wire/talk-words.ts'
import { element } from '../parts/element.ts'
import type { Show } from '../show/show.ts'
import { qrSvg } from './qr-svg.ts'

/** What fills the window for the hall. */
export interface FullscreenQr {
  toggle(): void
  isShown(): boolean
  /** Shows a new invitation, at once if the window is filled. */
  update(invitation: Invitation): void
}

/**
 * Creates what the hall needs to connect: the audience's QR code and the address to type, after the way into the Wi-Fi if the
 * speaker has entered it. A click, or the next slide, hides it. `onToggle` is called after it was shown or hidden.
 */
export function makeFullscreenQr(show: Show, words: PresentWords['hall'], onToggle: () => void): FullscreenQr {
  const overlay = element('div', { class: 'ui-hall', role: 'region', 'aria-label': words.title })
  const hide = () => {
    if (!overlay.isConnected) return
    overlay.remove()
    onToggle()
  }
  overlay.addEventListener('click', hide)
  show.onChange(hide)
  return {
    toggle: () => {
      if (overlay.isConnected) return hide()
      document.body.append(overlay)
      onToggle()
    },
    isShown: () => overlay.isConnected,
    update: (invitation) => {
      overlay.replaceChildren(...hallParts(invitation, words))
      overlay.classList.toggle('ui-has-wifi', invitation.wifi !== null)
    },
  }
}

const line = (className: string, ...content: (Node | string)[]) => element('p', { class: className }, ...content)

function hallParts({ addresses, command, isRelayed, wifi }: Invitation, words: PresentWords['hall']): Element[] {
  const title = element('h1', { class: 'ui-hall-title' }, words.title)
  if (command !== null && !isRelayed) return [title, line('ui-hall-same', words.local)]
  if (!addresses) return [title, line('ui-hall-same', words.waiting)]
  const { qr, typed } = addresses.audience
  const open = [
    ...(qr ? [qrSvg(qr)] : []),
    line('ui-hall-typed', words.typed, ' ', element('strong', {}, shortened(typed))),
  ]
  if (!wifi) return [title, ...open, ...(isRelayed ? [] : [line('ui-hall-same', words.same)])]
  const fact = (name: string, value: string) => line('ui-hall-fact', `${name}: `, element('strong', {}, value))
  const step = (number: string, text: string, ...content: Element[]) =>
    element(
      'section',
      {},
      element('h2', {}, element('span', { class: 'ui-hall-step' }, number), ` ${text}`),
      ...content,
    )
  const join = [
    ...(wifi.qr ? [qrSvg(wifi.qr)] : []),
    fact(words.name, wifi.name),
    ...(wifi.password === '' ? [] : [fact(words.password, wifi.password)]),
  ]
  return [
    title,
    element('div', { class: 'ui-hall-steps' }, step('1', words.join, ...join), step('2', words.open, ...open)),
  ]
}

/** What has to be typed of an address. */
export const shortened = (address: string): string => address.replace(/^http:\/\//, '')
