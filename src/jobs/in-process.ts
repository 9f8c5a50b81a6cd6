import pLimit from 'p-limit'
import { type AskedJob, type JobResult, type Jobs, jobsByDeck } from './jobs.ts'
import { createResultQueue } from './result-queue.ts'

/** How this process works. */
export interface InProcessOptions {
  /** Makes all documents that are asked of one deck, which share its layout. */
  make(jobs: readonly AskedJob[]): Promise<JobResult>
  /** How many decks are worked on at a time. */
  atOnce: number
}

/** Does all jobs in this process. Errors of `make` are those of `results`. */
export function inProcessJobs({ make, atOnce }: InProcessOptions): Jobs {
  const limit = pLimit(atOnce)
  const queue = createResultQueue<JobResult>()
  return {
    async submit(jobs) {
      const groups = jobsByDeck(jobs)
      queue.expect(groups.length)
      for (const group of groups) {
        limit(() => make(group)).then(queue.put, queue.fail)
      }
    },
    results: queue.all,
    async cancel() {
      const withdrawn = limit.pendingCount
      limit.clearQueue()
      queue.expect(-withdrawn)
      return withdrawn
    },
  }
}
