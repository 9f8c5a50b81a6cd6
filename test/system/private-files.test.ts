import { chmod, mkdtemp, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openPrivateFiles } from '../../src/system/private-files.ts'

let root: string

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'korme-private-'))
})
afterEach(() => rm(root, { recursive: true, force: true }))

const open = (limitBytes = 100) => openPrivateFiles(join(root, 'inner', 'secrets'), limitBytes)

test('what is written can be read by this user only, and removed', async () => {
  const files = open()
  expect(await files.list()).toEqual([])
  expect(await files.read('a')).toBeNull()
  expect(await files.write('a', 'x')).toBe(true)
  expect(await files.write('a', 'құпия')).toBe(true)
  expect(await files.read('a')).toEqual({ text: 'құпия' })
  expect(await files.list()).toEqual(['a'])
  expect((await stat(join(root, 'inner', 'secrets', 'a'))).mode & 0o777).toBe(0o600)
  expect((await stat(join(root, 'inner', 'secrets'))).mode & 0o777).toBe(0o700)
  await files.remove('a')
  await files.remove('a')
  expect(await files.read('a')).toBeNull()
})

test.each<[string, (path: string) => Promise<unknown>]>([
  ['that others may read', (path) => chmod(path, 0o640)],
  ['that others may write', (path) => chmod(path, 0o602)],
  [
    'that is a link, to a private file too',
    async (path) => {
      await rm(path)
      await writeFile(join(root, 'target'), '{}', { mode: 0o600 })
      await symlink(join(root, 'target'), path)
    },
  ],
  ['that is larger than any of these', (path) => writeFile(path, 'x'.repeat(101))],
])('a file %s is foreign', async (_, change) => {
  const files = open()
  await files.write('a', '{}')
  await change(join(root, 'inner', 'secrets', 'a'))
  expect(await files.read('a')).toBe('foreign')
})

test('nothing is written where others may write, or where no folder can be', async () => {
  await open().write('a', 'x')
  await chmod(join(root, 'inner', 'secrets'), 0o777)
  expect(await open().write('b', 'x')).toBe(false)
  expect(await open().list()).toEqual(['a'])
  await writeFile(join(root, 'file'), '')
  expect(await openPrivateFiles(join(root, 'file', 'secrets'), 100).write('a', 'x')).toBe(false)
})
