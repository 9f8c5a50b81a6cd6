import { createQr, createTextQr } from '../../blocks/qr.ts'
import type { Invitation, QrPath } from '../../model/wire/invitation.ts'
import { type WifiNetwork, wifiText } from '../../model/wire/wifi.ts'
import type { TalkPlace } from './talk-addresses.ts'

/** What an invitation is made of. */
export interface InvitationParts {
  place: TalkPlace
  /** See `Invitation`. */
  command: string | null
  wifi: WifiNetwork | null
}

/** Makes what the speaker's pages show to those who want to connect. */
export function makeInvitation({ place, command, wifi }: InvitationParts): Invitation {
  const { urls, networks, network, isRelayed } = place
  const [audience, remote, typed = ''] = [urls.audience[0], urls.remote[0], urls.typed[0]]
  // A phone that scans an address of this machine would look for the talk in itself.
  const qrOf = (url: string, isElsewhere = false) =>
    isElsewhere || command === null ? qrPath(createQr(url, noLabel)) : null
  return {
    command,
    networks,
    network,
    isRelayed,
    addresses:
      audience === undefined
        ? null
        : {
            audience: { address: audience, typed, qr: qrOf(audience, isRelayed) },
            remote: remote === undefined ? null : { address: remote, qr: qrOf(remote) },
          },
    wifi: wifi && { ...wifi, qr: qrPath(createTextQr(wifiText(wifi), noLabel)) },
  }
}

const noLabel = { text: '', lang: 'en' } as const

const qrPath = (qr: QrPath | null): QrPath | null => qr && { size: qr.size, path: qr.path }
