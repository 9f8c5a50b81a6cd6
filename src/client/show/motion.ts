import type { ClientPage } from './client-page.ts'

/** What the slides look like while one follows another: a class of the page and of the slide that is left. */
const classes = { fade: 'ui-fading', slide: 'ui-sliding', back: 'ui-back-to', leaving: 'ui-leaving' } as const

/** A browser that does not tell the end of a movement has ended it by then. Units: milliseconds. */
const longestMs = 600

/** Moves from one slide to another, as the deck or its theme asks for. */
export interface Motion {
  /** Shows the slide that is left until it has gone. `onEnd` is called when it has, at once where nothing moves. */
  leave(slide: HTMLElement, isBack: boolean, onEnd: () => void): void
}

/** Creates the movements of a page. Nothing moves where the user wants less motion. */
export function makeMotion(page: ClientPage): Motion {
  const stillness = matchMedia('(prefers-reduced-motion: reduce)')
  const stage = page.reveal.querySelector<HTMLElement>('.slides')
  let finish = () => {}
  return {
    leave: (slide, isBack, onEnd) => {
      // Who goes on quickly does not wait for the last movement.
      finish()
      const { transition } = page
      if (!transition || !stage || stillness.matches || document.visibilityState === 'hidden') return onEnd()
      stage.classList.add(classes[transition])
      stage.classList.toggle(classes.back, isBack)
      slide.classList.add(classes.leaving)
      const timer = setTimeout(() => finish(), longestMs)
      const ended = ({ target }: Event) => target === slide && finish()
      slide.addEventListener('animationend', ended)
      finish = () => {
        finish = () => {}
        clearTimeout(timer)
        slide.removeEventListener('animationend', ended)
        slide.classList.remove(classes.leaving)
        stage.classList.remove(classes[transition], classes.back)
        onEnd()
      }
    },
  }
}
