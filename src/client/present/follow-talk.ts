import type { ServerMessage, TalkData } from '../../model/wire/talk.ts'
import { connectTalk, type OutgoingMessage, type TalkConnectionEvents } from './talk-connection.ts'
import { watchTalk } from './watch-talk.ts'

/** Without a connection for so long, a page that may watch does so. Units: milliseconds. */
const patienceMs = 4_000
/** While it watches, it tries to connect so seldom. Units: milliseconds. */
const retryMs = 60_000
/** A page whose key is of an earlier talk is loaded again after so long at least, and at most so much more. Units: ms. */
const reloadMs = 2_000

/** The way by which a page of the audience follows the talk. */
export interface Following {
  /** Sends a message; returns false if there is no connection. */
  send(message: OutgoingMessage): boolean
}

/** Options of `followTalk`. */
export interface FollowOptions extends Omit<TalkConnectionEvents, 'key' | 'onInvalidKey'> {
  data: TalkData
  onMessage(message: ServerMessage): void
  /** Whether the page only watches now: it can send nothing. */
  onWatch(watches: boolean): void
}

/** Follows a talk by a connection; where there is none and the server allows it, by asking for its state. */
export function followTalk({ data, onWatch, ...events }: FollowOptions): Following {
  const { version, languages = () => undefined, onMessage, onLost } = events
  let watches = false
  const setWatches = (next: boolean) => {
    if (next !== watches) onWatch(next)
    watches = next
  }
  const watch = watchTalk({
    version,
    tag: () => languages()?.shown ?? null,
    onMessage,
    onLost,
    onBegin: () => {
      setWatches(true)
      onLost(false)
    },
  })
  const askFor = (message: OutgoingMessage): boolean => {
    if (message.type === 'languages') for (const tag of [message.shown, message.read]) if (tag) watch.ask(tag)
    return false
  }
  if (data.watch === 'only') {
    watch.start()
    return { send: askFor }
  }
  let timer: number | undefined
  const connection = connectTalk({
    ...events,
    key: () => data.key,
    retryMs: () => (watches ? retryMs : null),
    onOpen: () => {
      clearTimeout(timer)
      timer = undefined
      watch.stop()
      setWatches(false)
      events.onOpen?.()
    },
    onLost: (lost) => {
      if (!watches) onLost(lost)
      if (lost && data.watch) timer ??= window.setTimeout(watch.start, patienceMs)
    },
    onInvalidKey: () => {
      // Behind this address, another talk has begun.
      if (data.watch) window.setTimeout(() => location.reload(), reloadMs * (1 + Math.random()))
      return true
    },
  })
  return { send: (message) => connection.send(message) || askFor(message) }
}
