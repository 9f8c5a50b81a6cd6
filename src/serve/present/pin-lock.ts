import { makePin, matchesSecret } from './secrets.ts'

/** So many wrong numbers may come from one device. */
const maxTriesPerDevice = 10
/** After so many wrong numbers from everywhere no more are taken until the speaker asks for a new one. */
const maxTriesTotal = 200
/** Units: milliseconds. The wait doubles with every wrong number. */
const backoff = { firstMs: 1_000, maxMs: 60_000 }

/** What a try gave. Units: `waitMs` in milliseconds until the next one is looked at. */
export type PinResult = { right: true } | { right: false; waitMs: number; closed: boolean }

/**
 * The number that a remote is asked for. Six digits last because tries are counted: two hundred of a million. Each device
 * has tries and waits of its own, so that nobody who guesses keeps the speaker's phone out.
 */
export interface PinLock {
  /** Null where it takes no more tries. */
  pin(): string | null
  /** `device` is where the try comes from (see `deviceOf`): coming back with another socket gives no further tries. */
  try(device: string, given: unknown): PinResult
  /** A new number; all tries are forgotten. */
  renew(): void
}

interface DeviceTries {
  wrong: number
  openAt: number
}

/** A lock with a fresh number. `now` is a clock that never runs back. Units: milliseconds. */
export function makePinLock(now: () => number): PinLock {
  let pin = makePin()
  let wrongInAll = 0
  let devices = new Map<string, DeviceTries>()
  const isClosed = () => wrongInAll >= maxTriesTotal
  const isClosedTo = (tries: DeviceTries | undefined) => isClosed() || (tries?.wrong ?? 0) >= maxTriesPerDevice
  return {
    pin: () => (isClosed() ? null : pin),
    try: (device, given) => {
      const before = devices.get(device)
      if (isClosedTo(before)) return { right: false, waitMs: 0, closed: true }
      // A number that comes too early is not even compared, so that nobody learns from it.
      const early = (before?.openAt ?? 0) - now()
      if (early > 0) return { right: false, waitMs: early, closed: false }
      if (matchesSecret(given, pin)) {
        devices.delete(device)
        return { right: true }
      }
      wrongInAll += 1
      const wrong = (before?.wrong ?? 0) + 1
      const waitMs = Math.min(backoff.firstMs * 2 ** (wrong - 1), backoff.maxMs)
      const tries = { wrong, openAt: now() + waitMs }
      devices.set(device, tries)
      return { right: false, waitMs, closed: isClosedTo(tries) }
    },
    renew: () => {
      pin = makePin()
      wrongInAll = 0
      devices = new Map()
    },
  }
}
