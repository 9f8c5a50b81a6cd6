import { applyDrawingEvent, type DrawingEvent, type Drawings, isDrawingEvent } from '../../model/wire/drawing.ts'
import type { PlacedPage } from '../../model/wire/page-place.ts'
import type { TalkAction } from '../../model/wire/talk.ts'
import type { Broadcast } from './broadcast.ts'
import { followTopic } from './follow-topic.ts'
import { type KeptTimer, readDrawings, readSentAction, readTimer, type SentAction } from './read-shared.ts'
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
  /**
   * Whether this process only follows the talk, as those that serve followers do. Others tell how it stands, if nobody has yet,
   * and which page is shown after one was removed.
   */
  follows?: boolean
  /** Called when an action was applied. */
  onAction(action: TalkAction, from: string): void
  /** Called when the state has changed otherwise: after the other processes could not be reached. */
  onCatchUp?(): void
  onError(error: unknown): void
  /** Wall-clock time. Units: milliseconds since 1970. */
  wallTime?: () => number
}

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
  follows = false,
  onAction,
  onCatchUp = () => {},
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
    if (origin === process) sentCount = Math.max(0, sentCount - 1)
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
  const receive = (message: unknown): SentAction | null => {
    const sent = readSentAction(message)
    if (sent && !(sent.from === null && sent.process === process) && apply(sent.action))
      onAction(sent.action, sent.from ?? '')
    return sent
  }
  let isOpen = false
  const toldBefore = new Set<string>()
  const follow = (topic: string, onLatest: (value: unknown) => void, onMessage: (message: unknown) => void = receive) =>
    followTopic(broadcast, topic, {
      onLatest: (value) => {
        toldBefore.add(topic)
        onLatest(value)
        if (isOpen) onCatchUp()
      },
      onMessage,
      onError,
    })
  const publish = (topic: string, sent: SentAction, latest: unknown = sent) =>
    void broadcast.publish(topic, sent, latest).catch(onError)
  const offs = await Promise.all([
    ...([topics.go, topics.black, topics.laser] as const).map((topic) =>
      follow(topic, (value) => {
        const sent = readSentAction(value)
        if (sent) apply(sent.action)
      }),
    ),
    // Messages to the speaker are for now, not for pages that a process opens later.
    follow(topics.stage, () => {}),
    follow(topics.timer, (value) => {
      const kept = readTimer(value)
      if (!kept) return
      const sinceMs = kept.running ? Math.max(0, wallTime() - kept.atMs) : 0
      talk.apply({ type: 'timer', elapsedMs: kept.elapsedMs + sinceMs, running: kept.running })
    }),
    follow(
      topics.drawing,
      (value) => {
        ahead = readDrawings(value)
        sentCount = 0
        talk.setDrawings(ahead)
      },
      (message) => {
        const sent = receive(message)
        if (sent) receiveDrawing(sent)
      },
    ),
  ])
  isOpen = true
  const tell = () => {
    const { page, step, black, drawings } = talk.state()
    const timer = talk.timer()
    const sent = (action: TalkAction): SentAction => ({ from: null, process, action })
    const isNew = (topic: string) => !toldBefore.has(topic)
    if (isNew(topics.go)) publish(topics.go, sent({ type: 'go', page, step }))
    if (isNew(topics.black) && black) publish(topics.black, sent({ type: 'black', on: true }))
    if (isNew(topics.timer) && (timer.running || timer.elapsedMs > 0))
      publish(topics.timer, sent({ type: 'timer', ...timer }), { ...timer, atMs: wallTime() } satisfies KeptTimer)
    const [first] = Object.keys(drawings)
    // The event changes nothing; what counts is what late comers get.
    if (isNew(topics.drawing) && first !== undefined)
      publish(topics.drawing, sent({ type: 'erase', page: first, id: '-' }), drawings)
  }
  if (!follows) tell()
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
      const { page: before, step: stepBefore } = talk.state()
      talk.setPages(pages)
      if (wanted) apply(wanted)
      const { page, step } = talk.state()
      if (page === before) return false
      if (follows) wanted ??= { type: 'go', page: before, step: stepBefore }
      else if (!wanted) publish(topics.go, { from: null, process, action: { type: 'go', page, step } })
      return true
    },
    close: () => {
      for (const off of offs) off().catch(onError)
    },
  }
}
