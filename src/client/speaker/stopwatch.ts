/** Measures the duration of the talk. Units: milliseconds. */
export interface Stopwatch {
  elapsed(): number
  running(): boolean
  /** Whether it was ever started since the last reset. */
  used(): boolean
  start(): void
  pause(): void
  reset(): void
  /** Takes the values of another stopwatch, without calling the listeners. */
  adopt(elapsedMs: number, running: boolean): void
  /** Calls the listener after the stopwatch was started, paused or reset on this page. */
  onUserAction(listener: () => void): void
}

/** Creates a stopwatch at zero that does not run. */
export function makeStopwatch(now: () => number): Stopwatch {
  let accumulatedMs = 0
  let since: number | null = null
  const listeners = new Set<() => void>()
  const elapsed = () => accumulatedMs + (since === null ? 0 : now() - since)
  const adopt = (elapsedMs: number, running: boolean) => {
    accumulatedMs = elapsedMs
    since = running ? now() : null
  }
  const act = (elapsedMs: number, running: boolean) => {
    adopt(elapsedMs, running)
    for (const listener of listeners) listener()
  }
  return {
    elapsed,
    running: () => since !== null,
    used: () => since !== null || accumulatedMs > 0,
    start: () => since === null && act(accumulatedMs, true),
    pause: () => act(elapsed(), false),
    reset: () => act(0, since !== null),
    adopt,
    onUserAction: (listener) => listeners.add(listener),
  }
}

/** Formats a duration: 754000 as `12:34`, 3723000 as `1:02:03`. Units: milliseconds. */
export function formatDuration(ms: number): string {
  const seconds = Math.floor(Math.abs(ms) / 1000)
  const two = (n: number) => `${n}`.padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  return hours > 0 ? `${hours}:${rest}` : rest
}
