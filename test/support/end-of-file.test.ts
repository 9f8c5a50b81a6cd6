import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { atEndOfFile, endFile } from './end-of-file.ts'
import { temporaryFolder } from './temporary-folder.ts'

const root = join(import.meta.dirname, '..')

test('what remains is done once, latest first, even if some of it fails', async () => {
  const done: string[] = []
  atEndOfFile(() => done.push('first'))
  atEndOfFile(() => Promise.reject(new Error('no')))
  atEndOfFile(() => done.push('last'))
  await expect(endFile()).rejects.toThrow('no')
  await endFile()
  expect(done).toEqual(['last', 'first'])
})

test('a temporary folder is there until the file ends', async () => {
  const folder = temporaryFolder()
  expect(readdirSync(folder)).toEqual([])
  await endFile()
  expect(existsSync(folder)).toBe(false)
})

test('no module that tests import has a hook at its top: it would be there for one test file of each worker', () => {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.ts$/.test(file) && !/\.test\.ts$|^fixtures|^support.end-each-file/.test(file),
  )
  const hooked = files.filter((file) => /^(?:after|before)(?:All|Each)\(/m.test(readFileSync(join(root, file), 'utf8')))
  expect(files.length).toBeGreaterThan(50)
  expect(hooked).toEqual([])
})
