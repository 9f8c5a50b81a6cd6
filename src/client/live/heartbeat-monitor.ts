import { defaultHeartbeatMs } from '../../model/wire/heartbeat.ts'

/** Silence for so long means a lost connection; one heartbeat may be late. Units: heartbeats. */
const lossHeartbeats = 2.5
/** A socket that is not open after so long counts as lost. Units: milliseconds. */
const openTimeoutMs = 5_000
/** Even a slow connection delivers an answer within this time. Units: milliseconds. */
const answerTimeoutMs = 2_000
/** A timer that is so late was held up by the page itself, or by a machine that slept: it proves nothing. Units: milliseconds. */
const lateMs = 1_000
/** The machine slept, or its clock was set, if so much has passed since the last message. Units: milliseconds. */
const sleepMs = 10_000

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
  /** Whether the last message is so old that the page cannot have been awake meanwhile. */
  hasSlept(): boolean
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
  const loseAfter = (ms: number, setTimer: (timer: number) => void) => {
    const due = performance.now() + ms
    const check = () => {
      if (performance.now() - due < lateMs) onLost()
      // What came while the page was held up is read before this one ends.
      else setTimer(window.setTimeout(onLost, Math.min(ms, heartbeatMs)))
    }
    setTimer(window.setTimeout(check, ms))
  }
  const wait = (ms: number) => {
    stop()
    since = Date.now()
    loseAfter(ms, (timer) => {
      lossTimer = timer
    })
  }
  // Unlike timers, the system clock runs while a phone sleeps. It may also be set back.
  const silenceMs = () => Math.abs(Date.now() - since)
  return {
    expectOpen: () => wait(Math.min(openTimeoutMs, lossHeartbeats * heartbeatMs)),
    reset: () => wait(lossHeartbeats * heartbeatMs),
    expectAnswer: () => {
      if (answerTimer !== undefined) return
      loseAfter(answerTimeoutMs, (timer) => {
        answerTimer = timer
      })
    },
    stop,
    setHeartbeatMs: (ms) => {
      heartbeatMs = ms
    },
    isOverdue: () => silenceMs() > heartbeatMs,
    hasSlept: () => silenceMs() > Math.max(sleepMs, 2 * lossHeartbeats * heartbeatMs),
  }
}
