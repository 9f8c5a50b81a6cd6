import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'
// A static import: the bundle supports named imports of CommonJS packages only so. To load it late, import this file late.
import { extract } from 'tar-stream'

/**
 * Unpacks a brotli-compressed tar archive of regular files, accessible only to their owner.
 *
 * Errors: throws on any other kind of entry, on names that lead outside, on a truncated archive. The folder is unusable then.
 */
export async function unpackArchive(archive: string, folder: string): Promise<void> {
  const entries = extract()
  const unpacked = pipeline(createReadStream(archive), createBrotliDecompress({ chunkSize: 1 << 20 }), entries)
  unpacked.catch(() => {}) // thrown by the loop
  for await (const entry of entries) {
    const { name, type, mode = 0 } = entry.header
    const path = join(folder, name)
    if (type === 'directory') entry.resume()
    else if (type !== 'file' || !path.startsWith(folder + sep)) throw new Error(`${name} is not allowed in the archive`)
    else {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      await pipeline(entry, createWriteStream(path, { mode: mode & 0o100 ? 0o700 : 0o600, flush: true }))
    }
  }
  await unpacked
}
