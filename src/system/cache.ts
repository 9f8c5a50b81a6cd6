import { lstat, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { replaceFile } from './atomic-write.ts'
import { cacheFolder } from './cache-folder.ts'
import { sha256 } from './hash.ts'
import { makePrivateFolder } from './private-folder.ts'

/** Entries that were not used for longer are removed. */
const maxAgeDays = 60

const dayMs = 86_400_000

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
      await removeSometimes(folder, maxEntries ?? Number.POSITIVE_INFINITY)
    },
  }
}

/** So many entries a process stores before it counts them again. */
const storedBetween = 100

/** How many entries this process has stored, by folder. */
const stored = new Map<string, number>()

/** Its time is that of the last look at all entries. */
const lookMarker = '.looked'

/**
 * Removes old entries and those beyond `maxEntries`, if it is time for it. A look at all entries asks the system about each, so
 * it is made once a day, and when there are too many; these are counted with the first entry that a process stores, and with every
 * hundredth after it.
 */
async function removeSometimes(folder: string, maxEntries: number): Promise<void> {
  const count = stored.get(folder) ?? 0
  stored.set(folder, count + 1)
  if (count % storedBetween !== 0) return
  const marker = join(folder, lookMarker)
  const lookedMs = await stat(marker).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  )
  const names = await entryNames(folder)
  if (Math.abs(Date.now() - lookedMs) < dayMs && names.length <= maxEntries) return
  await writeFile(marker, '', { mode: 0o600 }).catch(() => {})
  await removeExpired(folder, maxEntries)
}

const entryNames = async (folder: string): Promise<string[]> =>
  (await readdir(folder).catch(() => [])).filter((name) => name !== lookMarker)

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
  if (now.getTime() - mtimeMs > dayMs) await utimes(path, now, now).catch(() => {})
}

/** Removes the entries of a folder that were not used for long; if there are more than `maxEntries`, those used last stay. */
export async function removeExpired(folder: string, maxEntries = Number.POSITIVE_INFINITY): Promise<void> {
  const oldest = Date.now() - maxAgeDays * dayMs
  const entries: { path: string; usedMs: number }[] = []
  for (const name of await entryNames(folder)) {
    const path = join(folder, name)
    const stats = await lstat(path).catch(() => null)
    if (stats) entries.push({ path, usedMs: stats.mtimeMs })
  }
  entries.sort((a, b) => b.usedMs - a.usedMs)
  for (const [i, { path, usedMs }] of entries.entries()) {
    if (i >= maxEntries || usedMs < oldest) await rm(path, { force: true }).catch(() => {})
  }
}
