import { stageMessageCount, stageMessageMs } from '../../model/wire/stage-message.ts'
import type { StageEvent } from '../../model/wire/talk.ts'

/** The messages to the speaker that a page which connects now has to show, too. */
export interface RecentMessages {
  add(event: StageEvent): void
  recent(): StageEvent[]
}

/** Creates an empty list. `now` is a monotonic clock. Units: milliseconds. */
export function makeRecentMessages(now: () => number): RecentMessages {
  let list: { event: StageEvent & { type: 'stage' }; until: number }[] = []
  return {
    add: (event) => {
      if (event.type === 'dismiss') list = list.filter((one) => one.event.message.id !== event.id)
      else list = [...list, { event, until: now() + stageMessageMs }].slice(-stageMessageCount)
    },
    recent: () => list.filter(({ until }) => until > now()).map(({ event }) => event),
  }
}
