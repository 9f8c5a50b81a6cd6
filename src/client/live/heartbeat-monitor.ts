import { defaultHeartbeatMs } from '../../model/wire/heartbeat.ts'

/** Nothing at all for so long is a loss: one beat may be late. Units: beats. */
const lossHeartbeats = 2.5
/** A socket is open after so long, or never. Units: milliseconds. */
const openTimeoutMs = 5_000
/** What was asked is answered sooner, however slow the line is. Units: milliseconds. */
const answerTimeoutMs = 2_000

/** Listens for a line that died without a word. */
export interface HeartbeatMonitor {
  /** A socket is being opened. */
  expectOpen(): void
  /** Something came: from now on something must come again. */
  reset(): void
  /** Something was asked that is answered at once. */
  expectAnswer(): void
  /** There is no socket to listen to. */
  stop(): void
  /** The server says how often it can be heard. */
  setHeartbeatMs(ms: number): void
  /** Whether a beat is missing already. */
  isOverdue(): boolean
}

/** `onLong` is told of a silence that is a loss. */
export function makeHeartbeatMonitor(onLost: () => void): HeartbeatMonitor {
  let heartbeatMs = defaultHeartbeatMs
  let since = Date.now()
  let lossTimer: number | undefined
  let answerTimer: number | undefined
  const stop = () => {
    clearTimeout(lossTimer)
    clearTimeout(answerTimer)
    answerTimer = undefined
  }
  const wait = (ms: number) => {
    stop()
    since = Date.now()
    lossTimer = window.setTimeout(onLost, ms)
  }
  return {
    expectOpen: () => wait(Math.min(openTimeoutMs, lossHeartbeats * heartbeatMs)),
    reset: () => wait(lossHeartbeats * heartbeatMs),
    expectAnswer: () => {
      answerTimer ??= window.setTimeout(onLost, answerTimeoutMs)
    },
    stop,
    setHeartbeatMs: (ms) => {
      heartbeatMs = ms
    },
    // The clock on the wall runs while a phone sleeps; it may also be set back.
    isOverdue: () => Math.abs(Date.now() - since) > heartbeatMs,
  }
}
