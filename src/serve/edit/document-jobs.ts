import { basename } from 'node:path'
import pLimit from 'p-limit'
import type { BuildOptions } from '../../build.ts'
import type { DocumentRequest } from '../../documents/document-request.ts'
import type { PrintedPages } from '../../documents/make-document.ts'
import type { Printer } from '../../export/printer.ts'
import { formatMessage, type Messages, type ReportableProblem } from '../../languages/messages.ts'
import { KormeError } from '../../model/errors.ts'
import type { Lang } from '../../model/lang.ts'
import type { DocumentJob, DocumentJobRequest } from '../../model/wire/edit-service.ts'
import { printable } from '../../report/printable.ts'
import { shortPath } from '../../report/short-path.ts'
import { disk } from '../../system/disk.ts'
import { removeTemporaryFolder, temporaryFolderUntilExit } from '../../system/temporary-folder.ts'
import type { DeckEntry } from '../decks/deck-list.ts'
import { makeToken } from '../talk/secrets.ts'
import { type FileBeside, packPage } from './pack-page.ts'

/** A file that a job has made. */
export interface MadeFile {
  /** The absolute path. */
  file: string
  mime: string
}

/** Documents that are made in the background, one at a time, in a temporary folder. */
export interface DocumentJobs {
  /** Begins to make a document of a deck. Returns the number of its job. */
  start(deck: Pick<DeckEntry, 'id' | 'path'>, request: DocumentJobRequest): number
  /** All jobs that are known, the oldest first. */
  list(messages: Messages): DocumentJob[]
  /** Finds the file of a job by the secret in its URL. */
  find(secret: string): MadeFile | null
  /** Removes all files. */
  close(): void
}

/** Options of `makeDocumentJobs`. */
export interface DocumentJobsOptions {
  /** How decks are read. */
  build: Pick<BuildOptions, 'aspect' | 'root' | 'script' | 'theme'>
  /** Called when a job has gone on. */
  onChange(): void
  onError(error: unknown): void
}

type Job = Omit<DocumentJob, 'message' | 'url'> & {
  secret: string
  made: MadeFile | null
  fault: ReportableProblem | null
  folder: string | null
}

/** So many jobs are kept; the files of older ones are removed. */
const maxJobs = 20

const requests: Readonly<Record<DocumentJobRequest['kind'], DocumentRequest>> = {
  html: { kind: 'html', options: { notes: false } },
  pdf: { kind: 'pdf', options: {} },
  handout: { kind: 'handout', options: {} },
}

const mimes: Readonly<Record<DocumentJobRequest['kind'], string>> = {
  html: 'text/html; charset=utf-8',
  pdf: 'application/pdf',
  handout: 'application/pdf',
}

/** Creates the jobs of a server. */
export function makeDocumentJobs({ build, onChange, onError }: DocumentJobsOptions): DocumentJobs {
  let jobs: Job[] = []
  let last = 0
  const inTurn = pLimit(1)
  const remove = ({ folder }: Job) => {
    if (folder !== null) removeTemporaryFolder(folder)
  }
  const run = async (job: Job, { path }: Pick<DeckEntry, 'path'>, lang: Lang | undefined) => {
    if (!jobs.includes(job)) return
    Object.assign(job, { state: 'running' } satisfies Partial<Job>)
    onChange()
    try {
      job.folder = temporaryFolderUntilExit('korme-document-')
      const options = { ...build, ...(lang && { lang }), out: job.folder }
      const onPages = (pages: PrintedPages) => {
        job.pages = pages
        onChange()
      }
      const file = await produceFile(path, options, requests[job.kind], onPages)
      Object.assign(job, {
        state: 'done',
        file: basename(file),
        made: { file, mime: file.endsWith('.zip') ? 'application/zip' : mimes[job.kind] },
      } satisfies Partial<Job>)
    } catch (error) {
      if (!(error instanceof DocumentFailed)) onError(error)
      const fault = error instanceof DocumentFailed ? error.fault : ({ code: 'edit-failed' } as const)
      Object.assign(job, { state: 'failed', fault } satisfies Partial<Job>)
    }
    // A server that was closed meanwhile has nobody to give it to.
    if (!jobs.includes(job)) remove(job)
    onChange()
  }
  return {
    start: (deck, { kind, lang }) => {
      const job: Job = {
        id: ++last,
        deck: deck.id,
        kind,
        state: 'waiting',
        pages: null,
        file: '',
        secret: makeToken(),
        made: null,
        fault: null,
        folder: null,
      }
      jobs.push(job)
      for (const old of jobs.slice(0, -maxJobs)) if (old.state === 'done' || old.state === 'failed') remove(old)
      jobs = jobs.filter((one, i) => i >= jobs.length - maxJobs || one.state === 'waiting' || one.state === 'running')
      void inTurn(() => run(job, deck, lang)).catch(onError)
      onChange()
      return job.id
    },
    list: (messages) => jobs.map((job) => viewOf(job, messages)),
    find: (secret) => jobs.find((job) => job.secret === secret)?.made ?? null,
    close: () => {
      for (const job of jobs) if (job.state !== 'running') remove(job)
      jobs = []
    },
  }
}

function viewOf({ id, deck, kind, state, pages, file, secret, fault }: Job, messages: Messages): DocumentJob {
  const url = state === 'done' ? `/documents/${secret}/${encodeURIComponent(file)}` : null
  return { id, deck, kind, state, pages, file, url, message: fault ? formatMessage(messages, fault) : '' }
}

/** A document cannot be made, for a reason that people can do something about. */
class DocumentFailed extends Error {
  readonly fault: ReportableProblem

  constructor(fault: ReportableProblem) {
    super(fault.code)
    this.fault = fault
  }
}

/** Makes a document and returns its path. Errors: `DocumentFailed`. */
async function produceFile(
  deck: string,
  options: BuildOptions,
  request: DocumentRequest,
  onPages: (pages: PrintedPages) => void,
): Promise<string> {
  const { produce } = await import('../../documents/produce.ts')
  const films: FileBeside[] = []
  const copyAtomic = async (from: string, to: string) => void films.push({ from, to })
  const make = (printer: Printer | null) =>
    produce(deck, { ...options, files: { ...disk, copyAtomic } }, [request], { printer, onPages })
  const failed = (error: unknown): never => {
    throw error instanceof KormeError ? new DocumentFailed(error.fault) : error
  }
  const { outputs, errors } = await (request.kind === 'html' ? make(null) : withBrowser(make)).catch(failed)
  if (errors[0]) throw new DocumentFailed(errors[0].fault)
  const [output] = outputs
  if (!output) throw new DocumentFailed({ code: 'edit-deck-unfit', file: printable(shortPath(deck)) })
  const path = films.length > 0 ? await packPage(output.path, films).catch(failed) : output.path
  return (await disk.realPath(path)) ?? path
}

async function withBrowser<T>(use: (printer: Printer) => Promise<T>): Promise<T> {
  const { withPrinter } = await import('../../export/printer.ts')
  return withPrinter({}, use)
}
