/** What the server tells about a question that this browser has seconded, or has taken that back. */
export interface SecondedMessage {
  question: string
  /** Whether it counts as seconded. */
  on: boolean
}

/** The questions of others that this browser has seconded. One counts when the server has confirmed it. */
export interface OwnSeconds {
  /** Those that are shown as seconded, confirmed or not. */
  shown(): ReadonlySet<string>
  /** The user has seconded a question, or has taken that back. Sent or not: what has no answer is sent again. */
  set(question: string, on: boolean): void
  /** The server has answered the last or an earlier message about a question. */
  answered(message: SecondedMessage): void
  /** The server has told which questions this browser has seconded: the page has joined. */
  joined(mine: readonly string[]): void
  /** Returns what has no answer, to be sent again: the connection was lost. Sent twice, it counts once. */
  takeUnanswered(): SecondedMessage[]
}

/** Creates it, without any. */
export function makeOwnSeconds(): OwnSeconds {
  const confirmed = new Set<string>()
  /** What the user wants, and how many answers are to come, by the id of the question. */
  const wanted = new Map<string, { on: boolean; answers: number }>()
  const confirm = (question: string, on: boolean) => {
    if (on) confirmed.add(question)
    else confirmed.delete(question)
  }
  return {
    shown: () => {
      const shown = new Set(confirmed)
      for (const [question, { on }] of wanted) {
        if (on) shown.add(question)
        else shown.delete(question)
      }
      return shown
    },
    set: (question, on) => {
      wanted.set(question, { on, answers: (wanted.get(question)?.answers ?? 0) + 1 })
    },
    answered: ({ question, on }) => {
      const own = wanted.get(question)
      if (own) own.answers -= 1
      if (!own || own.answers <= 0) wanted.delete(question)
      confirm(question, on)
    },
    joined: (mine) => {
      for (const question of mine) confirm(question, true)
    },
    takeUnanswered: () =>
      [...wanted].map(([question, own]) => {
        own.answers = 1
        return { question, on: own.on }
      }),
  }
}
