import type { DeskAction, DeskMessage, PollView, QuestionView } from '../../model/wire/polls.ts'
import type { RemoteWords } from '../../model/wire/talk-words.ts'
import { element } from '../parts/element.ts'
import { icon } from '../parts/icons.ts'
import { makeDeskPoll } from '../present/desk-poll.ts'
import { makeDeskQuestions } from '../present/desk-questions.ts'

/** What a remote knows of votes and questions, in whatever language it shows them. */
export interface DeskState {
  poll: PollView | null
  list: readonly QuestionView[]
  screen: string | null
  /** The number of phones that are connected. */
  phones: number
}

/** Votes and questions on a remote. */
export interface RemoteDesk {
  /** Opens the dialog; it shows how many questions wait. */
  button: HTMLElement
  /** Stands below a slide with a poll: it counts votes, and opens the dialog. */
  row: HTMLElement
  update(): void
  remove(): void
}

/** Returns what is known after a message. */
export function afterMessage(state: DeskState, message: DeskMessage): DeskState {
  if (message.type === 'ballot') return { ...state, poll: message.poll }
  if (message.type === 'questions') return { ...state, list: message.list, screen: message.screen }
  return state
}

/** Creates them in the language of the remote. `state` returns what is known now. */
export function makeRemoteDesk(
  { desk: words, vote: { voters } }: RemoteWords,
  close: string,
  { state, send }: { state(): DeskState; send(action: DeskAction): void },
): RemoteDesk {
  const vote = makeDeskPoll(words, (change) => {
    const { poll } = state()
    if (poll) send({ type: 'poll', poll: poll.id, ...change })
  })
  const questions = makeDeskQuestions({
    words,
    close,
    host: document.body,
    setState: (id, to) => send({ type: 'question', question: id, state: to }),
    setScreen: (id) => send({ type: 'screen', question: id }),
    save: null,
    poll: vote.part,
  })
  const count = element('span', {})
  const row = element('button', { type: 'button', class: 'ui-wide ui-remote-poll' }, count, icon('next'))
  row.addEventListener('click', questions.open)
  return {
    button: questions.button,
    row,
    remove: questions.remove,
    update: () => {
      const { poll, list, screen, phones } = state()
      vote.update(poll, phones)
      questions.update(list, screen)
      row.hidden = poll === null
      count.textContent = poll ? `${words.poll} · ${voters.replace('{x}', `${poll.voters}`)}` : ''
    },
  }
}
