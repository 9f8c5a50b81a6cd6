import { join } from 'node:path'
import { KormeError } from '../../model/errors.ts'
import type { FinishedJob } from '../finished-job.ts'
import type { Job } from '../job.ts'
import type { AskedJob, JobResult } from '../jobs.ts'
import { withRoot } from '../run-job.ts'
import type { FolderStore } from '../store.ts'

/** What the submitting side knows of a job. */
interface Asked {
  asked: AskedJob
  job: Job
  text: string
  ms: number | null
  store: FolderStore
}

/** Tells what came of a job in the words of the side that asked for it: with its own paths and its own name of the deck. */
export function asResult(finished: FinishedJob, { asked, job, text, ms, store }: Asked): JobResult {
  const here = (name: string) => (name === job.deck ? asked.deck : join(store.root, ...name.split('/')))
  const { summary, errors, warnings } = withRoot(finished, here)
  return { jobs: [asked], summary, text, errors: errors.map((fault) => new KormeError(fault)), warnings, ms }
}
