import Reveal, { type RevealApi } from 'reveal.js'
import { element } from '../parts/element.ts'
import type { ClientPage } from './client-page.ts'

/** reveal.js handles slides and touch. The URL, stage, keys, help and overview are ours, in the deck's language. */
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
  hash: false,
  respondToHashChanges: false,
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

/** Makes the page look as under reveal.js, which starts after the first slide has been drawn. */
export function lookStarted({ reveal }: ClientPage): void {
  document.documentElement.classList.add('ui-on', 'reveal-full-page')
  document.body.classList.add('reveal-viewport')
  // reveal.js finds these and makes none. Its messages for screen readers are silenced: ours are in the deck's language.
  reveal.append(element('div', { class: 'aria-status', hidden: '' }), element('div', { class: 'pause-overlay' }))
}

/**
 * Starts reveal.js. Keys work without it.
 *
 * `near` gives the current slide between its neighbours. reveal.js sees no others: it goes through all slides that it
 * finds, several times in each step and at its start, which with 1,000 slides takes longer than everything else.
 */
export async function startReveal(page: ClientPage, near: () => readonly HTMLElement[]): Promise<RevealApi> {
  limitToNear(page.reveal, near)
  leaveLinksToBrowser(page.reveal)
  const deck = new Reveal(page.reveal, revealOptions(page))
  // The promise of reveal.js resolves later, after other tasks of the browser.
  const synced = new Promise((resolve) => deck.on('sync', resolve))
  await Promise.race([synced, deck.initialize(), rejection()])
  page.reveal.removeAttribute('role')
  return deck
}

/** reveal.js 6.0 finds slides by `querySelectorAll` of its root element alone, with selectors that begin with `.slides`. */
function limitToNear(reveal: HTMLElement, near: () => readonly HTMLElement[]): void {
  const find = reveal.querySelectorAll.bind(reveal)
  const findNear = (selector: string) =>
    selector.startsWith('.slides') ? near().filter((slide) => slide.matches(selector)) : find(selector)
  Object.assign(reveal, { querySelectorAll: findNear })
}

/** Keeps links to slides from reveal.js, which would look for them among the near ones. They change the URL instead. */
function leaveLinksToBrowser(reveal: HTMLElement): void {
  const keep = (event: Event) => {
    if ((event.target as Element).closest('a[href^="#"]')) event.stopPropagation()
  }
  reveal.querySelector('.slides')?.addEventListener('click', keep, { capture: true })
}

/** Rejects when a promise fails that nobody waits for, as in reveal.js while it starts. */
const rejection = (): Promise<never> =>
  new Promise((_, reject) => {
    addEventListener('unhandledrejection', ({ reason }) => reject(reason), { once: true })
  })
