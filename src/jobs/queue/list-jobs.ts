import type { Queue } from 'bullmq'
import type { Fault, KormeError } from '../../model/errors.ts'
import type { RedisLink } from '../../redis/open-redis.ts'
import { readFailure } from './job-failure.ts'
import { loadBullmq, queueName, queueOptions, readEntryName } from './queue-settings.ts'
import { readStoredJobs, retryJob, type StoredJob } from './stored-jobs.ts'

/** A job as `korme jobs` lists it. */
export interface ListedJob {
  key: string
  deck: string
  kind: string
  /** Units: milliseconds since 1970. */
  since: number
  /** Why it failed; null if it did not. */
  error: KormeError | null
}

/** The jobs in the queue. */
export interface JobList {
  waiting: number
  running: ListedJob[]
  failed: ListedJob[]
  /** How many have failed; no more than `maxListed` are listed. */
  failedCount: number
}

/** So many jobs of a kind are listed. */
const maxListed = 200

/** Lists the jobs at a server, those that failed last first. Errors: `package-missing`, `redis-lost`. */
export const listJobs = (link: RedisLink, known: (fault: Fault) => boolean): Promise<JobList> =>
  withQueue(link, async (queue) => {
    const counts = await queue.getJobCounts('waiting', 'delayed', 'failed')
    const list = async (state: 'active' | 'failed') =>
      (await readStoredJobs(link, await queue.getRanges([state], 0, maxListed - 1))).map((job) => listed(job, known))
    const [running, failed] = await Promise.all([list('active'), list('failed')])
    const waiting = (counts.waiting ?? 0) + (counts.delayed ?? 0)
    return { waiting, running, failed, failedCount: counts.failed ?? 0 }
  })

/** Tries failed jobs again: all, or those of some decks. Returns how many. Errors: as for `listJobs`. */
export const retryJobs = (link: RedisLink, decks: readonly string[]): Promise<number> =>
  withQueue(link, async (queue) => {
    let retried = 0
    for (let start = 0; ; ) {
      const jobs = await readStoredJobs(link, await queue.getRanges(['failed'], start, start + maxListed - 1))
      if (jobs.length === 0) return retried
      for (const { key, name } of jobs) {
        const isMeant = decks.length === 0 || decks.includes(readEntryName(name).deck)
        if (isMeant && (await retryJob(queue, link, key))) retried += 1
        else start += 1
      }
    }
  })

function listed(job: StoredJob, known: (fault: Fault) => boolean): ListedJob {
  const { deck, kind } = readEntryName(job.name)
  const error = job.failedReason ? readFailure(job.failedReason, deck, known) : null
  return { key: job.key, deck, kind, since: job.finishedOn || job.processedOn || job.timestamp, error }
}

async function withQueue<T>(link: RedisLink, use: (queue: Queue) => Promise<T>): Promise<T> {
  const { Queue } = await loadBullmq()
  const queue = new Queue(queueName, queueOptions(link))
  queue.on('error', () => {}) // `link.lost` tells of an outage
  try {
    return await Promise.race([use(queue), link.lost])
  } finally {
    await queue.close().catch(() => {})
  }
}
