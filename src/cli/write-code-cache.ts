import { dirname } from 'node:path'
import { replaceFile } from '../system/atomic-write.ts'
import { ensurePrivateFolder, removeExpired } from '../system/cache.ts'

/** Keeps what can be made again in a folder of the cache, and takes away what is old there. */
export async function writeCodeCache(path: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(path)
  if (!(await ensurePrivateFolder(folder))) return
  await replaceFile(path, bytes, 0o600).catch(() => {})
  await removeExpired(folder)
}
