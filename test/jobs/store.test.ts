import { link, mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { inputFiles } from '../../src/jobs/input-files.ts'
import { type FolderStore, openFolderStore } from '../../src/jobs/store.ts'
import { sha256 } from '../../src/system/hash.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

let outside: string
let store: FolderStore
const text = async (name: string) => Buffer.from((await store.get(name, 1000)) ?? []).toString()
const refused = { fault: { code: 'store-name-unfit' } }

beforeEach(async () => {
  outside = await temporaryFolder()
  await mkdir(join(outside, 'store'))
  await writeFile(join(outside, 'secret'), 'secret')
  await mkdir(join(outside, 'elsewhere'))
  store = await openFolderStore(join(outside, 'store'))
})

test('what is put is there, whole, and can be copied', async () => {
  await store.put('a/b/one.txt', 'one')
  await store.put('two.txt', { copyOf: 'a/b/one.txt' })
  expect([await text('a/b/one.txt'), await text('two.txt')]).toEqual(['one', 'one'])
  expect([await store.has('two.txt'), await store.has('three.txt')]).toEqual([3, null])
  expect(await store.get('two.txt', 2)).toBeNull()
})

test.each(['../secret', 'a/../../secret', '/secret', 'a//b', '.', '', 'a\\..\\..\\secret', 'a\0b'])(
  '%j is no name',
  async (name) => {
    await expect(store.get(name, 1000)).rejects.toMatchObject(refused)
    await expect(store.put(name, 'x')).rejects.toMatchObject(refused)
    await expect(store.has(name)).rejects.toMatchObject(refused)
  },
)

test('links lead nowhere outside', async () => {
  await symlink(join(outside, 'secret'), join(store.root, 'link'))
  await symlink(join(outside, 'elsewhere'), join(store.root, 'folder'))
  await symlink(outside, join(store.root, 'up'))
  for (const name of ['link', 'up/secret']) {
    expect(await store.get(name, 1000)).toBeNull()
    expect(await store.has(name)).toBeNull()
    await expect(store.put('copy', { copyOf: name })).rejects.toMatchObject({ fault: { code: 'file-unreadable' } })
  }
  for (const name of ['folder/x', 'folder/deep/x', 'up/x'])
    await expect(store.put(name, 'x')).rejects.toMatchObject(refused)
  // A link in the place of a document is replaced, not followed.
  await store.put('link', 'mine')
  expect(await readFile(join(outside, 'secret'), 'utf8')).toBe('secret')
})

test('a job reads its inputs and nothing else, and each only with its own content', async () => {
  await store.put('p/decks/a.json', '{}')
  await store.put('p/decks/other.json', 'other')
  await link(join(outside, 'secret'), join(store.root, 'p/hard'))
  const input = { path: 'p/decks/a.json', sha256: sha256('{}'), bytes: 2 }
  const { files } = inputFiles([input, { ...input, path: 'p/hard' }], store, join(store.root, 'p/dist'))
  const at = (name: string) => join(store.root, ...name.split('/'))
  expect(await files.read(at('p/decks/a.json'), 10)).toEqual({ bytes: Buffer.from('{}') })
  await expect(files.read(at('p/decks/other.json'), 10)).rejects.toMatchObject({ code: 'ENOENT' })
  await expect(files.read(join(outside, 'secret'), 10)).rejects.toMatchObject({ code: 'ENOENT' })
  await expect(files.readText('/etc/passwd')).rejects.toMatchObject({ code: 'ENOENT' })
  await expect(files.read(at('p/hard'), 10)).rejects.toMatchObject({ fault: { code: 'job-input-changed' } })
  await expect(files.open(at('p/hard'))).rejects.toMatchObject({ fault: { code: 'job-input-changed' } })
  expect(await files.list(at('p'))).toEqual([
    { name: 'hard', kind: 'file' },
    { name: 'decks', kind: 'folder' },
    { name: 'dist', kind: 'folder' },
  ])
  expect(await files.stat(at('p/decks/other.json'))).toBeNull()
  // After an input that has changed, nothing is written.
  await expect(files.writeAtomic(at('p/dist/a.html'), 'x')).rejects.toMatchObject({
    fault: { code: 'job-input-changed' },
  })
})

test('a job writes into the folder of its output and nowhere else', async () => {
  const { files, written } = inputFiles([], store, join(store.root, 'p/dist'))
  await files.writeAtomic(join(store.root, 'p/dist/a.html'), 'x')
  for (const path of ['p/a.html', 'p/dist', 'p/dist/../a.html', '../a.html']) {
    await expect(files.writeAtomic(join(store.root, path), 'x')).rejects.toMatchObject(refused)
  }
  await expect(files.remove(join(store.root, 'p/dist/a.html'))).rejects.toMatchObject(refused)
  expect([...written.keys()]).toEqual(['p/dist/a.html'])
})
