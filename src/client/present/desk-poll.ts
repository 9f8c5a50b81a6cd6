import type { PollView } from '../../model/wire/polls.ts'
import type { PresentWords } from '../../model/wire/talk-words.ts'
import { element } from '../parts/element.ts'

/** The poll of the current slide in the speaker view. */
export interface DeskPoll {
  part: HTMLElement
  /** `phones`: how many are connected. */
  update(poll: PollView | null, phones: number): void
}

/** Creates it: the counts, and buttons that open, close, show and hide. */
export function makeDeskPoll(
  words: Omit<PresentWords['desk'], 'file'>,
  change: (change: { open: boolean; shown: boolean }) => void,
): DeskPoll {
  const voters = element('p', { class: 'ui-desk-voters', role: 'status' })
  const list = element('ol', { class: 'ui-desk-counts' })
  const open = element('button', { type: 'button', class: 'ui-wide' })
  const shown = element('button', { type: 'button', class: 'ui-wide' })
  const heading = element('h2', { class: 'ui-label' }, words.poll)
  const buttons = element('div', { class: 'ui-desk-buttons' }, open, shown)
  const part = element('section', { class: 'ui-desk' }, element('header', {}, heading, voters), list, buttons)
  let current: PollView | null = null
  open.addEventListener('click', () => current && change({ open: !current.open, shown: current.shown }))
  shown.addEventListener('click', () => current && change({ open: current.open, shown: !current.shown }))
  return {
    part,
    update: (poll, phones) => {
      current = poll
      part.hidden = poll === null
      if (!poll) return
      const { counts, options, lang } = poll
      voters.textContent = words.voters
        .replace('{x}', `${poll.voters}`)
        .replace('{y}', `${Math.max(phones, poll.voters)}`)
      list.lang = lang
      list.replaceChildren(
        ...options.map(({ text }, i) =>
          element('li', {}, element('bdi', {}, text), element('b', {}, `${counts?.[i] ?? 0}`)),
        ),
      )
      open.textContent = poll.open ? words.close : words.open
      shown.textContent = poll.shown ? words.hide : words.show
      shown.setAttribute('aria-pressed', `${poll.shown}`)
    },
  }
}
