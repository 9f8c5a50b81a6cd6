import type { Lang } from '../../model/lang.ts'
import type { ServerMessage } from '../../model/wire/talk.ts'
import type { Invitation, PresentWords, QrPath, TalkWords } from '../../model/wire/talk-words.ts'
import { makeDialog } from '../parts/dialog.ts'
import { element } from '../parts/element.ts'
import { icon } from '../parts/icons.ts'
import type { Share } from '../show/talk-context.ts'

type RoomMessage = Extract<ServerMessage, { type: 'room' }>

/** The sharing of a talk, and what it is told. */
export interface SharingControl extends Share {
  setRoom(room: RoomMessage): void
  setConnected(connected: boolean): void
}

export interface SharingOptions {
  words: TalkWords
  /** The language where a page has no words in the one asked for. */
  lang: Lang
  invitation: Invitation
  renew(): void
  /** Shows or takes away the audience's code, large, over the slides. */
  toggleFullscreenQr(): void
}

/** A code to scan, black on white in any surroundings. */
export function qrSvg({ size, path }: QrPath): SVGSVGElement {
  const space = 'http://www.w3.org/2000/svg'
  const svg = document.createElementNS(space, 'svg')
  svg.setAttribute('viewBox', `0 0 ${size} ${size}`)
  svg.setAttribute('class', 'ui-qr')
  svg.setAttribute('aria-hidden', 'true')
  const code = document.createElementNS(space, 'path')
  code.setAttribute('d', path)
  svg.append(code)
  return svg
}

/** Keeps what is known of the room, and shows it in dialogs. */
export function makeSharing(options: SharingOptions): SharingControl {
  const { words, lang } = options
  let room: RoomMessage = { type: 'room', followers: 0, remotes: 0, pin: null }
  let connected = false
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of listeners) listener()
  }
  return {
    status: () => ({ connected, followers: room.followers, remotes: room.remotes }),
    onChange: (listener) => listeners.add(listener),
    makeDialog: (wanted, host) => {
      const say = (words[wanted] ?? words[lang])?.talk
      const close = (words[wanted] ?? words[lang])?.page.close ?? ''
      if (!say) throw new Error('the page has no words for what it shares')
      const dialog = makeDialog('ui-sharing', say.share.title, close, host)
      const toggleFullscreenQr = () => {
        dialog.close()
        options.toggleFullscreenQr()
      }
      const { parts, update, cover } = drawSharing(say, { ...options, toggleFullscreenQr })
      dialog.body.append(...parts)
      dialog.onClose(cover)
      const refresh = () => update(room)
      listeners.add(refresh)
      refresh()
      return dialog
    },
    setRoom: (next) => {
      room = next
      tell()
    },
    setConnected: (now) => {
      connected = now
      tell()
    },
  }
}

function drawSharing({ share: say }: PresentWords, { invitation, renew, toggleFullscreenQr }: SharingOptions) {
  const figure = () => element('p', { class: 'ui-sharing-count' })
  const [followers, remotes] = [figure(), figure()]
  const pin = element('p', { class: 'ui-pin', 'aria-label': say.pin })
  const pinClosed = element('p', { class: 'ui-pin-closed' }, say.pinClosed)
  const hall = element('button', { type: 'button', class: 'ui-wide' }, say.hall)
  hall.addEventListener('click', toggleFullscreenQr)
  const fresh = element('button', { type: 'button', class: 'ui-wide' }, say.renew)
  fresh.addEventListener('click', renew)
  const { cover, parts: secret } = drawSecret(say.show, [...drawCode(invitation.remote), pin, pinClosed, fresh])
  const side = (title: string, about: string, ...rest: Node[]) =>
    element('section', {}, element('h3', {}, title), element('p', { class: 'ui-sharing-about' }, about), ...rest)
  const local = element('p', { class: 'ui-sharing-local' }, say.local.replace('{x}', invitation.command ?? ''))
  local.hidden = invitation.command === null
  const sides = element(
    'div',
    { class: 'ui-sharing-sides' },
    side(say.audience, say.audienceAbout, ...drawCode(invitation.audience), followers, hall),
    side(say.remote, say.remoteAbout, ...secret, remotes),
  )
  const update = (room: RoomMessage) => {
    followers.textContent = say.followers.replace('{x}', `${room.followers}`)
    remotes.textContent = say.remotes.replace('{x}', `${room.remotes}`)
    pin.textContent = room.pin === null ? '' : `${say.pin} ${room.pin.slice(0, 3)} ${room.pin.slice(3)}`
    pinClosed.hidden = room.pin !== null
  }
  return { parts: [local, sides], update, cover }
}

const drawCode = ({ address, qr }: Invitation['audience']): Element[] => [
  ...(qr ? [qrSvg(qr)] : []),
  element('p', { class: 'ui-sharing-address' }, address),
]

/** What a hall that sees the speaker's screen must not see: covered until it is asked for, and again by `cover`. */
function drawSecret(show: string, content: readonly Element[]) {
  const secret = element('div', { class: 'ui-sharing-secret', tabindex: '-1' }, ...content)
  const shower = element(
    'button',
    { type: 'button', class: 'ui-sharing-show' },
    icon('phone'),
    element('span', {}, show),
  )
  const cover = () => {
    secret.hidden = true
    shower.hidden = false
  }
  shower.addEventListener('click', () => {
    secret.hidden = false
    secret.focus({ preventScroll: true })
    shower.hidden = true
  })
  cover()
  return { parts: [shower, secret], cover }
}
