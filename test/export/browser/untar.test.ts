import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { untar } from '../../../src/export/browser/untar.ts'

const folder = mkdtempSync(join(tmpdir(), 'korme-tar-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const archive = (...args: string[]) => {
  execFileSync('tar', ['-C', folder, '--format=ustar', '-cf', join(folder, 'a.tar'), ...args], { stdio: 'ignore' })
  return readFileSync(join(folder, 'a.tar'))
}
const names = (bytes: Uint8Array) => untar(bytes).map(({ name }) => name)

mkdirSync(join(folder, 'lib'))
writeFileSync(join(folder, 'lib/one.so'), Buffer.alloc(1500, 7))
writeFileSync(join(folder, 'lib/empty'), '')
chmodSync(join(folder, 'lib/one.so'), 0o755)
symlinkSync('/etc/passwd', join(folder, 'link'))

test('files come out as they went in, with their right to be run', () => {
  const files = untar(archive('lib'))
  const one = files.find(({ name }) => name === 'lib/one.so')
  expect(one?.executable).toBe(true)
  expect([...(one?.bytes ?? [])]).toEqual(Array(1500).fill(7))
  expect(files.find(({ name }) => name === 'lib/empty')).toMatchObject({ executable: false, bytes: { length: 0 } })
})

test('an archive with a link, or with a name that leads outside, is refused whole', () => {
  expect(() => untar(archive('lib', 'link'))).toThrow('link is neither a file nor a folder')
  expect(() => untar(archive('lib/one.so', '--transform', 's,lib,../lib,', '-P'))).toThrow('leads outside')
  expect(() => untar(archive('lib/one.so', '--transform', 's,lib,/lib,', '-P'))).toThrow('leads outside')
})

test('an archive that ends inside a file is refused', () => {
  expect(() => untar(archive('lib/one.so').subarray(0, 1500))).toThrow('cut short')
})

test('a long name is put together from its two parts', () => {
  const long = `${'a'.repeat(60)}/${'b'.repeat(60)}`
  mkdirSync(join(folder, 'a'.repeat(60)))
  writeFileSync(join(folder, long), 'x')
  expect(names(archive(long))).toEqual([long])
})
