import { usualBeatMs } from '../../model/wire/beat.ts'

/** Nothing at all for so long is a loss: one beat may be late. Units: beats. */
const lostBeats = 2.5
/** A socket is open after so long, or never. Units: milliseconds. */
const openingMs = 5_000
/** What was asked is answered sooner, however slow the line is. Units: milliseconds. */
const answerMs = 2_000

/** Listens for a line that died without a word. */
export interface Silence {
  /** A socket is being opened. */
  beginOpening(): void
  /** Something came: from now on something must come again. */
  begin(): void
  /** Something was asked that is answered at once. */
  ask(): void
  /** There is no socket to listen to. */
  stop(): void
  /** The server says how often it can be heard. */
  setBeat(ms: number): void
  /** Whether a beat is missing already. */
  isLong(): boolean
}

/** `onLong` is told of a silence that is a loss. */
export function makeSilence(onLong: () => void): Silence {
  let beatMs = usualBeatMs
  let since = Date.now()
  let patience: number | undefined
  let answer: number | undefined
  const stop = () => {
    clearTimeout(patience)
    clearTimeout(answer)
    answer = undefined
  }
  const wait = (ms: number) => {
    stop()
    since = Date.now()
    patience = window.setTimeout(onLong, ms)
  }
  return {
    beginOpening: () => wait(Math.min(openingMs, lostBeats * beatMs)),
    begin: () => wait(lostBeats * beatMs),
    ask: () => {
      answer ??= window.setTimeout(onLong, answerMs)
    },
    stop,
    setBeat: (ms) => {
      beatMs = ms
    },
    // The clock on the wall runs while a phone sleeps; it may also be set back.
    isLong: () => Math.abs(Date.now() - since) > beatMs,
  }
}
