import { basename } from 'node:path'
import type { Live } from '../../../model/live.ts'
import { openRedis, type RedisLink } from '../../../redis/open-redis.ts'
import { redisAddress, redisSettings } from '../../../redis/redis-settings.ts'
import type { Broadcast } from '../broadcast.ts'
import { contentVersions } from '../content-versions.ts'
import { makeToken } from '../secrets.ts'
import { openRedisBroadcast } from './redis-broadcast.ts'
import { type RecordedOptions, removeTalk, writeTalkRecord } from './talk-record.ts'

/** The topic that tells those who serve followers that the talk is over. */
export const endTopic = 'end'

/** How often the record of a talk is written again. Units: milliseconds. */
const recordMs = 10_000
/** What is done at the end may take so long. Units: milliseconds. */
const endMs = 3_000

/** What identifies a talk at Redis. It is kept with an interrupted talk. */
export interface SharedId {
  id: string
  key: string
}

/** A talk that other processes can follow. */
export interface SharedByRedis {
  broadcast: Broadcast
  ids: SharedId
  /** Tells others of the talk, now and again. */
  announce(live: Live, options: RecordedOptions): void
  /** Stops. `isOver`: the talk is not to be resumed, and nothing of it stays. */
  close(isOver: boolean): Promise<void>
}

/** Returns what an interrupted talk has kept, or makes what a new one needs. */
export function keptSharedId(parts: Readonly<Record<string, unknown>> = {}): SharedId {
  const { id, key } = (parts.shared ?? {}) as Partial<SharedId>
  const isToken = (value: unknown): value is string => typeof value === 'string' && /^[\w-]{32}$/.test(value)
  return isToken(id) && isToken(key) ? { id, key } : { id: makeToken(), key: makeToken() }
}

/** Connects to the Redis server at an address. Errors: those of `redisAddress` and `openRedis`. */
export const connectRedis = (address: string, onOutage?: (isOut: boolean) => void): Promise<RedisLink> =>
  openRedis({ address: redisAddress(address), ...redisSettings(process.env), ...(onOutage && { onOutage }) })

/**
 * Shares a talk by a Redis server. It goes on by itself while the server is away.
 * Errors: those of `redisAddress` and `openRedis`.
 */
export async function shareByRedis(
  address: string,
  deck: string,
  { ids, onOutage }: { ids: SharedId; onOutage?: ((isOut: boolean) => void) | undefined },
): Promise<SharedByRedis> {
  const link = await connectRedis(address, onOutage)
  const broadcast = await openRedisBroadcast(link, ids.id)
  const name = basename(deck)
  let timer: NodeJS.Timeout | undefined
  return {
    broadcast,
    ids,
    announce: (live, options) => {
      const write = () =>
        void writeTalkRecord(link, name, { ...ids, options, versions: contentVersions(live.states()) }).catch(() => {})
      live.onChange(write)
      write()
      timer = setInterval(write, recordMs)
      timer.unref()
    },
    close: async (isOver) => {
      clearInterval(timer)
      const end = async () => {
        await broadcast.publish(endTopic, true)
        await removeTalk(link, name, ids.id)
      }
      if (isOver) await withTimeout(end(), endMs)
      await broadcast.close()
      link.close()
    },
  }
}

/** Waits for a promise, but not for too long, and not for its errors. Units: milliseconds. */
async function withTimeout(promise: Promise<void>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms)
  })
  await Promise.race([promise.catch(() => {}), late])
  clearTimeout(timer)
}
