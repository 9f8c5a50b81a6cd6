import type { HostCheck } from '../server/host-check.ts'
import { deviceOf } from '../talk/device.ts'
import { makePinLock } from '../talk/pin-lock.ts'
import { makeToken, matchesSecret } from '../talk/secrets.ts'
import { EditRefused } from './edit-refused.ts'

/** How many other devices may edit at a time. A further one revokes the oldest key. */
const maxKeys = 20

/** Decides who may edit. */
export interface EditAccess {
  /** The token of this start, for the browser of this machine. */
  token: string
  /** The PIN for other devices; null if none may edit, or if no more tries are accepted. */
  pin(): string | null
  /** Whether a secret allows to edit from an address: the token from this machine, a key from any other. */
  allows(secret: unknown, remoteAddress: string): boolean
  /** Returns a key for the right PIN. Errors: `EditRefused`. */
  enter(pin: unknown, remoteAddress: string): string
}

/** Whether an address is that of this machine itself. */
export const isLoopback = (address: string): boolean => /^(?:::ffff:)?127\.|^::1$/.test(address)

/**
 * Creates the access to edits. Its secrets are not stored: they last as long as the process.
 * Shape: `network`: whether other devices may edit, with a PIN. Units: `now` in milliseconds, of a monotonic clock.
 */
export function makeEditAccess(network: boolean, now: () => number): EditAccess {
  const token = makeToken()
  const lock = makePinLock(now)
  let keys: string[] = []
  return {
    token,
    pin: () => (network ? lock.pin() : null),
    allows: (secret, remoteAddress) =>
      (isLoopback(remoteAddress) && matchesSecret(secret, token)) || keys.some((key) => matchesSecret(secret, key)),
    enter: (pin, remoteAddress) => {
      const tried = network
        ? lock.try(deviceOf(remoteAddress), pin)
        : ({ right: false, waitMs: 0, closed: true } as const)
      if (!tried.right) {
        if (tried.closed) throw new EditRefused({ code: 'edit-pin-closed' })
        const { waitMs } = tried
        throw new EditRefused({ code: 'edit-pin-wrong', waitSeconds: Math.ceil(waitMs / 1000) }, { waitMs })
      }
      const key = makeToken()
      keys = [...keys, key].slice(-maxKeys)
      return key
    },
  }
}

/** The headers of a request that tell where it comes from. */
export interface RequestOrigin {
  method: string
  origin: string | undefined
  host: string | undefined
  /** `Sec-Fetch-Site`, which browsers set themselves. */
  site: string | undefined
}

/** Whether a request comes from a page of this server. Browsers send no origin with a GET to their own site. */
export function isFromOwnPage({ method, origin, host, site }: RequestOrigin, hostCheck: HostCheck): boolean {
  if (site !== undefined && site !== 'same-origin') return false
  return origin === undefined ? method === 'GET' && hostCheck.isOwnHost(host) : hostCheck.isOwnOrigin(origin, host)
}
