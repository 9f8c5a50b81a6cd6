import { constants } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { basename, resolve } from 'node:path'
import { KormeError } from '../../model/errors.ts'
import type { BrowserExecutable, BrowserSource, MachineInfo } from './browser-executable.ts'
import { installedPaths, pathsOnSearchPath } from './installed-browsers.ts'
import { packagedBrowser } from './packaged-browser.ts'
import { puppeteerPaths } from './puppeteer-cache.ts'

const variables = ['PUPPETEER_EXECUTABLE_PATH', 'CHROME_PATH'] as const
const shellNames = ['chrome-headless-shell', 'chromium-headless-shell']

/** Where to look for browsers, in this order: headless shells first, since they start and print faster. */
const sources: readonly ((machine: MachineInfo) => Promise<(BrowserExecutable | null)[]>)[] = [
  (machine) => executables(pathsOnSearchPath(shellNames, machine), 'path'),
  async (machine) => executables(await puppeteerPaths('chrome-headless-shell', machine), 'puppeteer'),
  async (machine) => [await packagedBrowser(machine)],
  async (machine) =>
    executables([...installedPaths(machine), ...(await puppeteerPaths('chrome', machine))], 'installed'),
]

/** This machine. */
export const thisMachine = (): MachineInfo => ({
  platform: process.platform,
  arch: process.arch,
  env: process.env,
  home: homedir(),
  temporary: tmpdir(),
})

/**
 * Finds the browser that is used first.
 *
 * Errors: as `findBrowsers`; `browser-missing` if there is none.
 */
export async function findBrowser(flag?: string, machine = thisMachine()): Promise<BrowserExecutable> {
  for await (const browser of findBrowsers(flag, machine)) return browser
  throw new KormeError({ code: 'browser-missing' })
}

/**
 * Finds the browsers of a machine in the order in which to try them. Each is searched only when it is needed. If the user
 * named one, there are no others.
 *
 * Errors: `browser-path-missing` or `browser-not-executable` for the one that the user named; the failure to unpack the
 * packaged browser if there is no other.
 */
export async function* findBrowsers(flag?: string, machine = thisMachine()): AsyncGenerator<BrowserExecutable> {
  const named = await namedBrowser(flag, machine)
  if (named) {
    yield named
    return
  }
  let found = false
  let failure: unknown = null
  for (const source of sources) {
    const browsers = await source(machine).catch((error: unknown) => {
      if (!(error instanceof KormeError)) throw error
      failure = error
      return []
    })
    for (const browser of browsers) {
      if (!browser) continue
      found = true
      yield browser
    }
  }
  if (!found && failure) throw failure
}

/** Returns the browser that the user named by the flag or a variable, or null if none was named. */
async function namedBrowser(flag: string | undefined, machine: MachineInfo): Promise<BrowserExecutable | null> {
  const variable = variables.find((name) => machine.env[name])
  const named = flag ?? (variable && machine.env[variable])
  if (named === undefined) return null
  const path = resolve(named)
  const source = flag === undefined && variable ? variable : 'flag'
  if (!(await isFile(path))) {
    throw new KormeError({ code: 'browser-path-missing', path, from: source === 'flag' ? '--browser' : source })
  }
  if (!(await isExecutable(path))) throw new KormeError({ code: 'browser-not-executable', path })
  return executableAt(path, source)
}

async function executables(paths: readonly string[], source: BrowserSource): Promise<BrowserExecutable[]> {
  const found: BrowserExecutable[] = []
  for (const path of new Set(paths)) if (await isExecutable(path)) found.push(executableAt(path, source))
  return found
}

const executableAt = (path: string, source: BrowserSource): BrowserExecutable => ({
  path,
  isHeadlessShell: /headless[-_]shell/.test(basename(path)),
  source,
  env: {},
})

const isFile = async (path: string) => (await stat(path).catch(() => null))?.isFile() === true

const isExecutable = async (path: string) =>
  (await isFile(path)) &&
  (await access(path, constants.X_OK).then(
    () => true,
    () => false,
  ))
