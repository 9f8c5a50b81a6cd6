import { createHash } from 'node:crypto'
import { chmod, lstat, readdir, readFile, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { replaceFile } from './atomic-write.ts'
import { cacheFolder } from './cache-folder.ts'
import { makeFolder } from './make-folder.ts'

/** What nobody asked for in so long goes. */
const maxAgeDays = 60

/** What a cache keeps: bytes, and a note of what they are. */
export interface CacheEntry {
  metadata: Record<string, unknown>
  bytes: Uint8Array
}

/** A folder of things that can be made again. It is a help and no more: where it cannot be used, nothing is kept. */
export interface Cache {
  get(key: string): Promise<CacheEntry | null>
  put(key: string, entry: CacheEntry): Promise<void>
}

/** Opens one shelf of the cache, made where it is missing. */
export function openCache(name: string, folder = join(cacheFolder(), name)): Cache {
  let ready: Promise<boolean> | null = null
  const usable = () => (ready ??= ensurePrivateFolder(folder))
  return {
    async get(key) {
      if (!(await usable())) return null
      const path = join(folder, key)
      const entry = await readFile(path).then(unpack, () => null)
      if (entry) await touch(path)
      return entry
    },
    async put(key, entry) {
      if (!(await usable())) return
      await replaceFile(join(folder, key), pack(entry), 0o600).catch(() => {})
      await removeExpired(folder)
    },
  }
}

/** Makes a folder for us alone. False where there is none: what others may write to could hold anything. */
export async function ensurePrivateFolder(folder: string): Promise<boolean> {
  try {
    await makeFolder(folder, 0o700)
    const stats = await lstat(folder)
    if (!stats.isDirectory()) return false
    if (!process.getuid) return true
    if (stats.uid !== process.getuid()) return false
    if (stats.mode & 0o022) return false
    if (stats.mode & 0o044) await chmod(folder, 0o700)
    return true
  } catch {
    return false
  }
}

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

function pack({ metadata, bytes }: CacheEntry): Uint8Array {
  const body = Buffer.concat([Buffer.from(`${JSON.stringify(metadata)}\n`), bytes])
  return Buffer.concat([Buffer.from(`${digest(body)}\n`), body])
}

/** The entry in a file; null where the file is damaged, so that it is made again. */
function unpack(file: Buffer): CacheEntry | null {
  const body = file.subarray(65)
  if (file.toString('latin1', 0, 64) !== digest(body)) return null
  const end = body.indexOf(0x0a)
  return { metadata: JSON.parse(body.toString('utf8', 0, end)), bytes: body.subarray(end + 1) }
}

/** Notes that an entry is in use, once a day at most. */
async function touch(path: string): Promise<void> {
  const now = new Date()
  const { mtimeMs } = await stat(path)
  if (now.getTime() - mtimeMs > 86_400_000) await utimes(path, now, now).catch(() => {})
}

/** Takes away what nobody asked for in long. */
export async function removeExpired(folder: string): Promise<void> {
  const oldest = Date.now() - maxAgeDays * 86_400_000
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name)
    const stats = await lstat(path).catch(() => null)
    if (stats && stats.mtimeMs < oldest) await rm(path, { force: true }).catch(() => {})
  }
}
