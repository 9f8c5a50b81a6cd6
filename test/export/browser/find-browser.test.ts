import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { MachineInfo } from '../../../src/export/browser/browser-executable.ts'
import { findBrowser, findBrowsers } from '../../../src/export/browser/find-browser.ts'
import { installedPaths } from '../../../src/export/browser/installed-browsers.ts'

const folder = mkdtempSync(join(tmpdir(), 'korme-find-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Puts a file there that may be run. */
function program(path: string, mode = 0o755): string {
  const whole = join(folder, path)
  mkdirSync(dirname(whole), { recursive: true })
  writeFileSync(whole, '#!/bin/sh\n')
  chmodSync(whole, mode)
  return whole
}

// Not Linux on x64, so that the packaged shell takes no part.
const machine = (env: NodeJS.ProcessEnv = {}, more: Partial<MachineInfo> = {}): MachineInfo => ({
  platform: 'linux',
  arch: 'arm64',
  env,
  home: join(folder, 'home'),
  temporary: join(folder, 'temporary'),
  ...more,
})

test('the flag comes first, then Puppeteer’s variable, then CHROME_PATH, and only the first that is set is tried', async () => {
  const [a, b, c] = [program('a/chrome'), program('b/chrome'), program('c/chrome')]
  const env = { PUPPETEER_EXECUTABLE_PATH: b, CHROME_PATH: c, PATH: dirname(program('bin/chrome-headless-shell')) }
  expect(await findBrowser(a, machine(env))).toMatchObject({ path: a, source: 'flag', isHeadlessShell: false })
  expect(await findBrowser(undefined, machine(env))).toMatchObject({ path: b, source: 'PUPPETEER_EXECUTABLE_PATH' })
  const only = machine({ ...env, PUPPETEER_EXECUTABLE_PATH: '' })
  expect(await findBrowser(undefined, only)).toMatchObject({ path: c, source: 'CHROME_PATH' })
  const all = []
  for await (const browser of findBrowsers(undefined, only)) all.push(browser)
  expect(all).toHaveLength(1)
})

test('a flag or a variable that names no browser is an error and does not continue the search', async () => {
  const env = { PATH: dirname(program('bin/chrome-headless-shell')) }
  const nowhere = join(folder, 'nowhere')
  const missing = (from: string) => ({ exitCode: 3, fault: { code: 'browser-path-missing', path: nowhere, from } })
  await expect(findBrowser(nowhere, machine(env))).rejects.toMatchObject(missing('--browser'))
  const named = machine({ ...env, CHROME_PATH: nowhere })
  await expect(findBrowser(undefined, named)).rejects.toMatchObject(missing('CHROME_PATH'))
  await expect(findBrowser(folder, machine(env))).rejects.toMatchObject({ fault: { code: 'browser-path-missing' } })
  await expect(findBrowser(program('plain', 0o644), machine(env))).rejects.toMatchObject({
    exitCode: 3,
    fault: { code: 'browser-not-executable' },
  })
})

test('a headless shell on the PATH comes before one in Puppeteer’s cache, and that before an installed browser', async () => {
  const cache = join(folder, 'cache')
  const newest = program(
    'cache/chrome-headless-shell/linux-143.0.10.1/chrome-headless-shell-linux64/chrome-headless-shell',
  )
  program('cache/chrome-headless-shell/linux-143.0.9.9/chrome-headless-shell-linux64/chrome-headless-shell')
  const chrome = program('installed/google-chrome')
  const shell = program('shells/chromium-headless-shell')
  const PATH = `${dirname(chrome)}:${dirname(shell)}`
  const first = (env: NodeJS.ProcessEnv) => findBrowser(undefined, machine(env))
  expect(await first({ PATH, PUPPETEER_CACHE_DIR: cache })).toMatchObject({
    path: shell,
    source: 'path',
    isHeadlessShell: true,
  })
  expect(await first({ PATH: dirname(chrome), PUPPETEER_CACHE_DIR: cache })).toMatchObject({
    path: newest,
    source: 'puppeteer',
    isHeadlessShell: true,
  })
  expect(await first({ PATH: dirname(chrome) })).toMatchObject({
    path: chrome,
    source: 'installed',
    isHeadlessShell: false,
  })
})

test('Chrome, Chromium and Edge are searched in their usual folders on macOS and Windows', () => {
  const mac = installedPaths(machine({}, { platform: 'darwin', home: '/Users/a' }))
  expect(mac[0]).toBe('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome')
  expect(mac).toContain('/Users/a/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge')
  const env = { PROGRAMFILES: 'D:\\Programs', LOCALAPPDATA: 'C:\\Users\\a\\AppData\\Local' }
  const windows = installedPaths(machine(env, { platform: 'win32' }))
  expect(windows[0]).toBe('D:\\Programs\\Google\\Chrome\\Application\\chrome.exe')
  expect(windows).toContain('C:\\Users\\a\\AppData\\Local\\Chromium\\Application\\chrome.exe')
  expect(windows).toContain('C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe')
})
