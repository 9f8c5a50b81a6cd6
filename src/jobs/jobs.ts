import type { BuildOptions } from '../build.ts'
import type { BuildSummary } from '../documents/build-summary.ts'
import type { DocumentRequest } from '../documents/document-request.ts'
import type { KormeError, MachineFault } from '../model/errors.ts'

/** One kind of document that is to be made of a deck. */
export interface AskedJob {
  /** The deck as the user named it. */
  deck: string
  kind: DocumentRequest['kind']
  /** The languages that were asked for; null: those of the deck itself. */
  lang: NonNullable<BuildOptions['lang']> | null
  options: {
    build: JobBuildOptions
    /** All documents of this deck that were asked for together, this one included: they share their findings. */
    documents: readonly DocumentRequest[]
  }
}

/** The options of the pipeline that go with a job. Plain JSON. */
export type JobBuildOptions = Pick<BuildOptions, 'aspect' | 'notes' | 'script' | 'strict' | 'strictFit' | 'theme'>

/** What came of jobs. */
export interface JobResult {
  /** The jobs that are finished with it: those of one deck, if they were done together. */
  jobs: readonly AskedJob[]
  /** Null if the deck could not be read, or if the job failed. */
  summary: BuildSummary | null
  /** The source of the deck, to which the findings refer. */
  text: string
  errors: readonly KormeError[]
  warnings: readonly MachineFault[]
  /** How long it took; null if it was finished before. Units: milliseconds. */
  ms: number | null
}

/** Makes documents, in this process or on other machines. */
export interface Jobs {
  /** Hands in jobs; once. Errors: a `KormeError` if they cannot be handed in at all. */
  submit(jobs: readonly AskedJob[]): Promise<void>
  /** Yields each result as soon as it is there, in no particular order, and ends after the last one. */
  results(): AsyncIterable<JobResult>
  /** Withdraws what has not been begun, and returns how many jobs that are. */
  cancel(): Promise<number>
}

/** The jobs of each deck, in the order of the decks. */
export function jobsByDeck(jobs: readonly AskedJob[]): AskedJob[][] {
  const groups = new Map<string, AskedJob[]>()
  for (const job of jobs) {
    const group = groups.get(job.deck)
    if (group) group.push(job)
    else groups.set(job.deck, [job])
  }
  return [...groups.values()]
}
