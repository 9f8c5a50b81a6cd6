import { readSession, writeSession } from '../parts/storage.ts'
import type { Show } from '../show/show.ts'
import type { Stopwatch } from './stopwatch.ts'

/** The time that a slide took counts from so much on: what is shorter was only passed. Units: milliseconds. */
const passedMs = 500

/** Measures how long each slide is shown while the stopwatch runs. */
export interface Rehearsal {
  isOn(): boolean
  /** Begins from nothing, with the stopwatch at zero. */
  start(): void
  /** Ends it and forgets the times. */
  discard(): void
  /** Counts the time since the last call. Call it regularly. */
  tick(): void
  /** The measured times by the numbers of slides, from 1. Units: milliseconds. */
  times(): ReadonlyMap<number, number>
  /** That of the current slide. Units: milliseconds. */
  current(): number
}

/** Creates a rehearsal, or goes on with that which this tab had before it was loaded again. */
export function makeRehearsal({ page, index, onChange }: Show, stopwatch: Stopwatch): Rehearsal {
  const name = `rehearsal-${location.pathname}`
  const kept = readSession(name)
  let times = new Map<number, number>(kept === null ? [] : (JSON.parse(kept) as [number, number][]))
  let isOn = kept !== null
  if (isOn && !stopwatch.used())
    stopwatch.adopt(
      [...times.values()].reduce((sum, one) => sum + one, 0),
      false,
    )
  let elapsed = stopwatch.elapsed()
  const slideNow = () => Number(page.slides[index()]?.dataset.slide)
  let slide = slideNow()
  const save = () => writeSession(name, isOn ? JSON.stringify([...times]) : '')
  const tick = () => {
    const now = stopwatch.elapsed()
    const spent = now - elapsed
    elapsed = now
    // A stopwatch that was set back, or that of another page, does not count.
    if (!isOn || spent <= 0 || spent > 60_000) return
    times.set(slide, (times.get(slide) ?? 0) + spent)
    save()
  }
  onChange(() => {
    tick()
    slide = slideNow()
  })
  const begin = (on: boolean) => {
    isOn = on
    times = new Map()
    save()
  }
  return {
    isOn: () => isOn,
    start: () => {
      begin(true)
      stopwatch.reset()
      stopwatch.start()
      elapsed = stopwatch.elapsed()
    },
    discard: () => begin(false),
    tick,
    times: () => new Map([...times].filter(([, time]) => time >= passedMs)),
    current: () => times.get(slide) ?? 0,
  }
}
