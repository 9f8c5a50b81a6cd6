import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'
// Named imports of what was CommonJS work in the bundle only where they are static: whoever wants this file loads it late.
import { extract } from 'tar-stream'

/**
 * Unpacks an archive (tar, brotli) of regular files, for their owner alone.
 *
 * Errors: throws on anything else in it, on names that lead outside, on a cut archive; what is there then must not be used.
 */
export async function unpackArchive(archive: string, folder: string): Promise<void> {
  const entries = extract()
  const unpacked = pipeline(createReadStream(archive), createBrotliDecompress({ chunkSize: 1 << 20 }), entries)
  unpacked.catch(() => {}) // told by the loop, which ends with it
  for await (const entry of entries) {
    const { name, type, mode = 0 } = entry.header
    const path = join(folder, name)
    if (type === 'directory') entry.resume()
    else if (type !== 'file' || !path.startsWith(folder + sep)) throw new Error(`${name} has no place in the archive`)
    else {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      await pipeline(entry, createWriteStream(path, { mode: mode & 0o100 ? 0o700 : 0o600, flush: true }))
    }
  }
  await unpacked
}
