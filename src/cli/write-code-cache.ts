import { dirname } from 'node:path'
import { replaceFile } from '../system/atomic-write.ts'
import { removeExpired } from '../system/cache.ts'
import { makePrivateFolder } from '../system/private-folder.ts'

/** Writes compiled code to its cache file and removes expired files beside it. Does nothing if the folder is not private. */
export async function writeCodeCache(path: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(path)
  if (!(await makePrivateFolder(folder).catch(() => false))) return
  await replaceFile(path, bytes, 0o600).catch(() => {})
  await removeExpired(folder)
}
