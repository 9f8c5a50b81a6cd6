import type { FileRead, Files } from '../model/files.ts'
import { sha256 } from './hash.ts'

/** Files that record what is read through them. */
export interface RecordedFiles {
  files: Files
  /** Every file that was read so far, as it was when it was last read. */
  reads(): FileRead[]
}

/** Returns the same files, with a record of what is read through them from now on. */
export function recordReads(files: Files): RecordedFiles {
  const hashes = new Map<string, string | null>()
  return {
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
        hashes.set(path, null)
        return file
      },
    },
    reads: () => [...hashes].map(([path, hash]) => ({ path, sha256: hash })),
  }
}
