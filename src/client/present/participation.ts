import type { DeskMessage, PollView, QuestionView, Refusal } from '../../model/wire/polls.ts'
import type { AudienceWords } from '../../model/wire/talk-words.ts'
import { element } from '../parts/element.ts'
import type { ClientPage } from '../show/client-page.ts'
import { type AskDialog, makeAskDialog } from './ask-dialog.ts'
import { makeOwnSeconds } from './own-seconds.ts'
import { makeOwnVotes } from './own-votes.ts'
import { makePollDrawing } from './poll-drawing.ts'
import { makeScreenQuestion } from './screen-question.ts'
import type { TalkConnection } from './talk-connection.ts'
import { makeVotePanel } from './vote-panel.ts'
import { randomId, voterId } from './voter-id.ts'

/** Lets the audience vote and ask. */
export interface Participation {
  /** The id under which this browser votes. */
  voter: string
  receive(message: DeskMessage): void
  /** The page has joined the talk again: a question, votes and "me too" whose answers were lost are sent again. */
  resend(): void
  /** The page shows another language. */
  relabel(): void
  /** Whether the page only watches: it can neither vote nor ask, and says so. */
  setWatches(watches: boolean): void
}

/** Options of `makeParticipation`. */
export interface ParticipationOptions {
  page: ClientPage
  /** The language of the reader, and its words. */
  reader: () => { lang: string; talk: AudienceWords | undefined }
  send: TalkConnection['send']
}

/** Adds the ballot and the questions to the audience's page, below the slides. */
export function makeParticipation({ page, reader, send }: ParticipationOptions): Participation {
  const words = () => reader().talk
  const voter = voterId()
  let poll: PollView | null = null
  let list: readonly QuestionView[] = []
  let screen: string | null = null
  const votes = makeOwnVotes()
  const seconds = makeOwnSeconds()
  let refused: Refusal | null = null
  let watches = false
  let waiting: { id: string; text: string } | null = null

  const drawing = makePollDrawing(
    page,
    (count) => (words()?.vote.voters ?? '').replace('{x}', `${count}`),
    (slides) => page.notifyEdit(slides),
  )
  const panel = makeVotePanel({
    words: () => words()?.vote,
    isShow: () => !document.documentElement.classList.contains('ui-reading'),
    vote: ({ id }, options) => {
      const isSent = send({ type: 'vote', voter, poll: id, options })
      refused = isSent ? null : 'failed'
      if (isSent) votes.sent(id, options)
      update()
    },
  })
  const askButton = element('button', { type: 'button', class: 'ui-ask-button' })
  const watching = element('p', { class: 'ui-watching', role: 'status' })
  watching.hidden = true
  const part = element('div', { class: 'ui-voting' }, panel.part, askButton, watching)
  document.body.append(part)
  // Among the texts of all slides it would be out of sight.
  const isReading = document.documentElement.classList.contains('ui-reading')
  const question = makeScreenQuestion(() => words()?.ask.onScreen ?? '', isReading ? part : document.body)
  const makeDialog = (): AskDialog | null => {
    const own = words()
    if (!own) return null
    return makeAskDialog({
      words: own.ask,
      close: page.words.close,
      ask: (text) => {
        waiting ??= { id: randomId(), text }
        if (waiting.text !== text) waiting = { id: randomId(), text }
        return send({ type: 'ask', voter, ...waiting })
      },
      second: (id, on) => {
        seconds.set(id, on)
        send({ type: 'second', voter, question: id, on })
        dialog?.update(list, seconds.shown())
      },
    })
  }
  let dialog: AskDialog | null = null
  askButton.addEventListener('click', () => {
    dialog ??= makeDialog()
    document.querySelector<HTMLElement>('.ui-ask')?.setAttribute('lang', reader().lang)
    dialog?.update(list, seconds.shown())
    dialog?.open()
  })
  const setHeight = () =>
    document.documentElement.style.setProperty('--ui-voting', `${part.getBoundingClientRect().height}px`)
  if ('ResizeObserver' in window) new ResizeObserver(setHeight).observe(part)
  const update = () => {
    watching.textContent = watches ? (words()?.watch ?? '') : ''
    watching.hidden = !watches
    askButton.hidden = watches
    const own = poll ? { chosen: votes.chosen(poll.id), isCounted: votes.isCounted(poll.id) } : null
    panel.update(watches ? null : poll, own, refused)
    part.lang = reader().lang
    askButton.textContent = words()?.ask.title ?? ''
    dialog?.update(list, seconds.shown())
    question.update(list, screen)
  }
  update()
  return {
    voter,
    receive: (message) => {
      if (message.type === 'ballot') {
        if (message.poll?.id !== poll?.id) refused = null
        poll = message.poll
        drawing.update(poll)
      } else if (message.type === 'voted') {
        if (votes.answered(message)) refused = message.refused
      } else if (message.type === 'asked') {
        if (message.id === waiting?.id) {
          // What the speaker cannot take now can be sent again as it is.
          if (message.refused === null) waiting = null
          dialog?.showResult(message.refused)
        }
      } else if (message.type === 'seconded') seconds.answered(message)
      else if (message.type === 'questions') {
        list = message.list
        screen = message.screen
        seconds.joined(message.mine ?? [])
      }
      update()
    },
    resend: () => {
      if (waiting) send({ type: 'ask', voter, ...waiting })
      for (const vote of votes.takeUnanswered()) send({ type: 'vote', voter, ...vote })
      for (const second of seconds.takeUnanswered()) send({ type: 'second', voter, ...second })
    },
    setWatches: (next) => {
      watches = next
      if (watches) dialog?.remove()
      if (watches) dialog = null
      update()
    },
    relabel: () => {
      dialog?.remove()
      dialog = null
      update()
      drawing.update(poll)
    },
  }
}
