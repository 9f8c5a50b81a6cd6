import { setTimeout as wait } from 'node:timers/promises'

/** The time, and waiting for it to pass. Tests bring a clock that waits for nothing. Units: milliseconds. */
export interface Clock {
  now(): number
  wait(durationMs: number, signal?: AbortSignal): Promise<void>
}

/** The time of this machine. */
export const systemClock: Clock = {
  now: () => Date.now(),
  wait: (durationMs, signal) => wait(durationMs, undefined, signal ? { signal } : {}),
}
