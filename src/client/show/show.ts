import type { RevealApi } from 'reveal.js'
import { element } from '../parts/element.ts'
import type { ClientPage } from './client-page.ts'
import { drawn } from './drawn.ts'
import { makeMotion } from './motion.ts'
import { makeFindable, showOne } from './near-slides.ts'
import { addressWithStep, makeUrlWriter, nameInUrl, nearestIndex, slideIndexInUrl, stepInUrl } from './slide-url.ts'
import { fitStage } from './stage.ts'
import { lookStarted, startReveal } from './start-reveal.ts'
import {
  placeAfter,
  placeBefore,
  type ShowPlace,
  type SlideSteps,
  showSteps,
  showWhole,
  stepsOf,
  withinSteps,
} from './steps.ts'

/** A show of the slides, one at a time. Indexes start at 0. */
export interface Show {
  page: ClientPage
  /** Resolves when the first slide has been drawn. What that slide and the keys do not need waits for it. */
  drawn: Promise<void>
  index(): number
  /** The id of the current slide: `s3`. */
  pageId(): string
  /** How many of the steps of the current slide are shown; null for all of them. */
  shown(): number | null
  /** The number of steps of the current slide. */
  stepCount(): number
  /**
   * Goes to a slide, or to the first or last one beyond them, and shows all of its steps or some. Waits for it while the page
   * is being read.
   */
  go(index: number, shown?: number | null): void
  /** Shows the next step, else the next slide without its steps. */
  next(): void
  /** Hides the last step that is shown, else shows the slide before as a whole. */
  previous(): void
  last(): void
  black(): boolean
  toggleBlack(): void
  /**
   * Updates the show after slides were added, removed or moved, and goes to one of them: with as many steps as are shown if it
   * `isSame` that was current, else as a whole.
   */
  rearrange(index: number, isSame: boolean): void
  /** Updates the show after other slides took the place of all, and goes to one of them. */
  replace(index: number): void
  /** Calls the listener after every change of the slide, of its steps or of the black screen. */
  onChange(listener: () => void): void
}

/** Waits until the slide in the URL, else that at which the deck starts, has been read, and returns its index. */
async function firstIndex(page: ClientPage): Promise<number> {
  const asked = () => slideIndexInUrl(page, page.start)
  await page.reading.until(() => asked() !== null)
  return asked() ?? nearestIndex(page)
}

/** Options of `makeShow`. */
export interface ShowOptions {
  /**
   * `each`: `next` and `previous` go step by step. `told`: they go from slide to slide, and someone else tells the steps, as
   * for an audience. `none`: all slides are shown whole.
   */
  steps: 'each' | 'told' | 'none'
  onFail(error: unknown): void
}

/**
 * Starts the show at the slide in the URL; a slide that the URL does not name is shown without its steps. `onFail` is called if reveal.js does not start, which it does after the slide has
 * been drawn.
 */
