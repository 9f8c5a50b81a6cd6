import Reveal from 'reveal.js'
import type { ClientPage } from './client-page.ts'
import { fitStage } from './stage.ts'

/** The slides as they are shown one by one. Indexes start at 0. */
export interface Show {
  page: ClientPage
  index(): number
  /** The id of the slide that is shown: `s3`. */
  pageId(): string
  go(index: number): void
  next(): void
  previous(): void
  black(): boolean
  toggleBlack(): void
  /** Takes in that slides of the page came, went or moved, and shows one of them. */
  rearrange(shown: number): void
  /** Calls back after every change of the slide or of the black screen. */
  onChange(listener: () => void): void
}

/** reveal.js does the slides, the address and touch; the stage, keys, help and overview are ours, in the deck's language. */
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

/** reveal's own messages for screen readers are silenced: ours say which slide it is, in the deck's language. */
function hideRevealStatus(reveal: HTMLElement): void {
  const status = document.createElement('div')
  status.className = 'aria-status'
  status.hidden = true
  reveal.append(status)
}

/** Starts the show. */
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
    rearrange: (shown) => {
      deck.sync()
      deck.slide(shown)
    },
    onChange: (listener) => {
      for (const event of ['slidechanged', 'paused', 'resumed']) deck.on(event, listener)
    },
  }
}
