import type { Lang } from '../../model/lang.ts'
import type { ServerMessage } from '../../model/wire/talk.ts'
import type { Invitation, PresentWords, QrPath, TalkWords } from '../../model/wire/talk-words.ts'
import { makeDialog } from '../parts/dialog.ts'
import { element, svgElement } from '../parts/element.ts'
import { icon } from '../parts/icons.ts'
import type { Share } from '../show/talk-context.ts'

type RoomMessage = Extract<ServerMessage, { type: 'room' }>

/** The sharing dialogs of a talk. */
export interface SharingControl extends Share {
  /** Updates the counts of connected pages and the PIN. */
  setRoom(room: RoomMessage): void
  setConnected(connected: boolean): void
}

/** Options of `makeSharing`. */
export interface SharingOptions {
  words: TalkWords
  /** The language to use if there are no words in the requested one. */
  lang: Lang
  invitation: Invitation
  /** Requests a new PIN. */
  renewPin(): void
  /** Shows or hides the audience's QR code over the slides. */
  toggleFullscreenQr(): void
}

/** Creates the picture of a QR code. It is black on white in any theme, so that it can be scanned. */
export function qrSvg({ size, path }: QrPath): SVGSVGElement {
  const attributes = { viewBox: `0 0 ${size} ${size}`, class: 'ui-qr', 'aria-hidden': 'true' }
  return svgElement('svg', attributes, svgElement('path', { d: path }))
}

/** Creates the sharing of a talk. */
export function makeSharing(options: SharingOptions): SharingControl {
  const { words, lang } = options
  let room: RoomMessage = { type: 'room', followers: 0, remotes: 0, pin: null }
  let connected = false
  const listeners = new Set<() => void>()
  const notify = () => {
    for (const listener of listeners) listener()
  }
  return {
    status: () => ({ connected, followers: room.followers, remotes: room.remotes }),
    onChange: (listener) => listeners.add(listener),
    makeDialog: (requested, host) => {
      const chosen = words[requested] ?? words[lang]
      if (!chosen) throw new Error('the page has no words for the sharing dialog')
      const dialog = makeDialog('ui-sharing', chosen.talk.share.title, chosen.page.close, host)
      const toggleFullscreenQr = () => {
        dialog.close()
        options.toggleFullscreenQr()
      }
      const { parts, update, cover } = drawSharing(chosen.talk, { ...options, toggleFullscreenQr })
      dialog.body.append(...parts)
      dialog.onClose(cover)
      const refresh = () => update(room)
      listeners.add(refresh)
      refresh()
      return dialog
    },
    setRoom: (next) => {
      room = next
      notify()
    },
    setConnected: (next) => {
      connected = next
      notify()
    },
  }
}

function drawSharing({ share: words }: PresentWords, { invitation, renewPin, toggleFullscreenQr }: SharingOptions) {
  const count = () => element('p', { class: 'ui-sharing-count' })
  const [followers, remotes] = [count(), count()]
  const pin = element('p', { class: 'ui-pin', 'aria-label': words.pin })
  const pinClosed = element('p', { class: 'ui-pin-closed' }, words.pinClosed)
  const showLarge = element('button', { type: 'button', class: 'ui-wide' }, words.hall)
  showLarge.addEventListener('click', toggleFullscreenQr)
  const newPin = element('button', { type: 'button', class: 'ui-wide' }, words.renew)
  newPin.addEventListener('click', renewPin)
  const { cover, parts: secret } = drawSecret(words.show, [...drawCode(invitation.remote), pin, pinClosed, newPin])
  const side = (title: string, about: string, ...rest: Node[]) =>
    element('section', {}, element('h3', {}, title), element('p', { class: 'ui-sharing-about' }, about), ...rest)
  const local = element('p', { class: 'ui-sharing-local' }, words.local.replace('{x}', invitation.command ?? ''))
  local.hidden = invitation.command === null
  const sides = element(
    'div',
    { class: 'ui-sharing-sides' },
    side(words.audience, words.audienceAbout, ...drawCode(invitation.audience), followers, showLarge),
    side(words.remote, words.remoteAbout, ...secret, remotes),
  )
  const update = (room: RoomMessage) => {
    followers.textContent = words.followers.replace('{x}', `${room.followers}`)
    remotes.textContent = words.remotes.replace('{x}', `${room.remotes}`)
    pin.textContent = room.pin === null ? '' : `${words.pin} ${room.pin.slice(0, 3)} ${room.pin.slice(3)}`
    pinClosed.hidden = room.pin !== null
  }
  return { parts: [local, sides], update, cover }
}

const drawCode = ({ address, qr }: Invitation['audience']): Element[] => [
  ...(qr ? [qrSvg(qr)] : []),
  element('p', { class: 'ui-sharing-address' }, address),
]

/** Hides content that the audience must not see on a mirrored screen behind a button. `cover` hides it again. */
function drawSecret(label: string, content: readonly Element[]) {
  const secret = element('div', { class: 'ui-sharing-secret', tabindex: '-1' }, ...content)
  const reveal = element(
    'button',
    { type: 'button', class: 'ui-sharing-show' },
    icon('phone'),
    element('span', {}, label),
  )
  const cover = () => {
    secret.hidden = true
    reveal.hidden = false
  }
  reveal.addEventListener('click', () => {
    secret.hidden = false
    secret.focus({ preventScroll: true })
    reveal.hidden = true
  })
  cover()
  return { parts: [reveal, secret], cover }
}
