import { lstat, readdir, readFile, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { replaceFile } from './atomic-write.ts'
import { cacheFolder } from './cache-folder.ts'
import { sha256 } from './hash.ts'
import { makePrivateFolder } from './private-folder.ts'

/** Entries that were not used for longer are removed. */
const maxAgeDays = 60

/** Bytes in a cache, and a description of them. */
export interface CacheEntry {
  metadata: Record<string, unknown>
  bytes: Uint8Array
}

/** A folder of derived data, for speed only: if it cannot be used, nothing is cached. */
export interface Cache {
  get(key: string): Promise<CacheEntry | null>
  put(key: string, entry: CacheEntry): Promise<void>
}

/** How a part of the cache is kept. Without `maxEntries`, it has as many as are used. */
export interface CacheOptions {
  maxEntries?: number
}

/** Opens a named part of the cache, created if missing. */
export function openCache(name: string, folder = join(cacheFolder(), name), { maxEntries }: CacheOptions = {}): Cache {
  let ready: Promise<boolean> | null = null
  const usable = () => (ready ??= makePrivateFolder(folder).catch(() => false))
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
      if (isTimeToRemove(folder)) await removeExpired(folder, maxEntries)
    },
  }
}

/** So many entries are stored between two looks for old ones, since each look asks about every entry. */
const storedBetween = 100

/** How many entries this process has stored, by folder. */
const stored = new Map<string, number>()

/** Whether an entry that is being stored is the first one of this process, or one hundred after the last look. */
function isTimeToRemove(folder: string): boolean {
  const count = stored.get(folder) ?? 0
  stored.set(folder, count + 1)
  return count % storedBetween === 0
}

function pack({ metadata, bytes }: CacheEntry): Uint8Array {
  const body = Buffer.concat([Buffer.from(`${JSON.stringify(metadata)}\n`), bytes])
  return Buffer.concat([Buffer.from(`${sha256(body)}\n`), body])
}

/** Returns the entry in a file, or null if the file is damaged. */
function unpack(file: Buffer): CacheEntry | null {
  const body = file.subarray(65)
  if (file.toString('latin1', 0, 64) !== sha256(body)) return null
  const end = body.indexOf(0x0a)
  return { metadata: JSON.parse(body.toString('utf8', 0, end)), bytes: body.subarray(end + 1) }
}

/** Marks an entry as used, at most once a day. */
async function touch(path: string): Promise<void> {
  const now = new Date()
  const { mtimeMs } = await stat(path)
  if (now.getTime() - mtimeMs > 86_400_000) await utimes(path, now, now).catch(() => {})
}

/** Removes the entries of a folder that were not used for long; if there are more than `maxEntries`, those used last stay. */
export async function removeExpired(folder: string, maxEntries = Number.POSITIVE_INFINITY): Promise<void> {
  const oldest = Date.now() - maxAgeDays * 86_400_000
  const entries: { path: string; usedMs: number }[] = []
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name)
    const stats = await lstat(path).catch(() => null)
    if (stats) entries.push({ path, usedMs: stats.mtimeMs })
  }
  entries.sort((a, b) => b.usedMs - a.usedMs)
  for (const [i, { path, usedMs }] of entries.entries()) {
    if (i >= maxEntries || usedMs < oldest) await rm(path, { force: true }).catch(() => {})
  }
}
