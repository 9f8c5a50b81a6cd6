import type { ClientPage } from './client-page.ts'

/** A phone in portrait: a slide that fits the width would be too small to read. */
const phonePortrait = matchMedia('(max-width: 600px) and (orientation: portrait) and (pointer: coarse)')

/** Whether the page shows the slides one below the other, with larger text, instead of one at a time. */
export const isReadingView = (): boolean => phonePortrait.matches

/** Reloads the page at the visible slide when the phone is rotated, since that changes the view. */
export function reloadOnRotate(visibleIndex: () => number): void {
  phonePortrait.addEventListener('change', () => {
    try {
      history.replaceState(null, '', `#/${visibleIndex() + 1}`)
    } catch {
      // The page starts at the slide in the URL.
    }
    location.reload()
  })
}

/** Returns the index of the slide in the middle of the screen, or at another height. Units: px of the window. */
export function visibleSlideIndex({ slides }: ClientPage, line = innerHeight / 2): number {
  const at = slides.findIndex((slide) => slide.getBoundingClientRect().bottom >= line)
  return at === -1 ? slides.length - 1 : at
}

/** Shows the slides one below the other, and scrolls to the first one to show. */
export function startReadingView(page: ClientPage): void {
  document.documentElement.classList.add('ui-reading')
  const name = location.hash.replace(/^#\/?/, '')
  const number = /^\d+$/.test(name) ? Number(name) : page.start + 1
  const first = page.slides.find(({ id }) => id === name) ?? page.slides[number - 1]
  if (first && first !== page.slides[0]) first.scrollIntoView()
}
