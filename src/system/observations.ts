import type { FileReadResult, FileStats, Files, FolderEntry, OpenFile } from '../model/files.ts'
import type { Cache } from './cache.ts'
import { sha256, sha256Once } from './hash.ts'
import { hashFile } from './hash-file.ts'
import { errorReason } from './system-error.ts'

/** One question that was asked about a path, and what was answered. Plain JSON. */
export interface Observation {
  method: 'read' | 'readText' | 'open' | 'stat' | 'isLink' | 'realPath' | 'list'
  path: string
  /** The most bytes that were wanted, of `read`. */
  limitBytes?: number
  /** Names that do not matter, of `list`. */
  except?: readonly string[]
  answer: string
}

/** An answer as text, or what a folder lists: a name and a kind each. */
export type Answer = string | readonly string[]

/** How the answers are written down. */
export const answerOf = {
  read: (result: FileReadResult): string =>
    'bytes' in result ? contentAnswer(sha256Once(result.bytes)) : refusal(result),
  readText: (text: string): string => contentAnswer(sha256(text)),
  open: ({ stats }: OpenFile): string => stats.version,
  stat: (stats: FileStats | null): string => statsAnswer(stats),
  list: (entries: readonly FolderEntry[]): readonly string[] =>
    entries.map(({ name, kind }) => `${name}\n${kind}`).sort(),
  /** What a folder lists, but for some names. */
  names: (listed: readonly string[], except: readonly string[]): string =>
    sha256(JSON.stringify(listed.filter((line) => !except.includes(line.slice(0, line.lastIndexOf('\n')))))),
  failure: (error: unknown): string => `error ${errorReason(error)}`,
}

const contentPrefix = 'content '

/** As `hashFile` gives it: the first 32 digits. */
const contentAnswer = (hash: string): string => contentPrefix + hash.slice(0, 32)

const refusal = (result: Exclude<FileReadResult, { bytes: Uint8Array }>): string =>
  `refused ${result.refused} ${'sizeBytes' in result ? result.sizeBytes : ''}`

/** What a folder holds is asked by `list`; its times tell of other files too. */
const statsAnswer = (stats: FileStats | null): string =>
  stats === null ? 'null' : stats.kind === 'file' ? `file ${stats.version}` : stats.kind

/** Whether the same question would be answered in the same way now. The hashes of large files are kept in the cache. */
export async function stillHolds(observation: Observation, files: Files, cache: Cache): Promise<boolean> {
  return (await askAgain(observation, files, cache).catch(answerOf.failure)) === observation.answer
}

async function askAgain(
  { method, path, limitBytes = 0, except = [], answer }: Observation,
  files: Files,
  cache: Cache,
): Promise<string> {
  switch (method) {
    case 'read':
    case 'readText':
      if (answer.startsWith(contentPrefix)) return contentNow(path, files, cache)
      return method === 'read'
        ? answerOf.read(await files.read(path, limitBytes))
        : readable(await files.readText(path))
    case 'open': {
      const opened = await files.open(path)
      await opened.close()
      return answerOf.open(opened)
    }
    case 'stat':
      return statsAnswer(await files.stat(path))
    case 'isLink':
      return String(await files.isLink(path))
    case 'realPath':
      return String(await files.realPath(path))
    case 'list':
      return answerOf.names(answerOf.list(await files.list(path)), except)
  }
}

const readable = (text: string): string => answerOf.readText(text)

/** A device in the place of a file might never end. */
async function contentNow(path: string, files: Files, cache: Cache): Promise<string> {
  const stats = await files.stat(path)
  return stats?.kind === 'file' ? contentPrefix + (await hashFile(path, files, cache)) : statsAnswer(stats)
}
