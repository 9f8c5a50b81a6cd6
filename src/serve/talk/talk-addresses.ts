import type { AudienceAddress } from '../../model/audience-address.ts'
import type { Network } from '../../model/wire/invitation.ts'
import type { Role } from '../../model/wire/talk.ts'
import { chooseNetwork, isReachable, listNetworks, watchNetworks } from '../server/networks.ts'

/** The first part of each role's path. */
export const roleLetters: Readonly<Record<Role, string>> = { speaker: 's', remote: 'r', audience: 'a' }

/** The URLs of the pages of a talk. */
export interface TalkUrls {
  /** For this machine. */
  speaker: string
  /**
   * For other devices, the first one in the likeliest network, or in the one that was chosen: empty while the machine is in
   * none. For this machine if other devices cannot connect.
   */
  remote: readonly string[]
  /** The same for the audience; only the address of other processes if they serve it. */
  audience: readonly string[]
  /** The same, short enough to be typed: `http://192.168.1.5:4321/k7m4`. */
  typed: readonly string[]
}

/** How other devices reach a talk, now. */
export interface TalkPlace {
  urls: TalkUrls
  /** All networks of the machine, the likeliest for phones first; empty if other devices cannot connect. */
  networks: readonly Network[]
  /** The network of the first URLs; null while there is none that phones can be in. */
  network: Network | null
  /** Whether other processes serve the audience, which needs no network of this machine then. */
  isRelayed: boolean
}

/** The addresses of a talk, which change with the networks of the machine. */
export interface TalkAddresses {
  place(): TalkPlace
  /** Chooses a network by its address or its name; one that is not there changes nothing. */
  choose(asked: string): void
  close(): void
}

/** Options of `openTalkAddresses`. */
export interface TalkAddressesOptions {
  port: number
  /** Whether other devices may connect. */
  network: boolean
  /** The address or the name of the network to choose, as soon as it is there. */
  wanted?: string | undefined
  /** Where other processes serve the audience, if they do. */
  audience?: AudienceAddress | undefined
  /** The secrets in the paths, which stay the same. */
  tokens: Readonly<Record<Role, string>>
  code: string
  /** Called after the addresses have changed. */
  onChange(place: TalkPlace): void
  /** See `WatchOptions`. */
  read?: (() => Network[]) | undefined
  everyMs?: number | undefined
}

/** Follows the addresses of a talk. */
export function openTalkAddresses(options: TalkAddressesOptions): TalkAddresses {
  const { port, network, tokens, code, audience, onChange, read = listNetworks, everyMs } = options
  const local = `http://127.0.0.1:${port}`
  let wanted = options.wanted ?? null
  let networks: readonly Network[] = network ? read() : []
  let chosen = chooseNetwork(networks, { wanted })
  const update = () => {
    const before = chosen
    chosen = chooseNetwork(networks, { wanted, before })
    onChange(place())
  }
  const stop = network
    ? watchNetworks({
        read,
        everyMs,
        onChange: (next) => {
          networks = next
          update()
        },
      })
    : () => {}
  const place = (): TalkPlace => {
    const offered = networks.filter((one) => one !== chosen && isReachable(one))
    const bases = [...(chosen ? [chosen] : []), ...offered].map(({ address }) => `http://${address}:${port}`)
    const others = network ? bases : [local]
    const of = (role: Role, base: string) => `${base}/${roleLetters[role]}/${tokens[role]}/`
    return {
      urls: {
        speaker: of('speaker', local),
        remote: others.map((base) => of('remote', base)),
        audience: audience ? [audience.href] : others.map((base) => of('audience', base)),
        typed: audience ? [audience.typed] : others.map((base) => `${base}/${code}`),
      },
      networks,
      network: chosen,
      isRelayed: audience !== undefined,
    }
  }
  return {
    place,
    choose: (asked) => {
      const next = networks.find(({ name, address }) => address === asked || name === asked)
      const isOnlyOne = networks.filter(({ name }) => name === next?.name).length === 1
      // A network stays chosen when it gets another address.
      if (next) wanted = isOnlyOne ? next.name : next.address
      update()
    },
    close: stop,
  }
}
