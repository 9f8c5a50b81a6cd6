/** Says how long a run will still take, from how long it has taken so far. */
export interface TimeLeft {
  /**
   * Returns the time that is left, or null as long as nothing can be said.
   * Units: `share` of the run that is done, from 0 to 1; seconds, rounded to 5.
   */
  at(share: number): number | null
}

/** Before that, the beginning of a run tells little of the rest. */
const leastShare = 0.02
const leastMs = 3_000
/** A shorter rest is not worth saying. Units: seconds. */
const leastLeft = 5

/** Starts to count. `now` gives the time in milliseconds. */
export function createTimeLeft(now: () => number = () => performance.now()): TimeLeft {
  const start = now()
  return {
    at(share) {
      const passedMs = now() - start
      if (share < leastShare || share >= 1 || passedMs < leastMs) return null
      const seconds = ((passedMs / share) * (1 - share)) / 1000
      return seconds < leastLeft ? null : Math.ceil(seconds / 5) * 5
    },
  }
}
