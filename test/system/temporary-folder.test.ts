import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { makeTemporaryFolder } from '../../src/system/temporary-folder.ts'

const folder = mkdtempSync(join(tmpdir(), 'korme-test-'))
writeFileSync(join(folder, 'file'), '')
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

test('a temporary folder is new, private, and in the cache if the system has no place for it', () => {
  vi.stubEnv('TMPDIR', folder)
  const usual = makeTemporaryFolder('a-')
  expect([dirname(usual), statSync(usual).mode & 0o777]).toEqual([folder, 0o700])

  vi.stubEnv('TMPDIR', join(folder, 'file'))
  vi.stubEnv('XDG_CACHE_HOME', join(folder, 'cache'))
  const spare = join(folder, 'cache/korme/temporary')
  mkdirSync(join(spare, 'old'), { recursive: true })
  utimesSync(join(spare, 'old'), 0, 0)
  const made = makeTemporaryFolder('a-')
  expect([dirname(made), statSync(made).mode & 0o777]).toEqual([spare, 0o700])
  expect(readdirSync(spare)).toEqual([made.slice(spare.length + 1)])
})

test('if neither has a place for it, the message names the variable', () => {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'file'), '')
  vi.stubEnv('TMPDIR', join(folder, 'file'))
  vi.stubEnv('XDG_CACHE_HOME', '/proc/none')
  const fault = { code: 'temporary-folder-missing', path: join(folder, 'file'), reason: 'ENOTDIR', variable: 'TMPDIR' }
  expect(() => makeTemporaryFolder('a-')).toThrow(expect.objectContaining({ exitCode: 3, fault }))
})
