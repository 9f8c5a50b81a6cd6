import type { JobJson, Job as QueueJob } from 'bullmq'
import { jobLimits } from '../read-job.ts'
import { loadBullmq } from './queue-settings.ts'

/**
 * Loads a worker of BullMQ that parses no description that is longer than those of Korme, and survives one that cannot be parsed:
 * such a job has the description null. Errors: `package-missing`.
 */
export async function loadBoundedWorker() {
  const bullmq = await loadBullmq()
  class BoundedWorker extends bullmq.Worker {
    protected override createJob(data: JobJson, jobId: string): QueueJob {
      const unread = () => super.createJob({ ...data, data: 'null', stacktrace: '[]', returnvalue: 'null' }, jobId)
      if (typeof data.data !== 'string' || data.data.length > jobLimits.jsonLength) return unread()
      try {
        return super.createJob(data, jobId)
      } catch {
        return unread()
      }
    }
  }
  return { ...bullmq, Worker: BoundedWorker }
}
