import { type Broadcast, type BroadcastListener, type Latest, UnreachableError } from '../broadcast.ts'
import { keepScript, latestScript, publishScript, restoreScript } from './scripts.ts'
import type { TalkConnections } from './talk-connections.ts'
import { type Frame, type TalkKeys, writeFrame } from './wire.ts'

/** A message that is not at Redis by then reaches this process alone for now. Units: milliseconds. */
const publishMs = 1_000
/** How long writing what late comers get may take. Units: milliseconds. */
const keepMs = 5_000
/** What late comers get is written at most so often, and at most this share of the time is spent on it. Units: ms; share. */
const keepEveryMs = 250
const keepShare = 0.1
/** How long a late comer waits for a value that is being written. Units: milliseconds. */
const lateMs = 2_000
const retryMs = 50
/** No value is longer: drawings are the longest ones. Units: bytes. */
const maxValueBytes = 16_000_000

/** The topics of a talk at Redis. */
export interface Topics extends Pick<Broadcast, 'publish' | 'subscribe' | 'latest'> {
  /** A message has come. */
  receive(frame: Frame): void
  /** The others can be reached again. */
  catchUp(): void
  close(): void
}

/** A listener to a topic. */
interface Listener {
  onMessage: BroadcastListener
  onMissed: () => void
}

/** What this process knows of a topic. */
interface Topic {
  listeners: Set<Listener>
  /** The newest version that was seen. */
  version: number
  /** What it published last for late comers; null if it has not. */
  kept: { value: unknown; version: number; isLost: boolean } | null
  /** The same as far as the others have got it, if it is still to be written. */
  due: { value: unknown; version: number } | null
  timer: NodeJS.Timeout | undefined
  pauseMs: number
}

/** Creates the topics of a talk. `process` identifies this process. */
export function makeTopics(connections: TalkConnections, keys: TalkKeys, process: string): Topics {
  const topics = new Map<string, Topic>()
  const topicOf = (name: string): Topic => {
    const known = topics.get(name)
    if (known) return known
    const topic: Topic = {
      listeners: new Set(),
      version: 0,
      kept: null,
      due: null,
      timer: undefined,
      pauseMs: keepEveryMs,
    }
    topics.set(name, topic)
    return topic
  }
  let lastNumber = 0
  /** The numbers of messages that have not come back yet, and of those that this process has taken without that. */
  const onTheWay = new Set<number>()
  const taken = new Set<number>()
  const deliver = (topic: Topic, message: unknown, version: number) => {
    topic.version = Math.max(topic.version, version)
    for (const { onMessage } of [...topic.listeners]) onMessage(message, version)
  }
  /** Takes a message that the others do not get now. */
  const takeAlone = (topic: Topic, message: unknown, number: number) => {
    if (topic.kept) topic.kept.isLost = true
    if (!onTheWay.delete(number)) return
    taken.add(number)
    queueMicrotask(() => deliver(topic, message, Math.max(topic.version + 1, Date.now() * 1000)))
  }
  const keep = async (name: string) => {
    const topic = topicOf(name)
    topic.timer = undefined
    const { due } = topic
    topic.due = null
    if (!due) return
    const begun = performance.now()
    const args = [due.version, JSON.stringify(due.value), keys.expiryMs]
    try {
      await connections.now((client) => client.eval(keepScript, 1, keys.topic(name), ...args), keepMs)
    } catch {
      if (topic.kept) topic.kept.isLost = true
    }
    topic.pauseMs = Math.max(keepEveryMs, (performance.now() - begun) / keepShare)
  }
  const restore = async (name: string) => {
    const { kept } = topicOf(name)
    if (!kept) return
    const { isLost, value, version } = kept
    const head = writeFrame({ process, number: 0, topic: name })
    const args = [keys.channel, head, isLost ? '1' : '0', version, JSON.stringify(value), keys.expiryMs]
    const restored = await connections.run((client) => client.eval(restoreScript, 1, keys.topic(name), ...args))
    kept.isLost = false
    if (restored !== null) kept.version = Number(restored)
  }
  return {
    publish: async (name, message, latest = message) => {
      const topic = topicOf(name)
      const number = ++lastNumber
      onTheWay.add(number)
      const isSame = latest === message
      const kept = { value: latest, version: topic.version, isLost: topic.kept?.isLost ?? false }
      topic.kept = kept
      const body = JSON.stringify(message)
      const head = writeFrame({ process, number, topic: name })
      const args = [keys.channel, head, body, isSame ? '1' : '0', isSame ? body : '', keys.expiryMs]
      try {
        kept.version = Number(
          await connections.now((client) => client.eval(publishScript, 1, keys.topic(name), ...args), publishMs),
        )
        if (isSame) return
        topic.due = { value: latest, version: kept.version }
        topic.timer ??= setTimeout(keep, topic.pauseMs, name)
      } catch (error) {
        if (!(error instanceof UnreachableError)) throw error
        connections.suspect()
        takeAlone(topic, message, number)
      }
    },
    subscribe: async (name, onMessage, onMissed = () => {}) => {
      const listener = { onMessage, onMissed }
      topicOf(name).listeners.add(listener)
      return async () => void topicOf(name).listeners.delete(listener)
    },
    latest: async (name): Promise<Latest | null> => {
      const topic = topicOf(name)
      let wanted: number | null = null
      for (const begun = performance.now(); ; await new Promise((resolve) => setTimeout(resolve, retryMs))) {
        const answer = await connections.run((client) => client.eval(latestScript, 1, keys.topic(name), maxValueBytes))
        const [version, valueVersion, text] = answer as [string, string, string]
        wanted ??= Number(version)
        if (Number(valueVersion) < wanted && performance.now() - begun < lateMs) continue
        const value = readJson(text)
        topic.version = Math.max(topic.version, Number(valueVersion))
        return value === undefined ? null : { version: Number(valueVersion), value }
      }
    },
    receive: ({ version, process: origin, number, topic: name, body }) => {
      const topic = topics.get(name)
      if (!topic) return
      if (origin === process) {
        onTheWay.delete(number)
        if (taken.delete(number)) return
      }
      if (body === '') {
        if (origin !== process) for (const { onMissed } of [...topic.listeners]) onMissed()
        return
      }
      const message = readJson(body)
      if (message !== undefined) deliver(topic, message, version)
    },
    catchUp: () => {
      taken.clear()
      for (const [name, topic] of topics) {
        restore(name)
          .catch(() => {})
          .then(() => {
            for (const { onMissed } of [...topic.listeners]) onMissed()
          })
      }
    },
    close: () => {
      for (const { timer } of topics.values()) clearTimeout(timer)
    },
  }
}

/** Returns the value of a JSON text; undefined if it is none. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
