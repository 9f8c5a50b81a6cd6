import type { Files } from '../model/files.ts'
import { sha256 } from './hash.ts'

/** Files that remember what was read through them. */
export interface RecordedReads {
  files: Files
  /** The SHA-256 of each file that was read, by its path; null for one that was only read in part, such as a video. */
  hashes: ReadonlyMap<string, string | null>
}

/** Wraps `files` to record which files are read, and with which content. */
export function recordReads(files: Files): RecordedReads {
  const hashes = new Map<string, string | null>()
  return {
    hashes,
    files: {
      ...files,
      read: async (path, limitBytes) => {
        const result = await files.read(path, limitBytes)
        if ('bytes' in result) hashes.set(path, sha256(result.bytes))
        return result
      },
      readText: async (path) => {
        const text = await files.readText(path)
        hashes.set(path, sha256(text))
        return text
      },
      open: async (path) => {
        const file = await files.open(path)
        if (!hashes.has(path)) hashes.set(path, null)
        return file
      },
    },
  }
}
