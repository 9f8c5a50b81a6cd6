import { randomUUID } from 'node:crypto'
import type { RedisLink } from '../../../redis/open-redis.ts'
import type { Broadcast } from '../broadcast.ts'
import { makeCollectedValues } from './collected-values.ts'
import { openTalkConnections } from './talk-connections.ts'
import { makeTopics, type Topics } from './topics.ts'
import { readFrame, talkKeys } from './wire.ts'

/**
 * Opens what the processes of a talk share at Redis. `id` is random and names the talk. What Redis holds may be written by
 * somebody else: sizes are bounded here, values are checked by those who use them.
 *
 * Errors: `UnreachableError`.
 */
export async function openRedisBroadcast(link: RedisLink, id: string): Promise<Broadcast> {
  const keys = talkKeys(id)
  let topics: Topics | undefined
  const connections = await openTalkConnections(link, keys.channel, {
    onText: (text) => {
      const frame = readFrame(text)
      if (frame) topics?.receive(frame)
    },
    onBack: () => topics?.catchUp(),
  })
  const opened = makeTopics(connections, keys, randomUUID())
  topics = opened
  return {
    publish: opened.publish,
    subscribe: opened.subscribe,
    latest: opened.latest,
    ...makeCollectedValues(connections, keys),
    close: async () => {
      opened.close()
      connections.close()
    },
  }
}
