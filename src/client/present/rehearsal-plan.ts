import type { MeasuredTime, RehearsalAction, RehearsalMessage } from '../../model/wire/rehearsal.ts'
import type { PlanTimes } from '../show/talk-context.ts'

/** Asks the server to plan measured times in the deck. */
export interface RehearsalPlan {
  /** Resolves to the answer; to null if there is no connection, or it is lost. */
  plan: PlanTimes['plan']
  receive(message: RehearsalMessage): void
  /** The connection is lost: no answer comes any more. */
  lose(): void
}

/** Creates it. `send` returns false if there is no connection. */
export function makeRehearsalPlan(send: (action: RehearsalAction) => boolean): RehearsalPlan {
  let settle: (answer: RehearsalMessage | null) => void = () => {}
  return {
    plan: (times: readonly MeasuredTime[], lang, base) =>
      new Promise((resolve) => {
        settle(null)
        settle = resolve
        if (!send({ type: 'rehearsed', times, lang, base })) resolve(null)
      }),
    receive: (message) => settle(message),
    lose: () => settle(null),
  }
}
