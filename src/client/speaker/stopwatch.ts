/** Measures how long the talk has lasted. Units: milliseconds. */
export interface Stopwatch {
  elapsed(): number
  running(): boolean
  /** Whether it was ever started since the last reset. */
  used(): boolean
  start(): void
  pause(): void
  reset(): void
  /** Takes over what another one shows, without telling the listeners. */
  adopt(elapsedMs: number, running: boolean): void
  /** Calls back when it was started, paused or reset here. */
  onUserAction(listener: () => void): void
}

/** A stopwatch at zero, which stands still. */
export function makeStopwatch(now: () => number): Stopwatch {
  let gathered = 0
  let since: number | null = null
  const listeners = new Set<() => void>()
  const elapsed = () => gathered + (since === null ? 0 : now() - since)
  const adopt = (elapsedMs: number, running: boolean) => {
    gathered = elapsedMs
    since = running ? now() : null
  }
  const act = (elapsedMs: number, running: boolean) => {
    adopt(elapsedMs, running)
    for (const listener of listeners) listener()
  }
  return {
    elapsed,
    running: () => since !== null,
    used: () => since !== null || gathered > 0,
    start: () => since === null && act(gathered, true),
    pause: () => act(elapsed(), false),
    reset: () => act(0, since !== null),
    adopt,
    onUserAction: (listener) => listeners.add(listener),
  }
}

/** 754000 is `12:34`, 3723000 is `1:02:03`. Units: milliseconds. */
export function formatDuration(ms: number): string {
  const seconds = Math.floor(Math.abs(ms) / 1000)
  const two = (n: number) => `${n}`.padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  return hours > 0 ? `${hours}:${rest}` : rest
}
