import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { packagedBrowser } from '../../../src/export/browser/packaged-browser.ts'
import { makeMachine } from './machine.ts'

const folder = mkdtempSync(join(tmpdir(), 'korme-packaged-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const machine = makeMachine(folder)

test('there is none but for Linux on x64', async () => {
  expect(await packagedBrowser(machine('none', { platform: 'darwin' }))).toBeNull()
  expect(await packagedBrowser(machine('none', { arch: 'arm64' }))).toBeNull()
  expect(readdirSync(folder)).not.toContain('none')
})

// What unpacks the browser, which takes seconds, is in `npm run verify:machines`.
describe.runIf(process.platform === 'linux' && process.arch === 'x64')('on Linux on x64', () => {
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
})
