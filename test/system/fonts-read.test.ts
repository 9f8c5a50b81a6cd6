import { readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { FileReadResult } from '../../src/model/files.ts'
import { disk } from '../../src/system/disk.ts'
import { packageRoot } from '../../src/system/package-root.ts'
import { folder } from '../load/folder.ts'

const font = readFileSync(join(packageRoot(), 'static/fonts/golos-text/400.woff2'))
const bytesOf = (result: FileReadResult) => ('bytes' in result ? result.bytes : null)

/** Writes a file as of some minutes ago. */
function writeOld(path: string, content: Uint8Array, minutes: number): void {
  writeFileSync(path, content)
  const then = Date.now() / 1000 - minutes * 60
  utimesSync(path, then, then)
}

test('a font is read once, until its file changes', async () => {
  const path = join(folder(), 'a.woff2')
  writeOld(path, font, 5)
  const first = bytesOf(await disk.read(path, 1e6))
  expect(font.equals(first!)).toBe(true)
  expect(bytesOf(await disk.read(path, 1e6)) === first).toBe(true)
  const other = Buffer.from(font).fill(1, 100, 200)
  writeOld(path, other, 4)
  expect(other.equals(bytesOf(await disk.read(path, 1e6))!)).toBe(true)
})

test('the limit, a missing file and a folder in its place are told as ever', async () => {
  const root = folder({ 'folder.ttf/': '' })
  const path = join(root, 'a.ttf')
  writeOld(path, font, 5)
  await disk.read(path, 1e6)
  expect(await disk.read(path, 10)).toEqual({ refused: 'too-large', sizeBytes: font.length })
  expect(await disk.read(join(root, 'folder.ttf'), 1e6)).toEqual({ refused: 'folder' })
  await disk.remove(path)
  await expect(disk.read(path, 1e6)).rejects.toMatchObject({ code: 'ENOENT' })
})

test('a font that has just been written, and any other file, is read each time', async () => {
  const root = folder({ 'new.woff2': font, 'deck.json': '{}' })
  writeOld(join(root, 'deck.json'), Buffer.from('{}'), 5)
  for (const name of ['new.woff2', 'deck.json']) {
    const [first, second] = [await disk.read(join(root, name), 1e6), await disk.read(join(root, name), 1e6)]
    expect(bytesOf(second) === bytesOf(first)).toBe(false)
  }
})

test('only so many fonts are kept', async () => {
  const root = folder()
  const large = Buffer.alloc(6_000_000, 7)
  const read = async (name: string) => bytesOf(await disk.read(join(root, name), 1e8))
  for (const name of ['1.ttf', '2.ttf', '3.ttf']) writeOld(join(root, name), large, 5)
  const first = await read('1.ttf')
  expect((await read('1.ttf')) === first).toBe(true)
  for (const name of ['2.ttf', '3.ttf']) await read(name)
  const last = await read('3.ttf')
  expect((await read('3.ttf')) === last).toBe(true)
  expect((await read('1.ttf')) === first).toBe(false)
})