export async function makeShow(page: ClientPage, { steps: stepping, onFail }: ShowOptions): Promise<Show> {
  lookStarted(page)
  let current = await firstIndex(page)
  let steps: SlideSteps = []
  let shown = nameInUrl() === '' ? 0 : stepInUrl()
  const motion = makeMotion(page)
  const bySteps = stepping === 'each'
  let deck: RevealApi | null = null
  let near: readonly HTMLElement[] = []
  const listeners: (() => void)[] = []
  const notify = () => {
    for (const listener of listeners) listener()
  }

  const writeUrl = makeUrlWriter()
  const pageId = () => page.slides[current]?.id ?? ''
  const address = () => addressWithStep(page.addressOf(page.slides[current] as HTMLElement), shown)
  // What reveal.js sees: the current slide between two others, so that a touch always has somewhere to go.
  const edges = [element('section', {}), element('section', {})] as const
  element('div', { class: 'slides' }, ...edges)
  const seen = () =>
    [page.slides[current - 1] ?? edges[0], page.slides[current], page.slides[current + 1] ?? edges[1]] as HTMLElement[]
  const nearOf = (index: number) => page.slides.slice(Math.max(index - 1, 0), index + 2)
  let isPlacing = false
  const follow = () => {
    isPlacing = true
    deck?.slide(1)
    isPlacing = false
  }
  const setStep = (step: number | null) => {
    const slide = page.slides[current] as HTMLElement
    steps = stepping === 'none' ? [] : stepsOf(slide)
    shown = withinSteps(step, steps.length)
    showSteps(slide, steps, shown)
  }
  const place = (index: number, step: number | null) => {
    const before = near
    const slide = page.slides[index] as HTMLElement
    current = index
    near = nearOf(index)
    setStep(step)
    follow()
    showOne(new Set([...before, ...near]), slide, near)
  }
  /** Goes from the current slide to another one, which the user sees. */
  const moveTo = (index: number, step: number | null) => {
    const left = page.slides[current]
    const isBack = index < current
    const isOther = index !== current
    if (isOther) place(index, step)
    else setStep(step)
    if (left && isOther) motion.leave(left, isBack, () => left !== page.slides[current] && showWhole(left))
  }
  const clamp = (index: number) => Math.min(Math.max(index, 0), page.slides.length - 1)
  let wanted = current
  const go = async (index: number, step: number | null = null) => {
    wanted = index
    if (index >= page.slides.length) await page.reading.until(() => index < page.slides.length)
    const to = clamp(index)
    if (wanted !== index || (to === current && withinSteps(step, steps.length) === shown)) return
    moveTo(to, step)
    writeUrl(address())
    notify()
  }
  const goBy = ({ index, shown: step }: ShowPlace) => {
    const isBeyond = index < 0 || (index >= page.slides.length && page.reading.isDone())
    if (!isBeyond) go(index, step)
  }
  const here = (): ShowPlace => ({ index: current, shown })
  const next = () => goBy(bySteps ? placeAfter(here(), steps.length) : { index: current + 1, shown: null })
  const previous = () => goBy(bySteps ? placeBefore(here(), steps.length) : { index: current - 1, shown: null })
  place(current, shown)
  fitStage(page)
  page.onEdit(() => {
    const before = shown
    near = nearOf(current)
    setStep(shown)
    // There may be fewer steps now.
    if (shown !== before) notify()
  })
  addEventListener('hashchange', () => {
    const index = slideIndexInUrl(page)
    if (index !== null) go(index, stepInUrl())
  })
  // The browser's own search has found a text.
  page.reveal.addEventListener('beforematch', ({ target }) => {
    go(page.slides.indexOf((target as Element).closest('.slides > section') as HTMLElement))
  })
  page.reading.done.then(() => makeFindable(() => page.slides))

  const firstDrawn = drawn()
  firstDrawn
    .then(() => {
      writeUrl(address())
      return startReveal(page, seen)
    })
    .then((started) => {
      deck = started
      follow()
      showOne(near, page.slides[current] as HTMLElement, near)
      // A touch moves reveal.js itself, which knows nothing of steps.
      deck.on('beforeslidechange', (event) => {
        if (isPlacing) return
        event.preventDefault()
        if ((event as Event & { indexh: number }).indexh < 1) previous()
        else next()
      })
      deck.on('resumed', notify)
    })
    .catch(onFail)

  const black = () => page.reveal.classList.contains('paused')
  return {
    page,
    drawn: firstDrawn,
    index: () => current,
    pageId,
    go,
    shown: () => shown,
    stepCount: () => steps.length,
    next,
    previous,
    last: () => go(Number.POSITIVE_INFINITY),
    black,
    toggleBlack: () => {
      page.reveal.classList.toggle('paused')
      notify()
    },
    rearrange: (to, isSame) => {
      const before = [current, shown].join()
      place(clamp(to), isSame ? shown : null)
      writeUrl(address())
      if ([current, shown].join() !== before) notify()
    },
    replace: (to) => {
      wanted = to
      place(to, shown)
      writeUrl(address())
      notify()
      makeFindable(() => page.slides)
    },
    onChange: (listener) => {
      listeners.push(listener)
    },
  }
}
