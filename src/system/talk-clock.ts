import { uptime } from 'node:os'
import { makeSleepClock } from '../model/sleep-clock.ts'

/**
 * Creates a monotonic clock that counts the time for which the machine slept: that of Node stands still then on Linux. The time
 * since the start of the system goes on, and nobody can set it. Units: milliseconds.
 */
export const makeTalkClock = () =>
  makeSleepClock({ monotonic: () => performance.now(), steady: () => uptime() * 1_000 })
