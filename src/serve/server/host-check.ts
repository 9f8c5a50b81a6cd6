import { hostname } from 'node:os'
import { allAddresses } from './networks.ts'

/** Decides which requests a server answers: those for one of its own names, and sockets of its own pages. */
export interface HostCheck {
  /**
   * Whether a request names this server as its host. A site whose name was pointed at this machine (DNS rebinding) sends
   * its own name.
   * Shape: the header `Host`.
   */
  isOwnHost(host: string | undefined): boolean
  /**
   * Whether a socket was opened by a page of this server, under the same name. Browsers always send an origin, and `null`
   * is that of a sandboxed page: both are refused.
   * Shape: the headers `Origin` and `Host`.
   */
  isOwnOrigin(origin: string | undefined, host: string | undefined): boolean
}

/** The check of a server that has nothing but what everybody may see. */
export const openToAll: HostCheck = { isOwnHost: () => true, isOwnOrigin: () => true }

/** The names under which only this machine reaches itself. */
const loopbackNames: readonly string[] = ['localhost', '127.0.0.1', '[::1]']

/** Listing the networks takes as long as the rest of accepting a page, so the list is cached. Units: milliseconds. */
const namesCacheMs = 1_000

/** Returns the names of this machine in the local network. They are read again, since addresses may change. */
function makeNetworkNames(): () => readonly string[] {
  let names: readonly string[] = []
  let readAt = Number.NEGATIVE_INFINITY
  return () => {
    if (performance.now() - readAt < namesCacheMs) return names
    const name = hostname().toLowerCase()
    names = [...allAddresses(), name, `${name.replace(/\.local$/, '')}.local`]
    readAt = performance.now()
    return names
  }
}

/** Creates the check of a server on a port. `network` accepts requests from the local network. */
export function makeHostCheck({ port, network }: { port: number; network: boolean }): HostCheck {
  const networkNames = makeNetworkNames()
  const isOwnHost = (host: string | undefined): boolean => {
    const [, name = '', given = '80'] = /^(\[[\da-f:.]+\]|[^:/@\s]+)(?::(\d{1,5}))?$/i.exec(host ?? '') ?? []
    if (Number(given) !== port) return false
    const own = name.toLowerCase()
    return loopbackNames.includes(own) || (network && networkNames().includes(own))
  }
  return {
    isOwnHost,
    isOwnOrigin: (origin, host) => isOwnHost(host) && origin?.toLowerCase() === `http://${host?.toLowerCase()}`,
  }
}
