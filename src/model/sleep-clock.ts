/** Two clocks of a machine. Units: milliseconds. */
export interface SleepClockOptions {
  /** A monotonic clock. On many systems it stands still while the machine sleeps. */
  monotonic(): number
  /** A clock that goes on meanwhile, but that somebody may set, or that is less exact. */
  steady(): number
  /** If `steady` runs ahead by more at once, it was set. */
  mostMs?: number
}

/** By less at once, a clock is only inexact, or was put right by the network. Units: milliseconds. */
const leastMs = 5_000

/**
 * Creates a monotonic clock that also counts the time for which the machine slept: what one clock is ahead of the other since
 * it was last asked. A clock that is set back, or that goes a little faster, changes nothing.
 *
 * Units: milliseconds, from any start, like `performance.now()`.
 */
export function makeSleepClock({ monotonic, steady, mostMs = Number.POSITIVE_INFINITY }: SleepClockOptions) {
  let ahead = steady() - monotonic()
  let sleptMs = 0
  return (): number => {
    const now = monotonic()
    const next = steady() - now
    const jumpMs = next - ahead
    ahead = next
    if (jumpMs >= leastMs && jumpMs <= mostMs) sleptMs += jumpMs
    return now + sleptMs
  }
}
