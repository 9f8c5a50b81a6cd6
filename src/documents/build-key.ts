import type { BuildOptions } from '../build.ts'
import { canonicalJson } from '../system/canonical-json.ts'
import { sha256 } from '../system/hash.ts'
import type { Observation } from '../system/observations.ts'
import type { DocumentRequest } from './document-request.ts'

/** All that decides a build but for the content of files. */
export interface AskedBuild {
  /** The deck as the user named it, which findings repeat, and its absolute path. */
  deck: { name: string; path: string }
  /** Shape: paths are absolute. */
  options: Omit<BuildOptions, 'files'>
  requests: readonly DocumentRequest[]
  /** Identifies the program: its content, and what it runs on. */
  program: string
  /** Identifies the browser that prints; null if nothing is printed. */
  browser: string | null
}

/** Identifies what is asked for. The same deck, options and documents have the same key whatever the files hold. */
export const askedKey = ({ deck, options, requests, program, browser }: AskedBuild): string =>
  sha256(canonicalJson({ deck, options, requests, program, browser }))

/** Identifies what comes of it: what is asked for, and everything that was learned from files. */
export const buildKey = (asked: AskedBuild, inputs: readonly Observation[]): string =>
  sha256(askedKey(asked), '\n', inputs.map(canonicalJson).sort().join('\n'))
