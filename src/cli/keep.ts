import { dirname } from 'node:path'
import { isOurs, sweep } from '../load/cache.ts'
import { replace } from '../load/write.ts'

/** Keeps what can be made again in a folder of the cache, and takes away what is old there. */
export async function keep(path: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(path)
  if (!(await isOurs(folder))) return
  await replace(path, bytes, 0o600).catch(() => {})
  await sweep(folder)
}
