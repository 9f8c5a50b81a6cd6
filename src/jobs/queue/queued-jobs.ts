import type { JobsOptions, Queue, QueueEvents } from 'bullmq'
import { type Fault, KormeError } from '../../model/errors.ts'
import type { RedisLink } from '../../redis/open-redis.ts'
import { findFinished } from '../finished-job.ts'
import type { Job } from '../job.ts'
import { type AskedJob, type JobResult, type Jobs, jobsByDeck } from '../jobs.ts'
import { createResultQueue } from '../result-queue.ts'
import { asResult } from './as-result.ts'
import { readFailure } from './job-failure.ts'
import { entryName, keepFailed, keyOfFailed, keyOfJob, loadBullmq, queueName, queueOptions } from './queue-settings.ts'
import { type SealOptions, sealDeck } from './seal-jobs.ts'
import { readStoredJobs, retryJob } from './stored-jobs.ts'

/** How jobs are handed to other machines. */
export interface QueuedJobsOptions extends SealOptions {
  link: RedisLink
  /** How many jobs may wait in the queue. */
  maxWaiting: number
  /** Whether a fault of a worker has a sentence here. */
  knownFault: (fault: Fault) => boolean
  /** What becomes of a deck that cannot be handed in. */
  onRefused: (jobs: readonly AskedJob[], error: unknown) => JobResult
}

/** Jobs that others do, and how to let go of them. */
export interface QueuedJobs extends Jobs {
  close(): Promise<void>
}

/** A job that was handed in. */
interface Pending {
  asked: AskedJob
  job: Job
  text: string
  /** Whether this process put it into the queue. */
  own: boolean
  /** Whether it is in the queue. */
  isIn: boolean
}

/** Decks that are described before their jobs are handed in together. */
const decksAtOnce = 8
/** How often the store is asked about jobs of which no event told. Units: milliseconds. */
const pollMs = 3_000
/** A shared folder may show a new file late. Units: milliseconds. */
const lateFileMs = 200
const lateFileTries = 25

/** Hands jobs to the workers at a Redis server. Errors: `package-missing`. */
export async function queuedJobs(options: QueuedJobsOptions): Promise<QueuedJobs> {
  const { Queue, QueueEvents } = await loadBullmq()
  const { link } = options
  const queue = new Queue(queueName, queueOptions(link))
  const events = new QueueEvents(queueName, queueOptions(link))
  // `link.lost` tells of an outage.
  queue.on('error', () => {})
  events.on('error', () => {})
  return new SubmittedJobs(options, queue, events)
}

class SubmittedJobs implements QueuedJobs {
  readonly #pending = new Map<string, Pending>()
  readonly #results = createResultQueue<JobResult>()
  readonly #options: QueuedJobsOptions
  readonly #queue: Queue
  readonly #events: QueueEvents
  #cancelled = false
  #polling = false
  #timer: NodeJS.Timeout | null = null

