import type { KeptSecrets } from './kept-talk.ts'
import { makePin, matchesSecret } from './secrets.ts'

/** How many wrong PINs one device may enter. */
const maxTriesPerDevice = 10
/** After so many wrong PINs from all devices together, none is accepted until the speaker requests a new PIN. */
const maxTriesTotal = 200
/** The delay before the next try, which doubles with every wrong PIN. Units: milliseconds. */
const backoff = { firstMs: 1_000, maxMs: 60_000 }

/** The result of a try. `waitMs` is the delay before the next one. Units: milliseconds. */
export type PinResult = { right: true } | { right: false; waitMs: number; closed: boolean }

/**
 * Checks the PIN of remotes. Six digits are enough because tries are limited: two hundred out of a million numbers. Tries
 * and delays are counted per device, so that someone who guesses cannot lock out the speaker's phone.
 */
export interface PinLock {
  /** The PIN; null if no more tries are accepted. */
  pin(): string | null
  /** Checks a PIN from a device (see `deviceOf`). A new socket of the same device gets no further tries. */
  try(device: string, given: unknown): PinResult
  /** Creates a new PIN and forgets all tries. */
  renew(): void
  /** Its PIN, and how many wrong ones were entered. */
  kept(): KeptPin
}

/** What is kept of a lock. The delays of devices are not: they may try again when the talk goes on. */
export type KeptPin = Pick<KeptSecrets, 'pin' | 'wrongPins'>

interface DeviceTries {
  wrong: number
  openAt: number
}

/** Creates a lock with a new PIN, or with that of a talk that was interrupted. `now` is a monotonic clock. Units: milliseconds. */
export function makePinLock(now: () => number, kept: KeptPin = { pin: makePin(), wrongPins: 0 }): PinLock {
  let pin = kept.pin
  let wrongTotal = kept.wrongPins
  let devices = new Map<string, DeviceTries>()
  const isClosed = () => wrongTotal >= maxTriesTotal
  const isClosedTo = (tries: DeviceTries | undefined) => isClosed() || (tries?.wrong ?? 0) >= maxTriesPerDevice
  return {
    pin: () => (isClosed() ? null : pin),
    try: (device, given) => {
      const before = devices.get(device)
      if (isClosedTo(before)) return { right: false, waitMs: 0, closed: true }
      // A PIN that comes too early is not compared, so that nothing can be learned from the answer.
      const early = (before?.openAt ?? 0) - now()
      if (early > 0) return { right: false, waitMs: early, closed: false }
      if (matchesSecret(given, pin)) {
        devices.delete(device)
        return { right: true }
      }
      wrongTotal += 1
      const wrong = (before?.wrong ?? 0) + 1
      const waitMs = Math.min(backoff.firstMs * 2 ** (wrong - 1), backoff.maxMs)
      const tries = { wrong, openAt: now() + waitMs }
      devices.set(device, tries)
      return { right: false, waitMs, closed: isClosedTo(tries) }
    },
    renew: () => {
      pin = makePin()
      wrongTotal = 0
      devices = new Map()
    },
    kept: () => ({ pin, wrongPins: wrongTotal }),
  }
}
