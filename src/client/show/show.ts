import type { RevealApi } from 'reveal.js'
import type { ClientPage } from './client-page.ts'
import { drawn } from './drawn.ts'
import { makeFindable, showOne } from './near-slides.ts'
import { makeUrlWriter, nearestIndex, slideIndexInUrl } from './slide-url.ts'
import { fitStage } from './stage.ts'
import { lookStarted, startReveal } from './start-reveal.ts'

/** A show of the slides, one at a time. Indexes start at 0. */
export interface Show {
  page: ClientPage
  /** Resolves when the first slide has been drawn. What that slide and the keys do not need waits for it. */
  drawn: Promise<void>
  index(): number
  /** The id of the current slide: `s3`. */
  pageId(): string
  /** Goes to a slide, or to the first or last one beyond them. Waits for it while the page is being read. */
  go(index: number): void
  next(): void
  previous(): void
  last(): void
  black(): boolean
  toggleBlack(): void
  /** Updates the show after slides were added, removed or moved, and goes to one of them. */
  rearrange(index: number): void
  /** Updates the show after other slides took the place of all, and goes to one of them. */
  replace(index: number): void
  /** Calls the listener after every change of the slide or of the black screen. */
  onChange(listener: () => void): void
}

/** Waits until the slide in the URL, else that at which the deck starts, has been read, and returns its index. */
async function firstIndex(page: ClientPage): Promise<number> {
  const asked = () => slideIndexInUrl(page, page.start)
  await page.reading.until(() => asked() !== null)
  return asked() ?? nearestIndex(page)
}

/**
 * Starts the show at the slide in the URL. `onFail` is called if reveal.js does not start, which it does after the slide has
 * been drawn.
 */
export async function makeShow(page: ClientPage, onFail: (error: unknown) => void): Promise<Show> {
  lookStarted(page)
  let current = await firstIndex(page)
  let deck: RevealApi | null = null
  let near: readonly HTMLElement[] = []
  const listeners: (() => void)[] = []
  const notify = () => {
    for (const listener of listeners) listener()
  }

  const writeUrl = makeUrlWriter()
  const pageId = () => page.slides[current]?.id ?? ''
  const address = () => page.addressOf(page.slides[current] as HTMLElement)
  const nearOf = (index: number) => page.slides.slice(Math.max(index - 1, 0), index + 2)
  let isPlacing = false
  const follow = () => {
    isPlacing = true
    deck?.slide(near.indexOf(page.slides[current] as HTMLElement))
    isPlacing = false
  }
  const place = (index: number) => {
    const before = near
    const slide = page.slides[index] as HTMLElement
    current = index
    near = nearOf(index)
    follow()
    showOne(new Set([...before, ...near]), slide, near)
  }
  const clamp = (index: number) => Math.min(Math.max(index, 0), page.slides.length - 1)
  let wanted = current
  const go = async (index: number) => {
    wanted = index
    if (index >= page.slides.length) await page.reading.until(() => index < page.slides.length)
    if (wanted !== index || clamp(index) === current) return
    place(clamp(index))
    writeUrl(address())
    notify()
  }
  place(current)
  fitStage(page)
  page.onEdit(() => {
    near = nearOf(current)
  })
  addEventListener('hashchange', () => {
    const index = slideIndexInUrl(page)
    if (index !== null) go(index)
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
      return startReveal(page, () => near)
    })
    .then((started) => {
      deck = started
      follow()
      showOne(near, page.slides[current] as HTMLElement, near)
      // A touch moves reveal.js itself.
      deck.on('slidechanged', () => {
        if (!isPlacing) go(page.slides.indexOf(started.getCurrentSlide() as HTMLElement))
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
    next: () => go(current + 1),
    previous: () => go(current - 1),
    last: () => go(Number.POSITIVE_INFINITY),
    black,
    toggleBlack: () => {
      page.reveal.classList.toggle('paused')
      notify()
    },
    rearrange: (to) => {
      const before = current
      place(clamp(to))
      writeUrl(address())
      if (current !== before) notify()
    },
    replace: (to) => {
      wanted = to
      place(to)
      writeUrl(address())
      notify()
      makeFindable(() => page.slides)
    },
    onChange: (listener) => {
      listeners.push(listener)
    },
  }
}
