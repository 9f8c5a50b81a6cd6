import { mkdirSync, readdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { disk } from '../../src/system/disk.ts'
import { folder } from '../load/folder.ts'

test('a new file never replaces an existing one', async () => {
  const path = join(folder({ 'a.json': 'old' }), 'a.json')
  await expect(disk.writeNew(path, 'new')).rejects.toMatchObject({ code: 'EEXIST' })
  expect(readFileSync(path, 'utf8')).toBe('old')
})

test('the version of a file changes with its content, even if size and time stay', async () => {
  const path = join(folder({ 'a.json': 'old' }), 'a.json')
  const time = new Date('2026-01-01')
  utimesSync(path, time, time)
  const before = await disk.stat(path)
  expect((await disk.stat(path))?.version).toBe(before?.version)
  writeFileSync(path, 'new')
  utimesSync(path, time, time)
  expect(await disk.stat(path)).toMatchObject({ kind: 'file', sizeBytes: 3, modifiedMs: time.getTime() })
  expect((await disk.stat(path))?.version).not.toBe(before?.version)
})

test('links are listed as links, and followed by stat and realPath', async () => {
  const root = folder({ 'a.json': '{}' })
  mkdirSync(join(root, 'real'))
  symlinkSync(join(root, 'real'), join(root, 'link'))
  const entries = await disk.list(root)
  expect(new Map(entries.map(({ name, kind }) => [name, kind]))).toEqual(
    new Map([
      ['a.json', 'file'],
      ['link', 'other'],
      ['real', 'folder'],
    ]),
  )
  expect(await disk.isLink(join(root, 'link'))).toBe(true)
  expect((await disk.stat(join(root, 'link')))?.kind).toBe('folder')
  expect(await disk.realPath(join(root, 'link'))).toBe(join(root, 'real'))
  expect([await disk.stat(join(root, 'none')), await disk.realPath(join(root, 'none'))]).toEqual([null, null])
})

test('a new file is always complete or absent', async () => {
  const root = folder()
  const path = join(root, 'a.json.bak')
  const content = Buffer.alloc(24_000_000, 65)
  let done = false
  const writing = disk.writeNew(path, content, 0o640).finally(() => {
    done = true
  })
  const sizes = new Set<number | undefined>()
  while (!done) sizes.add((await disk.stat(path))?.sizeBytes)
  await writing
  expect([...sizes].filter((size) => size !== undefined && size !== content.length)).toEqual([])
  expect(await disk.stat(path)).toMatchObject({ sizeBytes: content.length, links: 1 })
  expect(readdirSync(root)).toEqual(['a.json.bak'])
})

test('the name of a dangling link is taken', async () => {
  const root = folder()
  symlinkSync(join(root, 'none'), join(root, 'a.json'))
  await expect(disk.writeNew(join(root, 'a.json'), 'new')).rejects.toMatchObject({ code: 'EEXIST' })
  expect(readdirSync(root)).toEqual(['a.json'])
})
