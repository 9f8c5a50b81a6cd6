import type { Job as QueueJob, Worker } from 'bullmq'
import type { Printer } from '../../export/printer.ts'
import { KormeError } from '../../model/errors.ts'
import type { RedisLink } from '../../redis/open-redis.ts'
import type { Job, JobProgram } from '../job.ts'
import { readJob } from '../read-job.ts'
import { runJob } from '../run-job.ts'
import type { FolderStore } from '../store.ts'
import { loadBoundedWorker } from './bounded-worker.ts'
import { failureText } from './job-failure.ts'
import { keepFailed, queueName, queueOptions, readEntryName, stalls } from './queue-settings.ts'
import { announceWorker, type WorkerState } from './worker-state.ts'

/** What a worker works with. */
export interface WorkerOptions {
  link: RedisLink
  store: FolderStore
  printer: Printer
  program: JobProgram
  /** How many jobs it does at a time. */
  atOnce: number
  onEvent: (event: WorkerEvent) => void
}

/** What a worker tells of itself. Units: milliseconds. */
export type WorkerEvent =
  | { event: 'done'; deck: string; kind: Job['kind']; ms: number }
  | { event: 'failed'; deck: string; error: KormeError }
  /** A bug in Korme. */
  | { event: 'crashed'; deck: string; error: unknown }
  /** The job went back to the queue. `pauseMs` is null if only this job does not suit this machine. */
  | { event: 'returned'; deck: string; error: KormeError | null; pauseMs: number | null }

/** A worker that is running. */
export interface RunningWorker {
  /** Takes no more jobs and finishes those that it has begun; what takes longer than this goes back to the queue. */
  stop(graceMs: number): Promise<void>
}

/** A machine that could not do a job takes none for so long, so that others get it. Units: milliseconds. */
const pauseMs = 15_000
/** A job that went back is tried again after this time. Units: milliseconds. */
const returnedMs = 2_000
/** So often a job may begin. After that it has failed. */
const maxStarts = 6

/** Thrown into a job that has to be given back. */
class ReturnedError extends Error {}

/** Starts to do jobs. Errors: `package-missing`. */
export async function startWorker(options: WorkerOptions): Promise<RunningWorker> {
  const bullmq = await loadBoundedWorker()
  const { link, atOnce } = options
  const state: WorkerState = announceWorker(link, options.program)
  let giveBack!: (error: Error) => void
  const stopping = new Promise<never>((_, reject) => {
    giveBack = reject
  })
  stopping.catch(() => {})

  const process = async (entry: QueueJob, token = ''): Promise<null> => {
    const job = readJob(entry.data)
    if (!job || job.key !== entry.id)
      return fail(new KormeError({ code: 'job-unfit' }), readEntryName(String(entry.name)).deck)
    const { deck, kind } = job
    state.begin(deck)
    const start = performance.now()
    try {
      const other = differenceOf(job, options.program)
      if (other) return await putBack(entry, token, { deck, error: other, pauseMs: null })
      await Promise.race([runJob(job, options), stopping])
      state.done()
      options.onEvent({ event: 'done', deck, kind, ms: performance.now() - start })
      return null
    } catch (error) {
      if (error instanceof ReturnedError) return putBack(entry, token, { deck, error: null, pauseMs: null })
      if (error instanceof KormeError && error.kind === 'machine' && error.fault.code !== 'job-input-changed') {
        pause(error)
        return putBack(entry, token, { deck, error, pauseMs })
      }
      if (error instanceof bullmq.DelayedError || error instanceof bullmq.UnrecoverableError) throw error
      if (error instanceof KormeError) return fail(error, deck)
      options.onEvent({ event: 'crashed', deck, error })
      const reason = String(error instanceof Error ? error.message : error).slice(0, 300)
      return fail(new KormeError({ code: 'program-failed', path: deck, reason }), deck)
    } finally {
      state.end(deck)
    }
  }

  const fail = (error: KormeError, deck: string): never => {
    state.failed()
    options.onEvent({ event: 'failed', deck, error })
    throw new bullmq.UnrecoverableError(failureText(error))
  }

  /** Gives a job back for another machine, or for a better time. */
  const putBack = async (
    entry: QueueJob,
    token: string,
    { deck, error, pauseMs }: { deck: string; error: KormeError | null; pauseMs: number | null },
  ): Promise<never> => {
    if (error && entry.attemptsStarted >= maxStarts) return fail(error, deck)
    options.onEvent({ event: 'returned', deck, error, pauseMs })
    await entry.moveToDelayed(Date.now() + (error ? returnedMs : 0), token)
    throw new bullmq.DelayedError()
  }

  const worker: Worker = new bullmq.Worker(queueName, process, {
    ...queueOptions(link),
    ...stalls,
    concurrency: atOnce,
    removeOnComplete: { count: 0 },
    removeOnFail: keepFailed,
  })
  worker.on('error', () => {}) // `link.lost` tells of an outage; a lost lock means that another worker does the job again

  let resuming: NodeJS.Timeout | null = null
  const pause = (error: KormeError) => {
    if (resuming) return
    state.pause(error)
    void worker.pause(true).catch(() => {})
    resuming = setTimeout(() => {
      resuming = null
      state.resume()
      worker.resume()
    }, pauseMs)
  }
  await Promise.race([worker.waitUntilReady(), link.lost])
  return {
    async stop(graceMs) {
      if (resuming) clearTimeout(resuming)
      const timer = setTimeout(() => giveBack(new ReturnedError()), graceMs)
      // Without a server there is nobody to tell.
      const closing = worker.close()
      await Promise.race([closing, link.lost]).catch(() => {})
      closing.catch(() => {})
      void worker.disconnect().catch(() => {})
      clearTimeout(timer)
      await state.close()
    },
  }
}

/** Returns why a job does not suit this machine, or null: what another program makes is not what the key stands for. */
function differenceOf({ options }: Job, own: JobProgram): KormeError | null {
  if (options.program !== own.program) {
    return new KormeError({ code: 'job-program-other', wanted: options.program, found: own.program })
  }
  if (options.browser !== null && options.browser !== own.browser) {
    return new KormeError({ code: 'job-browser-other', wanted: options.browser, found: own.browser ?? '' })
  }
  return null
}
