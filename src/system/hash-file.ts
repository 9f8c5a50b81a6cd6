import { createHash } from 'node:crypto'
import type { Files } from '../model/files.ts'
import type { Cache } from './cache.ts'
import { shortHash } from './hash.ts'

/** A file up to this size is hashed in no time; the hash of a larger one is cached. */
const maxUncachedBytes = 4_000_000

/** A file that changed this recently may change again within the resolution of its time. */
const stableAfterMs = 2_000

const chunkBytes = 1_000_000

/** Returns the beginning of `hashWholeFile`, 32 hexadecimal digits, which is enough to tell files apart. */
export const hashFile = async (path: string, files: Files, cache: Cache): Promise<string> =>
  (await hashWholeFile(path, files, cache)).slice(0, 32)

/**
 * Returns the SHA-256 of a file's content as 64 hexadecimal digits. It reads in chunks, since a video may have gigabytes. The
 * cache keeps the hash of a large file until its path, size or times change.
 *
 * Errors: those of the file system.
 */
export async function hashWholeFile(path: string, files: Files, cache: Cache): Promise<string> {
  const file = await files.open(path)
  try {
    const { version, sizeBytes, modifiedMs } = file.stats
    const key = `sha256-${shortHash(path, '\n', version)}`
    const isLarge = sizeBytes > maxUncachedBytes
    const cached = isLarge ? (await cache.get(key))?.metadata.hash : null
    if (typeof cached === 'string') return cached

    const sha256 = createHash('sha256')
    for (let position = 0; ; ) {
      const chunk = await file.read(position, chunkBytes)
      if (chunk.length === 0) break
      sha256.update(chunk)
      position += chunk.length
    }
    const hash = sha256.digest('hex')
    const isStable = Date.now() - modifiedMs > stableAfterMs
    if (isLarge && isStable) await cache.put(key, { metadata: { hash }, bytes: new Uint8Array() })
    return hash
  } finally {
    await file.close()
  }
}
