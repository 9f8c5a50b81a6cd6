import type { BuildSummary } from '../documents/build-summary.ts'
import type { Fault, MachineFault } from '../model/errors.ts'
import { sha256 } from '../system/hash.ts'
import { type Job, jobVersion } from './job.ts'
import { ownFolder, type Store } from './store.ts'

/** What came of a job, as the store keeps it. Plain JSON. Shape: paths are names in the store. */
export interface FinishedJob {
  v: typeof jobVersion
  key: string
  summary: BuildSummary
  written: readonly { path: string; sha256: string; bytes: number }[]
  copied: readonly string[]
  /** Why single documents could not be made. */
  errors: readonly Fault[]
  warnings: readonly MachineFault[]
  /** Units: milliseconds. */
  ms: number
}

/** A longer record is not kept. */
const maxRecordBytes = 64_000_000
/** The largest document that is compared with its record. */
const maxDocumentBytes = 2_000_000_000

const recordName = (key: string): string => `${ownFolder}/${key}.json`

/** Keeps what came of a job. It is the last thing that a job writes. */
export async function keepFinished(store: Store, finished: FinishedJob): Promise<void> {
  await store.put(recordName(finished.key), JSON.stringify(finished))
}

/**
 * Returns what came of a job, if it is still so: all that it wrote is there as it wrote it. Null if the job has to be done.
 * Errors: those of `Store.get`.
 */
export async function findFinished(store: Store, { key }: Pick<Job, 'key'>): Promise<FinishedJob | null> {
  const bytes = await store.get(recordName(key), maxRecordBytes)
  const finished = bytes && readRecord(bytes)
  if (!finished || finished.key !== key) return null
  for (const { path, sha256: hash, bytes } of finished.written) {
    if ((await store.has(path)) !== bytes) return null
    const content = await store.get(path, maxDocumentBytes)
    if (!content || sha256(content) !== hash) return null
  }
  for (const path of finished.copied) if ((await store.has(path)) === null) return null
  return finished
}

function readRecord(bytes: Uint8Array): FinishedJob | null {
  try {
    const record = JSON.parse(Buffer.from(bytes).toString()) as Partial<FinishedJob> | null
    const isRecord = record?.v === jobVersion && record.summary && Array.isArray(record.written)
    return isRecord && Array.isArray(record.copied) && Array.isArray(record.errors) ? (record as FinishedJob) : null
  } catch {
    return null // another program wrote it
  }
}
