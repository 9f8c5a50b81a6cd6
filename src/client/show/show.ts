import Reveal from 'reveal.js'
import type { ClientPage } from './client-page.ts'
import { fitStage } from './stage.ts'

/** A show of the slides, one at a time. Indexes start at 0. */
export interface Show {
  page: ClientPage
  index(): number
  /** The id of the current slide: `s3`. */
  pageId(): string
  go(index: number): void
  next(): void
  previous(): void
  black(): boolean
  toggleBlack(): void
  /** Updates the show after slides were added, removed or moved, and goes to one of them. */
  rearrange(index: number): void
  /** Calls the listener after every change of the slide or of the black screen. */
  onChange(listener: () => void): void
}

/** reveal.js handles slides, the URL and touch. The stage, keys, help and overview are ours, in the deck's language. */
const revealOptions = (page: ClientPage) => ({
  width: page.width,
  height: page.height,
  disableLayout: true,
  center: false,
  transition: 'none' as const,
  backgroundTransition: 'none' as const,
  autoAnimate: false,
  controls: false,
  progress: false,
  slideNumber: false,
  keyboard: false,
  help: false,
  overview: false,
  jumpToSlide: false,
  hash: true,
  hashOneBasedIndex: true,
  navigationMode: 'linear' as const,
  postMessage: false,
  postMessageEvents: false,
  showNotes: false,
  scrollActivationWidth: 0,
  hideInactiveCursor: true,
  hideCursorTime: 2500,
  viewDistance: 2,
  mobileViewDistance: 2,
})

/** Silences the messages of reveal.js for screen readers: ours are in the deck's language. */
function hideRevealStatus(reveal: HTMLElement): void {
  const status = document.createElement('div')
  status.className = 'aria-status'
  status.hidden = true
  reveal.append(status)
}

/** Starts reveal.js. */
export async function startReveal(page: ClientPage): Promise<Show> {
  hideRevealStatus(page.reveal)
  const deck = new Reveal(page.reveal, revealOptions(page))
  await deck.initialize()
  page.reveal.removeAttribute('role')
  fitStage(page)
  const index = () => deck.getIndices().h
  return {
    page,
    index,
    pageId: () => page.slides[index()]?.id ?? '',
    go: (to) => deck.slide(Math.min(Math.max(to, 0), page.slides.length - 1)),
    next: () => deck.next(),
    previous: () => deck.prev(),
    black: () => deck.isPaused(),
    toggleBlack: () => deck.togglePause(),
    rearrange: (to) => {
      deck.sync()
      deck.slide(to)
    },
    onChange: (listener) => {
      for (const event of ['slidechanged', 'paused', 'resumed']) deck.on(event, listener)
    },
  }
}
