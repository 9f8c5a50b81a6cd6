import type { AskedJob, JobResult } from '../jobs/jobs.ts'
import { KormeError } from '../model/errors.ts'
import type { Call } from './command.ts'
import { bugIn } from './decks.ts'
import { printBug } from './print-error.ts'

/** The result of jobs that could not be done at all. A bug in Korme is printed with its stack. */
export function refusedResult(jobs: readonly AskedJob[], error: unknown, { messages, terminal }: Call): JobResult {
  if (!(error instanceof KormeError)) printBug(error, messages, terminal)
  const fault = error instanceof KormeError ? error : bugIn(jobs[0]!.deck, error)
  return { jobs, summary: null, text: '', errors: [fault], warnings: [], ms: null }
}
