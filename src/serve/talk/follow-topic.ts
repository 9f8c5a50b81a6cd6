import type { Broadcast } from './broadcast.ts'

/** Follows a topic: calls the listener with what was published before, if anything was, then with each message. */
export async function followTopic(
  broadcast: Broadcast,
  topic: string,
  { onLatest, onMessage }: { onLatest(value: unknown): void; onMessage(message: unknown): void },
): Promise<() => Promise<void>> {
  let known = Number.POSITIVE_INFINITY
  const waiting: [unknown, number][] = []
  const off = await broadcast.subscribe(topic, (message, version) => {
    if (known === Number.POSITIVE_INFINITY) waiting.push([message, version])
    else if (version > known) onMessage(message)
  })
  const latest = await broadcast.latest(topic)
  if (latest) onLatest(latest.value)
  known = latest?.version ?? 0
  for (const [message, version] of waiting) if (version > known) onMessage(message)
  return off
}
