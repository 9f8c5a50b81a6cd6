import { constants } from 'node:fs'
import { open, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { replaceFile } from './atomic-write.ts'
import { makePrivateFolder } from './private-folder.ts'

/** A folder of small files that only this user may read or write. */
export interface PrivateFiles {
  /** Returns the names of its files, in no particular order; none if there is no such folder. */
  list(): Promise<readonly string[]>
  /** Reads a file. `foreign`: it is not private, so anybody may have written it, or it is no ordinary file. Null if it is not there. */
  read(name: string): Promise<{ text: string } | 'foreign' | null>
  /** Writes a file, whole or not at all. Returns false if that is not possible, or if others may write to the folder. */
  write(name: string, text: string): Promise<boolean>
  remove(name: string): Promise<void>
}

/** Opens a folder, which is created when a file is written. Larger files than `limitBytes` are `foreign`. */
export function openPrivateFiles(folder: string, limitBytes: number): PrivateFiles {
  let usable: Promise<boolean> | null = null
  return {
    list: () => readdir(folder).catch(() => []),
    read: (name) => readPrivate(join(folder, name), limitBytes),
    write: async (name, text) => {
      usable ??= makePrivateFolder(folder).catch(() => false)
      if (!(await usable)) return false
      return replaceFile(join(folder, name), text, 0o600).then(
        () => true,
        () => false,
      )
    },
    remove: (name) => rm(join(folder, name), { force: true }).catch(() => {}),
  }
}

/** Follows no link and waits for no pipe. On Windows, which has no such permissions, files in a user's folders are private. */
async function readPrivate(path: string, limitBytes: number): Promise<{ text: string } | 'foreign' | null> {
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)
  const file = await open(path, flags).catch((error: NodeJS.ErrnoException) =>
    error.code === 'ENOENT' ? null : ('foreign' as const),
  )
  if (file === null || file === 'foreign') return file
  try {
    const stats = await file.stat()
    const isOwn = !process.getuid || (stats.uid === process.getuid() && (stats.mode & 0o077) === 0)
    return isOwn && stats.isFile() && stats.size <= limitBytes ? { text: await file.readFile('utf8') } : 'foreign'
  } finally {
    await file.close()
  }
}
