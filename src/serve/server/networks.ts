import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os'
import type { Network, NetworkKind } from '../../model/wire/invitation.ts'

/** The order in which networks are offered: phones are in the Wi-Fi of the hall, or behind its router. */
const ranks = { wifi: 0, cable: 1, other: 2, vpn: 3, mobile: 4, virtual: 5, unassigned: 6 } satisfies Record<
  NetworkKind,
  number
>

/** The kinds of networks that phones of the hall cannot be in, as long as nobody says otherwise. */
const unreachable: readonly NetworkKind[] = ['mobile', 'virtual', 'unassigned']

/** What the systems call networks: Linux `wlp3s0`, macOS `en0`, Windows `Wi-Fi`, `Беспроводная сеть`. */
const namesOf: readonly (readonly [kind: NetworkKind, name: RegExp])[] = [
  [
    'virtual',
    /^(?:docker|podman|br-[\da-f]{6}|veth(?!ernet)|virbr|vnet|vmnet|vmenet|vboxnet|virtualbox|vmware|lxc|lxdbr|incusbr|cni|flannel|cali|kube|dummy|waydroid|vethernet \((?:default|wsl|nat|docker))/i,
  ],
  [
    'vpn',
    /^(?:tun|tap|utun|ppp|wg|ipsec|tailscale|zt|nordlynx|cscotun|gpd|warp|cloudflare|nebula|amn|proton|wintun|radmin|hamachi|ham\d|zerotier|openvpn|wireguard|outline)|vpn/i,
  ],
  ['mobile', /^(?:wwan|wwp|rmnet|ccmni|cellular|mobile|сотов|мобильн|ұялы)/i],
  // "Local Area Connection* 2" is the access point that Windows makes of a computer.
  ['wifi', /^(?:wl|wi-?fi|ath\d|ap\d|wireless|беспровод|сымсыз)|\*\s?\d+$/i],
  ['cable', /^(?:eth|enp|eno|ens|enx|em\d|local area|подключение по лок)/i],
]

/** The first bytes of the addresses that programs give to their own adapters, whatever these are called. */
const macsOf: readonly (readonly [mac: string, kind: NetworkKind])[] = [
  ['0a:00:27', 'virtual'], // VirtualBox, on the side of the host
  ['00:50:56:c0', 'virtual'], // VMware, on the side of the host
  ['00:ff', 'vpn'], // OpenVPN's TAP adapter
]

/** A function that reads the networks of the machine: `networkInterfaces` of `node:os`. */
export type ReadInterfaces = typeof networkInterfaces

/** Whether phones in the hall may be in a network. */
export const isReachable = ({ kind }: Network): boolean => !unreachable.includes(kind)

/**
 * Returns the networks that the machine is in, the likeliest for phones in the hall first: each address of IPv4, and one of
 * IPv6 for a network that has no other.
 */
export function listNetworks(read: ReadInterfaces = networkInterfaces): Network[] {
  const found = Object.entries(readOrNone(read)).flatMap(([name, all = []]) => {
    const outward = all.filter(({ internal, scopeid }) => !internal && !scopeid)
    const fours = outward.filter(({ family }) => family === 'IPv4')
    const chosen = fours.length > 0 ? fours : outward.slice(0, 1)
    return chosen.map((one) => ({ name, kind: kindOf(name, one), address: inUrl(one) }))
  })
  return found.sort((a, b) => ranks[a.kind] - ranks[b.kind])
}

/** Returns all addresses of the machine in its networks, by which other devices may ask for it. Shape: as a URL has them. */
export const allAddresses = (read: ReadInterfaces = networkInterfaces): string[] =>
  Object.values(readOrNone(read)).flatMap((all = []) =>
    all.filter(({ internal, scopeid }) => !internal && !scopeid).map(inUrl),
  )

/** Some systems, such as Android, do not tell a program. */
function readOrNone(read: ReadInterfaces): ReturnType<ReadInterfaces> {
  try {
    return read()
  } catch {
    return {}
  }
}

/** The address as a URL has it. */
const inUrl = ({ address, family }: NetworkInterfaceInfo): string => (family === 'IPv6' ? `[${address}]` : address)

function kindOf(name: string, { address, mac = '', netmask }: NetworkInterfaceInfo): NetworkKind {
  if (/^169\.254\./.test(address)) return 'unassigned'
  const byMac = macsOf.find(([start]) => mac.toLowerCase().startsWith(start))?.[1]
  const byName = namesOf.find(([, pattern]) => pattern.test(name))?.[0]
  if (byMac ?? byName) return (byMac ?? byName)!
  // A connection of two machines, or an address of Tailscale's range.
  const isTunnel = netmask === '255.255.255.255' || /^100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./.test(address)
  return isTunnel ? 'vpn' : 'other'
}

/**
 * Chooses the network whose addresses phones get; null if phones can be in none. `wanted` is the address or the name of the
 * one that somebody chose. The one before stays, unless it is gone or there is a likelier kind: the hall has scanned its codes.
 */
export function chooseNetwork(
  networks: readonly Network[],
  { wanted = null, before = null }: { wanted?: string | null; before?: Network | null } = {},
): Network | null {
  const asked =
    networks.find(({ address }) => address === wanted) ??
    networks.find(({ name }) => name.toLowerCase() === wanted?.toLowerCase())
  if (asked) return asked
  const likeliest = networks.find(isReachable)
  if (!likeliest) return null
  const isAsGood = ({ kind }: Network) =>
    Math.max(ranks[kind], ranks.other) <= Math.max(ranks[likeliest.kind], ranks.other)
  const stayed = networks.find((one) => one.address === before?.address && one.name === before.name)
  return stayed && isReachable(stayed) && isAsGood(stayed) ? stayed : likeliest
}

/** Options of `watchNetworks`. */
export interface WatchOptions {
  /** Called with the networks whenever one has come, gone or changed its address. */
  onChange(networks: readonly Network[]): void
  /** Reads the networks. By default those of the machine. */
  read?: (() => Network[]) | undefined
  /** How often they are read, which takes less than a millisecond. Units: milliseconds. */
  everyMs?: number | undefined
}

/** Watches the networks of the machine: no system tells a program of Node when they change. Returns a function that stops it. */
export function watchNetworks({ onChange, read = listNetworks, everyMs = 2_000 }: WatchOptions): () => void {
  let known = JSON.stringify(read())
  const timer = setInterval(() => {
    const networks = read()
    const now = JSON.stringify(networks)
    if (now === known) return
    known = now
    onChange(networks)
  }, everyMs)
  timer.unref()
  return () => clearInterval(timer)
}
