import type { Invitation, QrPath } from '../../model/wire/invitation.ts'
import type { ServerMessage } from '../../model/wire/talk.ts'
import type { PresentWords } from '../../model/wire/talk-words.ts'
import type { WifiNetwork } from '../../model/wire/wifi.ts'
import { element } from '../parts/element.ts'
import { icon } from '../parts/icons.ts'
import { shortened } from './fullscreen-qr.ts'
import { makeNetworkSelect } from './network-select.ts'
import { qrSvg } from './qr-svg.ts'
import { makeWifiForm } from './wifi-form.ts'

/** What the server tells about those who are connected. */
export type RoomMessage = Extract<ServerMessage, { type: 'room' }>

/** What a speaker does in the dialog. */
export interface SharingActions {
  /** Requests a new PIN. */
  renewPin(): void
  chooseNetwork(address: string): void
  setWifi(wifi: WifiNetwork | null): void
  /** Shows or hides the audience's QR code over the slides. */
  toggleFullscreenQr(): void
}

/** The content of a sharing dialog. */
export interface SharingParts {
  parts: HTMLElement[]
  /** `invitation` is null until it has come. */
  update(room: RoomMessage, invitation: Invitation | null): void
  /** Hides what is secret again. */
  cover(): void
}

/** Creates the content of a sharing dialog. */
export function drawSharing({ share: words }: PresentWords, actions: SharingActions): SharingParts {
  const count = () => element('p', { class: 'ui-sharing-count' })
  const [followers, remotes] = [count(), count()]
  const pin = element('p', { class: 'ui-pin', 'aria-label': words.pin })
  const pinClosed = element('p', { class: 'ui-pin-closed' }, words.pinClosed)
  const showLarge = element('button', { type: 'button', class: 'ui-wide' }, words.hall)
  showLarge.addEventListener('click', actions.toggleFullscreenQr)
  const newPin = element('button', { type: 'button', class: 'ui-wide' }, words.renew)
  newPin.addEventListener('click', actions.renewPin)
  const [audienceCode, remoteCode] = [element('div', { class: 'ui-code' }), element('div', { class: 'ui-code' })]
  const [audienceAddress, remoteAddress] = [addressLine(), addressLine()]
  const { cover, parts: secret } = drawSecret(words.show, [remoteCode, pin, pinClosed, remoteAddress, newPin])
  const side = (title: string, about: string, ...rest: Node[]) =>
    element('section', {}, element('h3', {}, title), element('p', { class: 'ui-sharing-about' }, about), ...rest)
  const notice = element('p', { class: 'ui-sharing-local', role: 'status' })
  const same = element('p', { class: 'ui-sharing-same' }, words.same)
  const sameForRemote = element('p', { class: 'ui-sharing-same' }, words.remoteOnly.same)
  const network = makeNetworkSelect(words, actions.chooseNetwork)
  const wifi = makeWifiForm(words.wifi, actions.setWifi)
  const sides = element(
    'div',
    { class: 'ui-sharing-sides' },
    side(words.audience, words.audienceAbout, audienceCode, showLarge, followers, audienceAddress),
    side(words.remote, words.remoteAbout, sameForRemote, ...secret, remotes),
  )
  const head = element('div', { class: 'ui-sharing-head' }, same, network.part)
  const drawn = { code: '' }
  const updateCodes = ({ addresses, isRelayed }: Invitation) => {
    if (JSON.stringify(addresses) === drawn.code) return
    drawn.code = JSON.stringify(addresses)
    const { audience, remote } = addresses ?? {}
    audienceCode.replaceChildren(...codeOf(audience), ...(audience ? [typedAddress(words.typed, audience.typed)] : []))
    // An address of relays is short: it stands above.
    audienceAddress.textContent = isRelayed ? '' : (audience?.address ?? '')
    remoteCode.replaceChildren(...codeOf(remote ?? undefined))
    remoteAddress.textContent = remote?.address ?? ''
  }
  const update = (room: RoomMessage, invitation: Invitation | null) => {
    followers.textContent = words.followers.replace('{x}', `${room.followers}`)
    remotes.textContent = words.remotes.replace('{x}', `${room.remotes}`)
    pin.textContent = room.pin === null ? '' : `${words.pin} ${room.pin.slice(0, 3)} ${room.pin.slice(3)}`
    pinClosed.hidden = room.pin !== null
    if (!invitation) return
    const { addresses, command, isRelayed } = invitation
    const isOpen = command === null
    const canRemote = isOpen && Boolean(addresses?.remote)
    const about = isRelayed ? words.remoteOnly : words
    notice.textContent = isOpen ? about.waiting : about.local.replace('{x}', command)
    notice.hidden = canRemote
    same.hidden = isRelayed || !canRemote
    sameForRemote.hidden = !isRelayed || !canRemote
    sides.hidden = addresses === null
    showLarge.hidden = !isOpen && !isRelayed
    wifi.part.hidden = showLarge.hidden
    network.update(invitation)
    wifi.update(invitation)
    head.hidden = same.hidden && network.part.hidden
    updateCodes(invitation)
  }
  return { parts: [notice, head, sides, wifi.part], update, cover }
}

const addressLine = () => element('p', { class: 'ui-sharing-address' })

const codeOf = (entry: { qr: QrPath | null } | undefined): Element[] => (entry?.qr ? [qrSvg(entry.qr)] : [])

const typedAddress = (label: string, address: string) =>
  element('p', { class: 'ui-sharing-typed' }, label, ' ', element('strong', {}, shortened(address)))

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
