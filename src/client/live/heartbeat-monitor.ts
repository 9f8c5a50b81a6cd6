import { defaultHeartbeatMs } from '../../model/wire/heartbeat.ts'

/** Silence for so long means a lost connection; one heartbeat may be late. Units: heartbeats. */
const lossHeartbeats = 2.5
/** A socket that is not open after so long counts as lost. Units: milliseconds. */
const openTimeoutMs = 5_000
/** Even a slow connection delivers an answer within this time. Units: milliseconds. */
const answerTimeoutMs = 2_000

/** Detects connections that are lost without being closed. */
export interface HeartbeatMonitor {
  /** A socket is being opened. */
  expectOpen(): void
  /** A message has arrived: the next one is expected in time. */
  reset(): void
  /** A message was sent that the server answers at once. */
  expectAnswer(): void
  /** There is no socket. */
  stop(): void
  /** Sets the interval of heartbeats, which the server tells. */
  setHeartbeatMs(ms: number): void
  /** Whether a heartbeat is overdue. */
  isOverdue(): boolean
}

/** Creates a monitor. `onLost` is called when the connection counts as lost. */
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
    // Unlike timers, the system clock runs while a phone sleeps. It may also be set back.
    isOverdue: () => Math.abs(Date.now() - since) > heartbeatMs,
  }
}
