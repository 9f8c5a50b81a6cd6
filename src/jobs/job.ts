import { posix } from 'node:path'
import { type DocumentRequest, fileExtension } from '../documents/document-request.ts'
import { stemOf } from '../load/deck-files.ts'
import { canonicalJson } from '../system/canonical-json.ts'
import { sha256 } from '../system/hash.ts'
import type { AskedJob } from './jobs.ts'

/** The format of jobs. A worker refuses any other. */
export const jobVersion = 1

/** Stands for the hash of a link that leads out of the project: a finding tells of it, and nobody reads it. */
export const leadsOutside = '0'.repeat(64)

/** A file that a job reads. */
export interface JobInput {
  /** In the store. */
  path: string
  sha256: string
  bytes: number
}

/** What decides a document besides its inputs and what was asked for. */
export interface JobProgram {
  /** The version of Korme and a hash of its code. */
  program: string
  /** The version of the browser that prints; null for a document that is not printed. */
  browser: string | null
}

/**
 * One kind of document to be made of a deck, described so completely that any machine makes the same of it. Plain JSON.
 *
 * Shape: all paths are relative to the root of the store, with forward slashes.
 */
export interface Job extends Omit<AskedJob, 'options'> {
  v: typeof jobVersion
  /** See `jobKey`. */
  key: string
  options: AskedJob['options'] & JobProgram & { root: string }
  /** All files that the deck needs, and no other can be read. Shape: sorted by path. */
  inputs: readonly JobInput[]
  /** Where the document goes. In several languages, a file each: the language stands before the ending. */
  output: string
}

/** Identifies what comes of a job: the same inputs, options, program and browser give the same key. */
export const jobKey = (job: Omit<Job, 'key'>): string => {
  const { v, deck, kind, lang, options, inputs, output } = job
  return sha256(canonicalJson({ v, deck, kind, lang, options, inputs, output }))
}

/** The document that a job makes. */
export const requestOf = ({ kind, options }: Pick<Job, 'kind' | 'options'>): DocumentRequest =>
  options.documents.find((request) => request.kind === kind)!

/** Where the document of a deck goes within a folder of the store. */
export const outputOf = (folder: string, deck: string, request: DocumentRequest): string =>
  posix.join(folder, `${stemOf(posix.basename(deck))}.${fileExtension(request)}`)
