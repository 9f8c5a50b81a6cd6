/** Takes so many messages at once, and then one for each interval. Units: milliseconds. */
export interface Rate {
  burst: number
  everyMs: number
}

/** Limits how often something happens. */
export interface RateLimit {
  /** Whether one more may happen now. */
  take(): boolean
}

/** Creates a limit. `now` is a monotonic clock. Units: milliseconds. */
export function makeRateLimit({ burst, everyMs }: Rate, now: () => number): RateLimit {
  let left = burst
  let at = now()
  return {
    take: () => {
      const passed = now() - at
      left = Math.min(burst, left + passed / everyMs)
      at += passed
      if (left < 1) return false
      left -= 1
      return true
    },
  }
}
