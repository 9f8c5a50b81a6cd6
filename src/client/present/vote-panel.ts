import type { PollView, Refusal } from '../../model/wire/polls.ts'
import type { AudienceWords } from '../../model/wire/talk-words.ts'
import { element } from '../parts/element.ts'
import { resultText } from './poll-drawing.ts'

/** The ballot on a phone. */
export interface VotePanel {
  part: HTMLElement
  /** Shows a poll with the vote of this browser; null: there is none. */
  update(
    poll: PollView | null,
    own: { chosen: readonly string[]; isCounted: boolean } | null,
    refused: Refusal | null,
  ): void
}

/** Options of `makeVotePanel`. */
export interface VotePanelOptions {
  words: () => AudienceWords['vote'] | undefined
  vote(poll: PollView, options: readonly string[]): void
  /** Whether the slides are shown whole, so that a ballot of no use would stand in their way. */
  isShow(): boolean
}

/** Creates the ballot: a choice counts when it is touched, and can be changed as long as the poll is open. */
export function makeVotePanel({ words, vote, isShow }: VotePanelOptions): VotePanel {
  const part = element('section', { class: 'ui-ballot' })
  part.hidden = true
  const status = element('p', { class: 'ui-ballot-status', role: 'status' })
  let drawn = ''
  let isFolded = false
  let inputs: HTMLInputElement[] = []
  let results: HTMLElement[] = []
  let hint: HTMLElement | null = null
  let current: PollView | null = null
  let showFold = () => {}

  /** What lies over the slide gives way to the ballot, or to the button that is left of it. */
  const showRoom = () => {
    part.parentElement?.classList.toggle('ui-has-ballot', !part.hidden && !isFolded)
    part.parentElement?.classList.toggle('ui-has-folded', !part.hidden && isFolded)
  }
  const draw = (poll: PollView) => {
    const labels = words()
    if (!labels) return
    const question = element('legend', { lang: poll.lang }, poll.question)
    hint = element('p', { class: 'ui-ballot-hint', id: 'ui-ballot-hint' }, poll.many ? labels.many : labels.one)
    inputs = poll.options.map(({ key }) => {
      const input = element('input', { type: poll.many ? 'checkbox' : 'radio', name: 'ui-ballot', value: key })
      input.addEventListener('change', () => {
        if (current) vote(current, chosenKeys())
      })
      return input
    })
    results = poll.options.map(() => element('span', { class: 'ui-ballot-result' }))
    const rows = poll.options.map(({ text }, i) =>
      element('label', {}, inputs[i]!, element('bdi', { lang: poll.lang }, text), results[i]!),
    )
    const fold = element('button', { type: 'button', class: 'ui-ballot-fold' })
    // In the row of the button: on a phone each line counts.
    const head = element('header', { class: 'ui-ballot-head' }, hint, fold)
    const options = element('fieldset', { 'aria-describedby': hint.id }, question, ...rows)
    const body = element('div', { class: 'ui-ballot-body' }, options, status)
    showFold = () => {
      body.hidden = isFolded
      if (hint) hint.hidden = isFolded || current?.open === false
      part.classList.toggle('ui-is-folded', isFolded)
      showRoom()
      fold.textContent = isFolded ? (current?.open === false ? labels.title : labels.open) : labels.hide
      fold.setAttribute('aria-expanded', `${!isFolded}`)
    }
    fold.addEventListener('click', () => {
      isFolded = !isFolded
      showFold()
    })
    part.setAttribute('aria-label', labels.title)
    part.replaceChildren(head, body)
  }
  const chosenKeys = () => inputs.filter(({ checked }) => checked).map(({ value }) => value)
  return {
    part,
    update: (poll, own, refused) => {
      const labels = words()
      const { chosen = [], isCounted = false } = own ?? {}
      const isSame = poll !== null && poll.id === current?.id
      if (!isSame || (poll.open && !current?.open)) isFolded = false
      const isToldNow = isSame && poll.shown && current?.shown === false
      const isClosedNow = poll?.open === false && (!isSame || current?.open === true)
      if (isShow() && (isClosedNow || isToldNow)) isFolded = true
      current = poll
      part.hidden = poll === null || !labels
      showRoom()
      if (!poll || !labels) return
      const { id, question, lang, many, options } = poll
      const look = JSON.stringify([id, question, lang, many, options, labels.title])
      if (look !== drawn) draw(poll)
      drawn = look
      showFold()
      for (const input of inputs) {
        input.checked = chosen.includes(input.value)
        input.disabled = !poll.open
      }
      if (hint) hint.hidden = !poll.open || isFolded
      const seen = poll.shown ? poll.counts : null
      for (const [i, result] of results.entries())
        result.textContent = seen ? resultText(seen[i] ?? 0, poll.voters, poll.lang) : ''
      const done = isCounted ? labels.counted : ''
      status.textContent = refused && refused !== 'closed' ? labels.refused[refused] : poll.open ? done : labels.closed
      part.classList.toggle('ui-is-closed', !poll.open)
      part.classList.toggle('ui-has-vote', chosen.length > 0)
    },
  }
}
