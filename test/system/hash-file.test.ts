import { createHash } from 'node:crypto'
import { readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type CacheEntry, openCache } from '../../src/system/cache.ts'
import { disk } from '../../src/system/disk.ts'
import { hashFile } from '../../src/system/hash-file.ts'
import { folder } from '../load/folder.ts'

const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex').slice(0, 32)
const old = new Date('2026-01-01')

/** A file of many pieces, of which the last is not whole. */
function large(): { file: string; bytes: Buffer } {
  const bytes = Buffer.alloc(9 * 1024 * 1024 + 5, 'көктем')
  const file = join(folder({ 'film.mp4': bytes }), 'film.mp4')
  utimesSync(file, old, old)
  return { file, bytes }
}

/** A cache that can be looked into. */
function memory() {
  const entries = new Map<string, CacheEntry>()
  return {
    entries,
    get: async (key: string) => entries.get(key) ?? null,
    put: async (key: string, entry: CacheEntry) => void entries.set(key, entry),
  }
}

test('the hash covers the whole content of a file, however large', async () => {
  const { file, bytes } = large()
  const cache = openCache('stills', join(folder(), 'stills'))
  expect(await hashFile(file, disk, cache)).toBe(sha(bytes))
  expect(await hashFile(file, disk, cache)).toBe(sha(bytes))
  // One letter far from the beginning, the middle and the end; size and time are as they were.
  bytes[2_500_000] = 0
  writeFileSync(file, bytes)
  utimesSync(file, old, old)
  expect(await hashFile(file, disk, cache)).toBe(sha(bytes))
})

test('an unchanged large file is not read again; a small one is always read', async () => {
  const { file } = large()
  const cache = memory()
  await hashFile(file, disk, cache)
  const [key] = cache.entries.keys()
  cache.entries.set(key!, { metadata: { hash: 'remembered' }, bytes: new Uint8Array() })
  expect(await hashFile(file, disk, cache)).toBe('remembered')

  const small = join(folder({ 'a.mp4': 'abc' }), 'a.mp4')
  utimesSync(small, old, old)
  expect(await hashFile(small, disk, cache)).toBe(sha(readFileSync(small)))
  expect(cache.entries.size).toBe(1)
})

test('the hash of a file that is still being written is not remembered', async () => {
  const { file, bytes } = large()
  writeFileSync(file, bytes)
  const cache = memory()
  expect(await hashFile(file, disk, cache)).toBe(sha(bytes))
  expect(cache.entries.size).toBe(0)
})
