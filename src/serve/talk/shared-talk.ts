import { applyDrawingEvent, type DrawingEvent, type Drawings, isDrawingEvent } from '../../model/wire/drawing.ts'
import type { PlacedPage } from '../../model/wire/page-place.ts'
import type { TalkAction, Timer } from '../../model/wire/talk.ts'
import type { Broadcast } from './broadcast.ts'
import { followTopic } from './follow-topic.ts'
import type { TalkStore } from './talk-store.ts'

/** Keeps the state of a talk the same in all processes: an action counts when it comes back from the broadcast. */
export interface SharedTalk {
  /**
   * Sends an action of a page to all processes. Returns false if it makes no sense, such as one for a page that does not
   * exist. `from` identifies the page of the browser.
   */
  act(action: TalkAction, from: string): boolean
  /** Replaces the pages after the deck changed. Returns whether another page is shown now. */
  setPages(pages: readonly PlacedPage[]): boolean
  close(): void
}

/** Options of `openSharedTalk`. */
export interface SharedTalkOptions {
  broadcast: Broadcast
  talk: TalkStore
  /** Called when an action was applied. */
  onAction(action: TalkAction, from: string): void
  onError(error: unknown): void
  /** Wall-clock time. Units: milliseconds since 1970. */
  wallTime?: () => number
}

/** What is published of an action. `from` is null if another page is shown because the deck changed. */
interface SentAction {
  from: string | null
  process: string
  action: TalkAction
}

/** A stopwatch as it is kept: when its time was `elapsedMs`. Units: milliseconds since 1970. */
type KeptTimer = Timer & { atMs: number }

/** The topics of a talk. What is kept of the last one is all drawings. */
const topics = {
  go: 'place',
  black: 'black',
  timer: 'timer',
  laser: 'laser',
  drawing: 'drawing',
  stage: 'stage',
  dismiss: 'stage',
} as const

/** Takes the state of the talk from the broadcast, if it has begun, and follows it from then on. */
export async function openSharedTalk({
  broadcast,
  talk,
  onAction,
  onError,
  wallTime = Date.now,
}: SharedTalkOptions): Promise<SharedTalk> {
  const process = crypto.randomUUID()
  /** The page that others show, and this deck does not have (yet). */
  let wanted: (TalkAction & { type: 'go' }) | null = null
  const apply = (action: TalkAction) => {
    const done = talk.apply(action)
    if (action.type === 'go') wanted = done ? null : action
    return done
  }
  /** The drawings after the events that were sent and have not come back, and how many these are. */
  let ahead: Drawings = talk.state().drawings
  let sentCount = 0
  const receiveDrawing = ({ process: origin, action }: SentAction) => {
    if (origin === process) sentCount -= 1
    if (sentCount === 0) ahead = talk.state().drawings
    else if (origin !== process && isDrawingEvent(action)) ahead = applyDrawingEvent(ahead, action)
  }
  const sendDrawing = (action: DrawingEvent, from: string) => {
    const next = applyDrawingEvent(ahead, action)
    if (next === ahead) return false
    ahead = next
    sentCount += 1
    publish(topics.drawing, { from, process, action }, ahead)
    return true
  }
  const receive = ({ from, process: origin, action }: SentAction) => {
    if (from === null && origin === process) return
    if (apply(action)) onAction(action, from ?? '')
  }
  const publish = (topic: string, sent: SentAction, latest: unknown = sent) =>
    void broadcast.publish(topic, sent, latest).catch(onError)
  const offs = await Promise.all([
    ...([topics.go, topics.black, topics.laser] as const).map((topic) =>
      followTopic(broadcast, topic, {
        onLatest: (value) => void apply((value as SentAction).action),
        onMessage: (message) => receive(message as SentAction),
      }),
    ),
    // Messages to the speaker are for now, not for pages that a process opens later.
    followTopic(broadcast, topics.stage, {
      onLatest: () => {},
      onMessage: (message) => receive(message as SentAction),
    }),
    followTopic(broadcast, topics.timer, {
      onLatest: (value) => {
        const { elapsedMs, running, atMs } = value as KeptTimer
        const sinceMs = running ? Math.max(0, wallTime() - atMs) : 0
        talk.apply({ type: 'timer', elapsedMs: elapsedMs + sinceMs, running })
      },
      onMessage: (message) => receive(message as SentAction),
    }),
    followTopic(broadcast, topics.drawing, {
      onLatest: (value) => {
        ahead = value as Drawings
        talk.setDrawings(ahead)
      },
      onMessage: (message) => {
        receive(message as SentAction)
        receiveDrawing(message as SentAction)
      },
    }),
  ])
  return {
    act: (action, from) => {
      const sent = { from, process, action }
      if (action.type !== 'laser' && isDrawingEvent(action))
        return talk.hasPage(action.page) && sendDrawing(action, from)
      if (!talk.accepts(action)) return false
      if (action.type === 'timer') {
        const { elapsedMs, running } = action
        publish(topics.timer, sent, { elapsedMs, running, atMs: wallTime() } satisfies KeptTimer)
      } else publish(topics[action.type], sent)
      return true
    },
    setPages: (pages) => {
      const { page: before } = talk.state()
      talk.setPages(pages)
      if (wanted) apply(wanted)
      const { page, step } = talk.state()
      if (page === before) return false
      if (!wanted) publish(topics.go, { from: null, process, action: { type: 'go', page, step } })
      return true
    },
    close: () => {
      for (const off of offs) off().catch(onError)
    },
  }
}
