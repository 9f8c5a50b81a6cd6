import { isSecret, makePin } from './secrets.ts'

/** After so many wrong numbers no more are taken until the speaker asks for a new one. */
const triesInAll = 20
/** So many wrong numbers may one page say. */
const triesOfOne = 5
/** Units: milliseconds. The wait doubles with every wrong number. */
const wait = { firstMs: 1_000, longestMs: 60_000 }

/** What a try gave. Units: `waitMs` in milliseconds until the next one is looked at. */
export type Try = { right: true } | { right: false; waitMs: number; closed: boolean }

/** The number that a remote is asked for. Six digits last because tries are counted: by page and all together. */
export interface PinLock {
  /** Null where it takes no more tries. */
  pin(): string | null
  /** `one` is the page that tries. */
  try(one: object, given: unknown): Try
  /** A new number; all tries are forgotten. */
  renew(): void
}

/** A lock with a fresh number. `now` is a clock that never runs back. Units: milliseconds. */
export function makePinLock(now: () => number): PinLock {
  let pin = makePin()
  let wrong = 0
  let openAt = 0
  let ofOne = new WeakMap<object, number>()
  const isClosed = () => wrong >= triesInAll
  const isClosedTo = (one: object) => isClosed() || (ofOne.get(one) ?? 0) >= triesOfOne
  return {
    pin: () => (isClosed() ? null : pin),
    try: (one, given) => {
      // A number that comes too early is not even compared, so that nobody learns from it.
      const early = openAt - now()
      if (isClosedTo(one)) return { right: false, waitMs: 0, closed: true }
      if (early > 0) return { right: false, waitMs: early, closed: false }
      if (isSecret(given, pin)) {
        wrong = 0
        openAt = 0
        return { right: true }
      }
      wrong += 1
      ofOne.set(one, (ofOne.get(one) ?? 0) + 1)
      const waitMs = Math.min(wait.firstMs * 2 ** (wrong - 1), wait.longestMs)
      openAt = now() + waitMs
      return { right: false, waitMs, closed: isClosedTo(one) }
    },
    renew: () => {
      pin = makePin()
      wrong = 0
      openAt = 0
      ofOne = new WeakMap()
    },
  }
}
