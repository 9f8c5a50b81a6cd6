import type { Queue, Job as QueueJob } from 'bullmq'
import type { RedisLink } from '../../redis/open-redis.ts'
import { jobLimits } from '../read-job.ts'
import { keyOfJob } from './queue-settings.ts'

/** What the queue keeps of a job besides its description. Anybody may have written it. */
export interface StoredJob {
  key: string
  /** See `entryName`. */
  name: string
  failedReason: string
  /** Units: milliseconds since 1970; 0 if there is no such time. */
  processedOn: number
  finishedOn: number
  timestamp: number
}

/** Longer texts are cut. */
const maxTextLength = 2_000

/** Reads the beginnings of some fields of a hash. */
const readFields = `
local texts = {}
for i = 2, #ARGV do texts[i - 1] = string.sub(redis.call('HGET', KEYS[1], ARGV[i]) or '', 1, tonumber(ARGV[1])) end
return texts`
const fields = ['name', 'failedReason', 'processedOn', 'finishedOn', 'timestamp']

/** Reads what the queue keeps of some jobs, without their descriptions, which may be long. Errors: those of the client. */
export async function readStoredJobs({ client }: RedisLink, keys: readonly string[]): Promise<StoredJob[]> {
  const pipeline = client.pipeline()
  for (const key of keys) pipeline.eval(readFields, 1, keyOfJob(key), maxTextLength, ...fields)
  const answers = (await pipeline.exec()) ?? []
  return keys.map((key, i) => {
    const texts = answers[i]?.[1]
    const [name = '', failedReason = '', ...times] = Array.isArray(texts) ? texts.map(String) : []
    const [processedOn = 0, finishedOn = 0, timestamp = 0] = times.map((time) => Number(time) || 0)
    return { key, name, failedReason, processedOn, finishedOn, timestamp }
  })
}

/** Tries a job that failed again, as often as a new one. Returns false if it is not there, or longer than any that Korme writes. */
export async function retryJob(queue: Queue, { client }: RedisLink, key: string): Promise<boolean> {
  if ((await client.hstrlen(keyOfJob(key), 'data')) > jobLimits.jsonLength) return false
  const anew = { resetAttemptsMade: true, resetAttemptsStarted: true }
  const again = async (job: QueueJob | undefined) => {
    if (!job) return false
    await job.retry('failed', anew)
    // How many workers have died at it.
    await client.hdel(keyOfJob(key), 'stc')
    return true
  }
  // Another has done it meanwhile, or it cannot be read.
  return queue
    .getJob(key)
    .then(again)
    .catch(() => false)
}
