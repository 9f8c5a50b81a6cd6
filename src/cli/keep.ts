import { dirname } from 'node:path'
import { replace } from '../system/atomic-write.ts'
import { isOurs, sweep } from '../system/cache.ts'

/** Keeps what can be made again in a folder of the cache, and takes away what is old there. */
export async function keep(path: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(path)
  if (!(await isOurs(folder))) return
  await replace(path, bytes, 0o600).catch(() => {})
  await sweep(folder)
}
