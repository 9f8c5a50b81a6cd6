import type { ConnectionOptions } from 'bullmq'
import { loadOptional } from '../../redis/load-redis.ts'
import type { RedisLink } from '../../redis/open-redis.ts'
import type { Job } from '../job.ts'

/** The name of the queue, and the beginning of all keys in Redis. */
export const queueName = 'decks'
export const prefix = 'korme'

/** The key of a job, and of the list of those that failed. */
export const keyOfJob = (key: string): string => `${prefix}:${queueName}:${key}`
export const keyOfFailed = `${prefix}:${queueName}:failed`

/** What a job is called in the queue, so that lists need not read its description. */
export const entryName = ({ kind, deck }: Pick<Job, 'kind' | 'deck'>): string => `${kind} ${deck}`

/** Reads the name of a job, which anybody may have written. */
export function readEntryName(name: string): { kind: string; deck: string } {
  const [kind = '', ...deck] = name.slice(0, 1_100).split(' ')
  return { kind: kind.slice(0, 20) || '?', deck: deck.join(' ').slice(0, 1_024) || '?' }
}

/** How work is taken back from a worker that died. Units: milliseconds. */
export const stalls = {
  /** A worker that gives no sign for so long has lost its jobs. */
  lockDuration: 15_000,
  /** How often the others look for such jobs. */
  stalledInterval: 5_000,
  /** A job at which so many workers died is not tried again. */
  maxStalledCount: 3,
}

/** Jobs that failed stay for people to look at. Units: seconds. */
export const keepFailed = { age: 14 * 86_400, count: 10_000 }

/** Loads the queue. Errors: `package-missing`. */
export const loadBullmq = () => loadOptional(() => import('bullmq'))

/** The options of everything that uses the queue over a link. The version of the server has been checked. */
export const queueOptions = ({ options }: RedisLink) => ({
  connection: options as ConnectionOptions,
  prefix,
  skipVersionCheck: true,
})
