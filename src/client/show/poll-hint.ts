import { element } from '../parts/element.ts'
import type { ClientPage } from './client-page.ts'
import type { Show } from './show.ts'

/** The hint is visible for so long after the last movement. Units: milliseconds. */
const hintMs = 2_500

const pollOf = (slide: HTMLElement | undefined) => slide?.querySelector('.poll') ?? null

/** Says, while the mouse moves over a slide with a poll, that nobody can vote on this page. A hall at rest does not see it. */
export function bindPollHint(show: Show): void {
  const { page } = show
  const hint = element('p', { class: 'ui-poll-hint' })
  let timer: number | undefined
  const hide = () => {
    clearTimeout(timer)
    hint.remove()
  }
  const wake = ({ type, movementX, movementY }: PointerEvent) => {
    // Browsers report a movement when the page changes under a mouse at rest. The speaker view says it, too.
    const moves = type === 'pointerdown' || movementX !== 0 || movementY !== 0
    const isSeen = !show.black() && !document.body.classList.contains('ui-here')
    if (!moves || !isSeen || !pollOf(page.slides[show.index()])) return
    hint.textContent = page.words.pollHint
    document.body.append(hint)
    clearTimeout(timer)
    timer = window.setTimeout(hide, hintMs)
  }
  addEventListener('pointermove', wake, true)
  addEventListener('pointerdown', wake, true)
  show.onChange(() => (show.black() || !pollOf(page.slides[show.index()])) && hide())
}

/** Says so below each poll of the reading view. */
export function addPollNotes(page: ClientPage): void {
  const add = () => {
    for (const slide of page.slides) {
      const poll = pollOf(slide)
      if (poll && !slide.querySelector('.ui-poll-note'))
        poll.after(element('p', { class: 'ui-poll-note' }, page.words.pollHint))
    }
  }
  add()
  page.onEdit(add)
}

/** Creates the same for the speaker view. `update` gets the slide that is shown. */
export function makePollNote(pollHint: string): { part: HTMLElement; update(slide: HTMLElement | undefined): void } {
  const part = element('p', { class: 'ui-poll-note' }, pollHint)
  return {
    part,
    update: (slide) => {
      part.hidden = pollOf(slide) === null
    },
  }
}
