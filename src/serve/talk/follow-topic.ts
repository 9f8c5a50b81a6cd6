import type { Broadcast } from './broadcast.ts'

/** What is called of a topic that is followed. */
export interface TopicEvents {
  /** What was published before. Called again after messages were lost. */
  onLatest(value: unknown): void
  onMessage(message: unknown): void
  onError(error: unknown): void
}

/** Follows a topic: calls the listener with what was published before, if anything was, then with each message. */
export async function followTopic(
  broadcast: Broadcast,
  topic: string,
  { onLatest, onMessage, onError }: TopicEvents,
): Promise<() => Promise<void>> {
  /** The version up to which everything is known; null while that is asked. */
  let known: number | null = null
  let isMissing = false
  const waiting: [unknown, number][] = []
  const catchUp = async () => {
    known = null
    let version = 0
    do {
      isMissing = false
      const latest = await broadcast.latest(topic)
      if (latest) onLatest(latest.value)
      version = latest?.version ?? 0
    } while (isMissing)
    known = version
    for (const [message, at] of waiting.splice(0)) if (at > version) onMessage(message)
  }
  const off = await broadcast.subscribe(
    topic,
    (message, version) => {
      if (known === null) waiting.push([message, version])
      else if (version > known) onMessage(message)
    },
    () => {
      if (known === null) isMissing = true
      else
        catchUp().catch((error: unknown) => {
          // It is called again when the others can be reached.
          known = 0
          for (const [message] of waiting.splice(0)) onMessage(message)
          onError(error)
        })
    },
  )
  await catchUp()
  return off
}