  constructor(options: QueuedJobsOptions, queue: Queue, events: QueueEvents) {
    this.#options = options
    this.#queue = queue
    this.#events = events
    options.link.lost.catch(this.#results.fail)
  }

  async submit(asked: readonly AskedJob[]): Promise<void> {
    const { maxWaiting, link } = this.#options
    await Promise.race([this.#events.waitUntilReady(), link.lost])
    const waiting = await Promise.race([this.#waiting(), link.lost])
    if (waiting > maxWaiting) throw new KormeError({ code: 'jobs-queue-full', waiting, most: maxWaiting })
    this.#events.on('completed', ({ jobId }) => void this.#complete(jobId).catch(this.#results.fail))
    this.#events.on(
      'failed',
      ({ jobId, failedReason }) => void this.#failed(jobId, failedReason).catch(this.#results.fail),
    )
    this.#results.expect(asked.length)
    this.#timer = setInterval(() => void this.#poll().catch(this.#results.fail), pollMs)
    void this.#handIn(jobsByDeck(asked)).catch(this.#results.fail)
  }

  results = () => this.#results.all()

  async cancel(): Promise<number> {
    this.#cancelled = true
    let withdrawn = 0
    for (const [key, { own }] of [...this.#pending]) {
      this.#pending.delete(key)
      // One that a worker has begun cannot be removed, and is finished.
      const removed = own ? await this.#queue.remove(key).catch(() => 0) : 0
      withdrawn += removed
    }
    this.#results.end()
    return withdrawn
  }

  async close(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer)
    // After an outage nothing answers any more.
    const closing = Promise.all([this.#events.close(), this.#queue.close()])
    await Promise.race([closing, new Promise((resolve) => setTimeout(resolve, 1_000).unref())])
    closing.catch(() => {})
    void this.#queue.disconnect().catch(() => {})
  }

  async #waiting(): Promise<number> {
    const counts = await this.#queue.getJobCounts('waiting', 'delayed')
    return Object.values(counts).reduce((sum, count) => sum + count, 0)
  }

  async #handIn(decks: readonly AskedJob[][]): Promise<void> {
    for (let i = 0; i < decks.length && !this.#cancelled; i += decksAtOnce) {
      const fresh: Pending[] = []
      for (const asked of decks.slice(i, i + decksAtOnce)) fresh.push(...(await this.#describe(asked)))
      await this.#room(fresh.length)
      if (!this.#cancelled) await this.#add(fresh)
    }
  }

  /** Describes the jobs of a deck, and returns those that are not finished. */
  async #describe(asked: readonly AskedJob[]): Promise<Pending[]> {
    const { store, onRefused } = this.#options
    const fresh: Pending[] = []
    try {
      const { jobs, text } = await sealDeck(asked, this.#options)
      for (const { asked: one, job } of jobs) {
        const finished = await findFinished(store, job)
        if (finished) this.#results.put(asResult(finished, { asked: one, job, text, ms: null, store }))
        else fresh.push({ asked: one, job, text, own: false, isIn: false })
      }
      return fresh
    } catch (error) {
      this.#results.expect(1 - asked.length)
      this.#results.put(onRefused(asked, error))
      return []
    }
  }

  /** Waits until so many more jobs may wait in the queue. */
  async #room(jobs: number): Promise<void> {
    const { maxWaiting } = this.#options
    while (!this.#cancelled && (await this.#waiting()) + jobs > Math.max(maxWaiting, jobs)) {
      await new Promise((resolve) => setTimeout(resolve, pollMs / 10))
    }
  }

  /** Puts jobs into the queue. One that is there stays; one that has failed is tried again. */
  async #add(fresh: readonly Pending[]): Promise<void> {
    if (fresh.length === 0) return
    const { client } = this.#options.link
    for (const one of fresh) this.#pending.set(one.job.key, one)
    const pipeline = client.pipeline()
    for (const { job } of fresh) pipeline.exists(keyOfJob(job.key)).zscore(keyOfFailed, job.key)
    const answers = (await pipeline.exec()) ?? []
    const missing = fresh.filter((_, i) => answers[2 * i]?.[1] === 0)
    const failed = fresh.filter((_, i) => typeof answers[2 * i + 1]?.[1] === 'string')
    for (const one of missing) one.own = true
    await this.#queue.addBulk(missing.map(({ job }) => ({ name: entryName(job), data: job, opts: optionsOf(job) })))
    for (const { job } of failed) await retryJob(this.#queue, this.#options.link, job.key)
    for (const one of fresh) one.isIn = true
  }

  async #complete(key: string): Promise<void> {
    if (!this.#pending.has(key)) return
    for (let i = 0; i < lateFileTries; i++) {
      if (await this.#finish(key)) return
      await new Promise((resolve) => setTimeout(resolve, lateFileMs))
    }
    // Somebody has changed what was written: it is made again.
    const one = this.#pending.get(key)
    if (one) await this.#add([one])
  }

  /** Takes the result of a job from the store. Returns whether it is there. */
  async #finish(key: string): Promise<boolean> {
    const one = this.#pending.get(key)
    if (!one) return true
    const { store } = this.#options
    const finished = await findFinished(store, one.job)
    if (finished && this.#pending.delete(key)) {
      this.#results.put(asResult(finished, { ...one, ms: finished.ms, store }))
    }
    return finished !== null
  }

  async #failed(key: string, reason: string): Promise<void> {
    if (await this.#finish(key)) return
    const one = this.#pending.get(key)
    if (!one || !this.#pending.delete(key)) return
    const error = readFailure(reason, one.asked.deck, this.#options.knownFault)
    this.#results.put({ jobs: [one.asked], summary: null, text: one.text, errors: [error], warnings: [], ms: null })
  }

  /** Looks for jobs whose event was lost, and hands in again what a server forgot that was killed. */
  async #poll(): Promise<void> {
    const known = [...this.#pending.values()].filter(({ isIn }) => isIn)
    if (this.#polling || this.#options.link.client.status !== 'ready' || known.length === 0) return
    this.#polling = true
    await this.#ask(known).finally(() => {
      this.#polling = false
    })
  }

  async #ask(known: readonly Pending[]): Promise<void> {
    const pipeline = this.#options.link.client.pipeline()
    for (const { job } of known) pipeline.exists(keyOfJob(job.key)).zscore(keyOfFailed, job.key)
    const answers = (await pipeline.exec().catch(() => null)) ?? []
    for (const [i, one] of known.entries()) {
      const { key } = one.job
      if (typeof answers[2 * i + 1]?.[1] === 'string') {
        const [stored] = await readStoredJobs(this.#options.link, [key])
        await this.#failed(key, stored?.failedReason ?? '')
      } else if (answers[2 * i]?.[1] === 0 && !(await this.#finish(key)) && this.#pending.has(key))
        await this.#add([one])
    }
  }
}

const optionsOf = ({ key }: Job): JobsOptions => ({
  jobId: key,
  attempts: 1,
  removeOnComplete: true,
  removeOnFail: keepFailed,
  stackTraceLimit: 0,
  keepLogs: 0,
})
