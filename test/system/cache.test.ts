import {
  chmodSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openCache } from '../../src/system/cache.ts'
import { cacheFolder } from '../../src/system/cache-folder.ts'
import { folder } from '../load/folder.ts'

/** The keys of the entries, without what is hidden. */
const entriesIn = (path: string) =>
  readdirSync(path)
    .filter((name) => !name.startsWith('.'))
    .sort()

const entry = { metadata: { mime: 'image/png', width: 3 }, bytes: new Uint8Array([1, 10, 2, 10, 3]) }

test('a stored value is returned, also in another run', async () => {
  const path = join(folder(), 'korme/pictures')
  await openCache('pictures', path).put('key', entry)
  const got = await openCache('pictures', path).get('key')
  expect({ ...got, bytes: [...got!.bytes] }).toEqual({ ...entry, bytes: [...entry.bytes] })
  expect(await openCache('pictures', path).get('other')).toBeNull()
  expect(entriesIn(path)).toEqual(['key'])
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o700)
})

test('a damaged entry is ignored, wherever the damage is', async () => {
  const path = folder()
  const cache = openCache('pictures', path)
  await cache.put('key', entry)
  const whole = readFileSync(join(path, 'key'))
  for (let i = 0; i < whole.length; i++) {
    const damaged = Buffer.from(whole)
    damaged[i]! ^= 1
    writeFileSync(join(path, 'key'), damaged)
    // The line's end after the checksum says nothing.
    expect((await cache.get('key')) === null || i === 64).toBe(true)
  }
  for (const length of [0, 10, 64, 65, 70, whole.length - 1]) {
    writeFileSync(join(path, 'key'), whole.subarray(0, length))
    expect(await cache.get('key')).toBeNull()
  }
})

test.skipIf(process.platform === 'win32')('a folder that others may write to is not used', async () => {
  const path = folder()
  chmodSync(path, 0o777)
  const cache = openCache('pictures', path)
  await cache.put('key', entry)
  expect(readdirSync(path)).toEqual([])
})

test('a link in place of the folder is not used', async () => {
  const root = folder({ 'real/': '' })
  symlinkSync(join(root, 'real'), join(root, 'link'))
  await openCache('pictures', join(root, 'link')).put('key', entry)
  expect(readdirSync(join(root, 'real'))).toEqual([])
})

test('a file in place of the folder causes no failure', async () => {
  const root = folder({ pictures: '' })
  const cache = openCache('pictures', join(root, 'pictures'))
  await cache.put('key', entry)
  expect(await cache.get('key')).toBeNull()
})

test('a write deletes entries that were not read for two months, when nobody has looked for a day', async () => {
  const written = folder()
  const cache = openCache('pictures', written)
  await cache.put('old', entry)
  await cache.put('used', entry)
  const longAgo = Date.now() / 1000 - 61 * 86_400
  for (const key of ['old', 'used']) utimesSync(join(written, key), longAgo, longAgo)
  await cache.get('used')
  /** Stores an entry as the first one of a run: in a folder that this process has not written to. */
  const storeInNewRun = async (from: string, key: string): Promise<string> => {
    const path = join(folder(), 'pictures')
    renameSync(from, path)
    await openCache('pictures', path).put(key, entry)
    return path
  }
  const sameDay = await storeInNewRun(written, 'new')
  expect(entriesIn(sameDay)).toEqual(['new', 'old', 'used'])
  const yesterday = Date.now() / 1000 - 90_000
  utimesSync(join(sameDay, '.looked'), yesterday, yesterday)
  expect(entriesIn(await storeInNewRun(sameDay, 'newer'))).toEqual(['new', 'newer', 'used'])
})

test('many writes count the entries now and then, not each time', async () => {
  const path = folder()
  const cache = openCache('pictures', path, { maxEntries: 10 })
  const counts: number[] = []
  for (let i = 0; i <= 200; i++) {
    await cache.put(`key-${i}`, entry)
    counts.push(entriesIn(path).length)
  }
  expect([counts[99], counts[100], counts[199], counts[200]]).toEqual([100, 10, 109, 10])
})

test.each([
  [{ XDG_CACHE_HOME: '/x' }, 'linux', '/x/korme'],
  [{ XDG_CACHE_HOME: 'relative' }, 'linux', /\.cache.korme$/],
  [{}, 'darwin', /Library.Caches.korme$/],
  [{ LOCALAPPDATA: '/local' }, 'win32', /local.korme.Cache$/],
] as const)('%j on %s', (env, platform, expected) => {
  if (typeof expected === 'string') expect(cacheFolder(env, platform)).toBe(expected)
  else expect(cacheFolder(env, platform)).toMatch(expected)
})

test.runIf(process.platform === 'linux')('if no folder can be created, nothing is cached', async () => {
  const cache = openCache('pictures', '/proc/none/korme')
  await cache.put('key', entry)
  expect(await cache.get('key')).toBeNull()
})
