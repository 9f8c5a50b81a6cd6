import { makeSleepClock } from '../../model/sleep-clock.ts'

/** No laptop sleeps for longer in a talk; a system clock that was wrong may be set by years. Units: milliseconds. */
const longestSleepMs = 12 * 3_600_000

/**
 * Creates the clock of a page: monotonic, and it counts the time for which the machine slept, which browsers do not do on all
 * systems. Ask it regularly. Units: milliseconds.
 */
export const makePageClock = () =>
  makeSleepClock({ monotonic: () => performance.now(), steady: () => Date.now(), mostMs: longestSleepMs })
