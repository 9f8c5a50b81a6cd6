import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { MachineInfo } from '../../../src/export/browser/browser-executable.ts'
import { packagedBrowser } from '../../../src/export/browser/packaged-browser.ts'

const folder = mkdtempSync(join(tmpdir(), 'korme-packaged-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const machine = (cache: string, more: Partial<MachineInfo> = {}): MachineInfo => ({
  platform: 'linux',
  arch: 'x64',
  env: { XDG_CACHE_HOME: join(folder, cache) },
  home: join(folder, 'home'),
  temporary: '/dev/null',
  ...more,
})

test('there is none but for Linux on x64', async () => {
  expect(await packagedBrowser(machine('none', { platform: 'darwin' }))).toBeNull()
  expect(await packagedBrowser(machine('none', { arch: 'arm64' }))).toBeNull()
  expect(readdirSync(folder)).not.toContain('none')
})

describe.runIf(process.platform === 'linux' && process.arch === 'x64')('on Linux on x64', () => {
  test('two that unpack at once leave one whole browser, ours alone, and nothing beside it', async () => {
    const cache = join(folder, 'twice/korme')
    mkdirSync(join(cache, 'unpacking-old'), { recursive: true, mode: 0o700 })
    utimesSync(join(cache, 'unpacking-old'), 0, 0)
    const [one, other] = await Promise.all([packagedBrowser(machine('twice')), packagedBrowser(machine('twice'))])
    expect(one).toEqual(other)
    expect(one).toMatchObject({ isHeadlessShell: true, source: 'package' })
    const entries = readdirSync(cache)
    expect(entries).toEqual([expect.stringMatching(/^chromium-\d+\.\d+\.\d+$/)])
    expect(statSync(dirname(one!.path)).mode & 0o777).toBe(0o700)
    expect(statSync(one!.path).mode & 0o777).toBe(0o700)
    expect(statSync(one!.path).size).toBeGreaterThan(100_000_000)
    expect(readdirSync(one!.env.LD_LIBRARY_PATH!)).toContain('libnss3.so')

    const made = statSync(one!.path).mtimeMs
    await packagedBrowser(machine('twice'))
    expect(statSync(one!.path).mtimeMs).toBe(made)
    chmodSync(dirname(one!.path), 0o770)
    await expect(packagedBrowser(machine('twice'))).rejects.toMatchObject({ fault: { code: 'browser-cache-unsafe' } })
  })

  test('a cache that others may write into, or that is a link, is not used', async () => {
    mkdirSync(join(folder, 'open/korme'), { recursive: true })
    chmodSync(join(folder, 'open/korme'), 0o777)
    const unsafe = (cache: string) => ({
      exitCode: 3,
      fault: { code: 'browser-cache-unsafe', path: join(folder, cache, 'korme') },
    })
    await expect(packagedBrowser(machine('open'))).rejects.toMatchObject(unsafe('open'))
    expect(readdirSync(join(folder, 'open/korme'))).toEqual([])

    mkdirSync(join(folder, 'linked'))
    symlinkSync(mkdtempSync(join(folder, 'elsewhere-')), join(folder, 'linked/korme'))
    await expect(packagedBrowser(machine('linked'))).rejects.toMatchObject(unsafe('linked'))
  })

  test.each(['file', '/proc/none'])('a cache that cannot be made (%s) is a plain fault', async (place) => {
    writeFileSync(join(folder, 'file'), '')
    const blocked = machine('x', { env: { XDG_CACHE_HOME: resolve(folder, place) } })
    await expect(packagedBrowser(blocked)).rejects.toMatchObject({
      exitCode: 3,
      fault: {
        code: 'browser-unpack-failed',
        path: resolve(folder, place, 'korme'),
        reason: expect.stringMatching(/^E[A-Z]+$/),
      },
    })
  })

  test('a home folder that is read-only, full or missing leaves the folder of temporary files', async () => {
    writeFileSync(join(folder, 'no-folder'), '')
    const blocked = machine('x', {
      env: { XDG_CACHE_HOME: join(folder, 'no-folder') },
      temporary: join(folder, 'spare'),
    })
    const found = await packagedBrowser(blocked)
    expect(dirname(dirname(found!.path))).toBe(join(folder, 'spare', `korme-${process.getuid!()}`))
    expect(statSync(dirname(dirname(found!.path))).mode & 0o777).toBe(0o700)
  })
})
