import type { Refusal } from '../../model/wire/polls.ts'

/** What the server tells about a vote of this browser. */
export interface VotedMessage {
  poll: string
  options: readonly string[]
  refused: Refusal | null
}

/** The votes of this browser, by the id of their polls. One counts when the server has confirmed it. */
export interface OwnVotes {
  chosen(poll: string): readonly string[]
  /** Whether the server has what is chosen. */
  isCounted(poll: string): boolean
  /** A vote was sent. */
  sent(poll: string, options: readonly string[]): void
  /** Returns whether the answer is about the last vote: one about an earlier vote changes nothing. */
  answered(message: VotedMessage): boolean
  /** Returns the votes without an answer, to be sent again: the connection was lost. */
  takeUnanswered(): { poll: string; options: readonly string[] }[]
}

/** Creates it, without votes. */
export function makeOwnVotes(): OwnVotes {
  const votes = new Map<string, readonly string[]>()
  /** How many answers are to come for each poll, until the last one. */
  const waiting = new Map<string, number>()
  const isChosen = (poll: string, options: readonly string[]) =>
    JSON.stringify([...options].sort()) === JSON.stringify([...(votes.get(poll) ?? [])].sort())
  return {
    chosen: (poll) => votes.get(poll) ?? [],
    isCounted: (poll) => !waiting.has(poll) && (votes.get(poll)?.length ?? 0) > 0,
    sent: (poll, options) => {
      votes.set(poll, options)
      waiting.set(poll, (waiting.get(poll) ?? 0) + 1)
    },
    answered: ({ poll, options, refused }) => {
      const left = (waiting.get(poll) ?? 0) - 1
      if (left > 0 && refused === null && !isChosen(poll, options)) {
        waiting.set(poll, left)
        return false
      }
      waiting.delete(poll)
      votes.set(poll, options)
      return true
    },
    takeUnanswered: () =>
      [...waiting.keys()].map((poll) => {
        // The server first tells the vote that it has, if it has one.
        waiting.set(poll, 2)
        return { poll, options: votes.get(poll) ?? [] }
      }),
  }
}
