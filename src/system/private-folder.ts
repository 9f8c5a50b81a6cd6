import { chmod, lstat } from 'node:fs/promises'
import { makeFolder } from './make-folder.ts'

/** Whether a folder belongs to this user and nobody else may write to it: others could have placed anything there. */
export function isPrivateFolder(stats: { isDirectory(): boolean; uid: number; mode: number }): boolean {
  if (!stats.isDirectory()) return false
  return !process.getuid || (stats.uid === process.getuid() && (stats.mode & 0o022) === 0)
}

/**
 * Creates a folder that only this user may use. Returns whether it is one; a folder that others may write to, and a link, are
 * not.
 * Errors: those of the system.
 */
export async function makePrivateFolder(folder: string): Promise<boolean> {
  await makeFolder(folder, 0o700)
  const stats = await lstat(folder)
  if (!isPrivateFolder(stats)) return false
  if (process.getuid && stats.mode & 0o044) await chmod(folder, 0o700)
  return true
}
