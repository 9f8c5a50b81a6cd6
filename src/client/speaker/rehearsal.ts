import { readSession, writeSession } from '../parts/storage.ts'
import { slideHeading } from '../show/client-page.ts'
import type { Show } from '../show/show.ts'
import { followSlides, type MeasuredSlide, readMeasured } from './measured-slides.ts'
import type { Stopwatch } from './stopwatch.ts'

/** The time that a slide took counts from so much on: what is shorter was only passed. Units: milliseconds. */
const passedMs = 500

/** How much more than has passed a stopwatch may show: it also counts between ticks. Units: milliseconds. */
const toleranceMs = 2_000

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
  let measured: MeasuredSlide[] = kept === null ? [] : readMeasured(kept)
  let isOn = kept !== null
  if (isOn && !stopwatch.used())
    stopwatch.adopt(
      measured.reduce((sum, { ms }) => sum + ms, 0),
      false,
    )
  let elapsed = stopwatch.elapsed()
  let at = performance.now()
  const slideNow = () => {
    const shown = page.slides[index()]
    const slide = Number(shown?.dataset.slide)
    // Further pages of a slide repeat its heading, or have none.
    const first = page.slides.find(({ dataset }) => dataset.slide === shown?.dataset.slide)
    return { slide, heading: first ? headingOf(first) : '' }
  }
  let now = slideNow()
  const save = () => writeSession(name, isOn ? JSON.stringify(measured) : '')
  const timeOf = (number: number) => measured.find(({ slide }) => slide === number)
  const tick = () => {
    const time = stopwatch.elapsed()
    const spent = time - elapsed
    elapsed = time
    const passed = performance.now() - at
    at += passed
    // A stopwatch that was set back, or that took the time of another page, does not count. A window out of sight ticks rarely.
    if (!isOn || spent <= 0 || spent > passed + toleranceMs) return
    const known = timeOf(now.slide)
    if (known) known.ms += spent
    else measured.push({ ...now, ms: spent })
    save()
  }
  onChange(() => {
    tick()
    now = slideNow()
  })
  // A page that is still being read looks like one of which slides were removed.
  let isRead = false
  void page.reading.done.then(() => {
    isRead = true
  })
  page.onEdit(() => {
    if (isRead) measured = followSlides(measured, headingsOf(page.slides))
    now = slideNow()
    save()
  })
  const begin = (on: boolean) => {
    isOn = on
    measured = []
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
    times: () => {
      const last = Number(page.slides.at(-1)?.dataset.slide)
      const shown = measured.filter(({ slide, ms }) => ms >= passedMs && slide > 0 && slide <= last)
      return new Map(shown.map(({ slide, ms }) => [slide, ms]))
    },
    current: () => timeOf(now.slide)?.ms ?? 0,
  }
}

/** A heading without the number that the pages of a slide have. */
const headingOf = (slide: HTMLElement): string => slideHeading(slide).replace(/ \(\d+\/\d+\)$/, '')

/** The headings of all slides, in order. */
function headingsOf(pages: readonly HTMLElement[]): string[] {
  const headings: string[] = []
  for (const one of pages) headings[Number(one.dataset.slide) - 1] ??= headingOf(one)
  return Array.from(headings, (heading) => heading ?? '')
}
