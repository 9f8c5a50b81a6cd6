import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { packagedBrowser } from '../../src/export/browser/packaged-browser.ts'
import { makeMachine } from '../export/browser/machine.ts'

const folder = mkdtempSync(join(tmpdir(), 'korme-packaged-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const machine = makeMachine(folder)

describe.runIf(process.platform === 'linux' && process.arch === 'x64')(
  'the browser that comes with the program',
  () => {
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
  },
)
