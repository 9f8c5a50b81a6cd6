import { resolve } from 'node:path'
import { cwd } from 'node:process'
import { type Cache, openCache } from '../system/cache.ts'
import { disk } from '../system/disk.ts'
import { shortHash } from '../system/hash.ts'

const openCalls = () => openCache('calls', undefined, { maxEntries: 200 })

const keyOf = (argv: readonly string[]): string => shortHash(JSON.stringify([cwd(), ...argv]))

/**
 * Remembers that a call left some files, decks and documents, as they are now: the next such call will probably find nothing
 * to print, and need not start a browser before it knows.
 */
export async function rememberCall(
  argv: readonly string[],
  paths: readonly string[],
  cache: Cache = openCalls(),
): Promise<void> {
  const files = await Promise.all(paths.map(async (path) => [resolve(path), await versionOf(path)] as const))
  await cache.put(keyOf(argv), { metadata: { files }, bytes: new Uint8Array() })
}

/** Whether the same call was remembered and its files are the same as then. It tells nothing of other files. */
export async function isProbablyUnchanged(argv: readonly string[], cache: Cache = openCalls()): Promise<boolean> {
  const entry = await cache.get(keyOf(argv))
  if (!entry) return false
  for (const [path, version] of entry.metadata.files as [string, string | null][])
    if ((await versionOf(path)) !== version) return false
  return true
}

const versionOf = async (path: string): Promise<string | null> => (await disk.stat(resolve(path)))?.version ?? null
