import { hostname, networkInterfaces } from 'node:os'

/** Who may speak with a server: pages that it serves itself, asked for by one of its own names. */
export interface HostCheck {
  /**
   * Whether a request names this server. A site whose name was made to lead to this machine (DNS rebinding) names itself.
   * Shape: the header `Host`.
   */
  isOwnHost(host: string | undefined): boolean
  /**
   * Whether a socket was opened by a page of this server, asked for by the same name. A missing origin is no browser's,
   * `null` that of a page in a sandbox: both are refused.
   * Shape: the headers `Origin` and `Host`.
   */
  isOwnOrigin(origin: string | undefined, host: string | undefined): boolean
}

/** The names under which only this machine reaches itself. */
const loopbackNames: readonly string[] = ['localhost', '127.0.0.1', '[::1]']

/** The addresses of this machine in its networks, the usual one (IPv4) first. */
export function networkAddresses(): string[] {
  const all = Object.values(networkInterfaces()).flatMap((one) => one ?? [])
  const outward = all.filter(({ internal, scopeid }) => !internal && !scopeid)
  const of = (family: string) => outward.filter((one) => one.family === family).map(({ address }) => address)
  return [...of('IPv4'), ...of('IPv6').map((address) => `[${address}]`)]
}

/** Asking the system for its networks takes as long as all the rest of letting a page in. Units: milliseconds. */
const namesCacheMs = 1_000

/** Gives the names that others in the network have for this machine. They are asked anew, since addresses are lent. */
function makeNetworkNames(): () => readonly string[] {
  let names: readonly string[] = []
  let askedAt = Number.NEGATIVE_INFINITY
  return () => {
    if (performance.now() - askedAt < namesCacheMs) return names
    const name = hostname().toLowerCase()
    names = [...networkAddresses(), name, `${name.replace(/\.local$/, '')}.local`]
    askedAt = performance.now()
    return names
  }
}

/** The guard of a server on a port; `open` to the local network or to this machine alone. */
export function makeHostCheck({ port, open }: { port: number; open: boolean }): HostCheck {
  const networkNames = makeNetworkNames()
  const isOwnHost = (host: string | undefined): boolean => {
    const [, name = '', given = '80'] = /^(\[[\da-f:.]+\]|[^:/@\s]+)(?::(\d{1,5}))?$/i.exec(host ?? '') ?? []
    if (Number(given) !== port) return false
    const own = name.toLowerCase()
    return loopbackNames.includes(own) || (open && networkNames().includes(own))
  }
  return {
    isOwnHost,
    isOwnOrigin: (origin, host) => isOwnHost(host) && origin?.toLowerCase() === `http://${host?.toLowerCase()}`,
  }
}
