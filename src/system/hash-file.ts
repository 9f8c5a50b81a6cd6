import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import type { Cache } from './cache.ts'

/** A file up to this size is read in no time; of a larger one its hash is remembered. */
const maxUncachedBytes = 4 * 1024 * 1024

/** A file that was written so shortly ago may be written again without its time telling so. */
const stableAfterMs = 2_000

const chunkBytes = 1024 * 1024

/**
 * The hash of a file's content, hexadecimal. It is read piece by piece: a film may have gigabytes. The cache remembers the
 * hash of a large one for as long as its place, size and times are the same.
 *
 * Errors: those of the file system.
 */
export async function hashFile(file: string, cache: Cache): Promise<string> {
  const handle = await open(file)
  try {
    const { dev, ino, size, mtimeNs, ctimeNs, mtimeMs } = await handle.stat({ bigint: true })
    const state = [file, dev, ino, size, mtimeNs, ctimeNs].join('\n')
    const key = `hash-${createHash('sha256').update(state).digest('hex').slice(0, 32)}`
    const isLarge = size > maxUncachedBytes
    const known = isLarge ? (await cache.get(key))?.metadata.hash : null
    if (typeof known === 'string') return known

    const hash = createHash('sha256')
    const options = { autoClose: false, highWaterMark: chunkBytes }
    for await (const chunk of handle.createReadStream(options)) hash.update(chunk as Uint8Array)
    const made = hash.digest('hex').slice(0, 32)
    const isSettled = Date.now() - Number(mtimeMs) > stableAfterMs
    if (isLarge && isSettled) await cache.put(key, { metadata: { hash: made }, bytes: new Uint8Array() })
    return made
  } finally {
    await handle.close()
  }
}
