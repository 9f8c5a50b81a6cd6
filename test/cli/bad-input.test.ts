import { chmod, mkdir, open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { canMakePipes, makePipe } from '../support/make-pipe.ts'
import { folder, runKorme } from './run-korme.ts'

const noStack = /^\s+at .+:\d+:\d+\)?$/m

test.each<[string, string | Uint8Array]>([
  ['an empty file', ''],
  ['white space', ' \n\t\n'],
  ['null', 'null'],
  ['an array', '[]'],
  ['a number', '42'],
  ['a string', '"text"'],
  ['no slides', '{}'],
  ['binary', Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256)],
  ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d])],
  ['depth 100,000', '['.repeat(100_000)],
  ['depth 100,000 of objects', '{"a":'.repeat(100_000)],
  ['half a deck', '{ "name": "x", "content": [ { "title": '],
  ['nothing but a BOM', '\ufeff'],
  ['a million commas', ','.repeat(1_000_000)],
])('%s is exit code 1 with a finding at its place, checked or built', async (_, content) => {
  const cwd = await folder({ 'a.json': content, 'dist/a.html': 'before' })
  for (const command of ['check', 'build']) {
    const { code, stdout, stderr } = await runKorme(cwd, [command, 'a.json'])
    expect([command, code, stderr]).toEqual([command, 1, ''])
    expect(stdout).toMatch(/^a\.json:\d+:\d+: error: \[[a-z0-9-]+\]$/m)
    expect(stdout).not.toMatch(noStack)
    expect(stdout.length).toBeLessThan(100_000)
  }
  expect(await readdir(join(cwd, 'dist'))).toEqual(['a.html'])
})

test.each([
  ['a folder', 'folder'],
  ['no file', 'missing.json'],
  ['a file as a folder', 'file/a.json'],
])('%s is exit code 2, in one line', async (_, path) => {
  const cwd = await folder({ file: '' })
  await mkdir(join(cwd, 'folder'))
  for (const command of ['check', 'build']) {
    const { code, stdout, stderr } = await runKorme(cwd, [command, path])
    expect([command, code, stdout]).toEqual([command, 2, ''])
    expect(stderr).toMatch(/^error: [^\n]+\n$/)
  }
})

test('200 MB is exit code 1, in one line', async () => {
  const cwd = await folder()
  const file = await open(join(cwd, 'a.json'), 'w')
  await file.truncate(200 * 1024 * 1024)
  await file.close()
  const { code, stdout, stderr } = await runKorme(cwd, ['check', 'a.json'])
  expect([code, stdout]).toEqual([1, ''])
  expect(stderr).toMatch(/^error: [^\n]+209\.8 MB[^\n]+\n$/)
})

test.runIf(canMakePipes)('a pipe is exit code 2 and is not waited for', async () => {
  const cwd = await folder()
  makePipe(join(cwd, 'a.json'))
  const { code, stderr } = await runKorme(cwd, ['check', 'a.json'])
  expect([code, stderr.split('\n').length]).toEqual([2, 2])
})

test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')('an unreadable file is exit code 3', async () => {
  const cwd = await folder({ 'a.json': '{}' })
  await chmod(join(cwd, 'a.json'), 0)
  const { code, stderr } = await runKorme(cwd, ['check', 'a.json'])
  expect([code, stderr]).toEqual([3, 'error: a.json cannot be read: you have no permission for it.\n'])
})
