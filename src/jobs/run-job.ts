import { dirname, join } from 'node:path'
import { summaryOf } from '../documents/build-summary.ts'
import type { PrintedPages } from '../documents/make-document.ts'
import type { Printer } from '../export/printer.ts'
import type { MachineFault } from '../model/errors.ts'
import { type FinishedJob, findFinished, keepFinished } from './finished-job.ts'
import { inputFiles } from './input-files.ts'
import { type Job, jobVersion } from './job.ts'
import type { FolderStore } from './store.ts'

/** What a machine needs to do jobs. */
export interface JobTools {
  store: FolderStore
  printer: Printer | null
  onPages?: (pages: PrintedPages) => void
}

/** Stands for the root of the store in what is kept of a job, since each machine may see it elsewhere. */
export const storeMark = '\u0001store/'

/**
 * Does a job, unless it is done already, and keeps what came of it.
 *
 * Errors: a `KormeError` if this machine cannot do it, or if an input is not as the job says: then nothing is kept, and the job can
 *         be done again.
 */
export async function runJob(job: Job, { store, printer, onPages = () => {} }: JobTools): Promise<FinishedJob> {
  const known = await findFinished(store, job)
  if (known) return known
  const start = performance.now()
  const pathOf = (name: string) => join(store.root, ...name.split('/').filter((part) => part !== ''))
  const { root, build, documents } = job.options
  const out = dirname(pathOf(job.output))
  const { files, written, copied, changed } = inputFiles(job.inputs, store, out)
  const warnings: MachineFault[] = []
  const tools = {
    printer: printer && { ...printer, warn: (warning: MachineFault) => void warnings.push(warning) },
    onPages,
    only: job.kind,
  }
  const options = { ...build, ...(job.lang && { lang: job.lang }), root: pathOf(root), out, files }
  const { produce } = await import('../documents/produce.ts')
  const { errors, ...built } = await produce(pathOf(job.deck), options, documents, tools).catch((error: unknown) => {
    throw changed() ?? error
  })
  const other = changed()
  if (other) throw other
  const ofMachine = errors.find(({ kind }) => kind === 'machine')
  if (ofMachine) throw ofMachine
  const finished = withoutRoot<FinishedJob>(
    {
      v: jobVersion,
      key: job.key,
      summary: summaryOf(built),
      written: [...written].map(([path, content]) => ({ path, ...content })),
      copied: [...copied],
      errors: errors.map(({ fault }) => fault),
      warnings,
      ms: performance.now() - start,
    },
    store.root,
  )
  await keepFinished(store, finished)
  return finished
}

/** Replaces the root of the store by its mark, in all texts of a record that begin with it. */
export const withoutRoot = <T>(record: T, root: string): T =>
  mapTexts(record, (text) => {
    const folder = root.endsWith('/') || root.endsWith('\\') ? root : root + (root.includes('\\') ? '\\' : '/')
    return text.startsWith(folder) ? storeMark + text.slice(folder.length).replaceAll('\\', '/') : text
  })

/** Replaces the mark in all texts of a record that begin with it by what `locate` gives for the name in the store. */
export const withRoot = <T>(record: T, locate: (name: string) => string): T =>
  mapTexts(record, (text) => (text.startsWith(storeMark) ? locate(text.slice(storeMark.length)) : text))

function mapTexts<T>(value: T, change: (text: string) => string): T {
  if (typeof value === 'string') return change(value) as T
  if (Array.isArray(value)) return value.map((one) => mapTexts(one, change)) as T
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, mapTexts(one, change)])) as T
}
