import type { ClientPage } from './client-page.ts'

/** A phone held upright: a slide of full width would be too small to read. */
const phonePortrait = matchMedia('(max-width: 600px) and (orientation: portrait) and (pointer: coarse)')

/** Whether the slides should be read one below the other, in letters of a phone's size, instead of shown one by one. */
export const isReadingView = (): boolean => phonePortrait.matches

/** Turning the phone changes the view: the page starts anew at the slide that is in sight. */
export function reloadOnRotate(inSight: () => number): void {
  phonePortrait.addEventListener('change', () => {
    try {
      history.replaceState(null, '', `#/${inSight() + 1}`)
    } catch {
      // Then it starts where the address says.
    }
    location.reload()
  })
}

/** The slide that the middle of the screen lies in, or a line at another height. Units: px of the window. */
export function visibleSlideIndex({ slides }: ClientPage, line = innerHeight / 2): number {
  const at = slides.findIndex((slide) => slide.getBoundingClientRect().bottom >= line)
  return at === -1 ? slides.length - 1 : at
}

/** Sets the slides one below the other. */
export function startReadingView(page: ClientPage): void {
  document.documentElement.classList.add('ui-reading')
  const name = location.hash.replace(/^#\/?/, '')
  const number = /^\d+$/.test(name) ? Number(name) : page.start + 1
  const first = page.slides.find(({ id }) => id === name) ?? page.slides[number - 1]
  if (first && first !== page.slides[0]) first.scrollIntoView()
}
