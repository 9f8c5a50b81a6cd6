import { constants } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { basename, resolve } from 'node:path'
import { KormeError } from '../../model/errors.ts'
import type { BrowserExecutable, BrowserSource, MachineInfo } from './executable.ts'
import { installedPaths, onPath } from './installed.ts'
import { packagedBrowser } from './packaged.ts'
import { puppeteerPaths } from './puppeteer-cache.ts'

const variables = ['PUPPETEER_EXECUTABLE_PATH', 'CHROME_PATH'] as const
const shellNames = ['chrome-headless-shell', 'chromium-headless-shell']

/** This machine. */
export const thisMachine = (): MachineInfo => ({
  platform: process.platform,
  arch: process.arch,
  env: process.env,
  home: homedir(),
})

const isFile = async (path: string) => (await stat(path).catch(() => null))?.isFile() === true
const isExecutable = async (path: string) =>
  (await isFile(path)) &&
  (await access(path, constants.X_OK).then(
    () => true,
    () => false,
  ))

const executableAt = (path: string, from: BrowserSource): BrowserExecutable => ({
  path,
  isHeadlessShell: /headless[-_]shell/.test(basename(path)),
  source: from,
  env: {},
})

/** The browser that the user named, by the flag or a variable; null where none is named. */
async function namedBrowser(flag: string | undefined, machine: MachineInfo): Promise<BrowserExecutable | null> {
  const variable = variables.find((name) => machine.env[name])
  const named = flag ?? (variable && machine.env[variable])
  if (named === undefined) return null
  const path = resolve(named)
  const from = flag === undefined && variable ? variable : 'flag'
  if (!(await isFile(path))) {
    throw new KormeError({ code: 'browser-path-missing', path, from: from === 'flag' ? '--browser' : from })
  }
  if (!(await isExecutable(path))) throw new KormeError({ code: 'browser-not-executable', path })
  return executableAt(path, from)
}

async function executables(paths: readonly string[], from: BrowserSource): Promise<BrowserExecutable[]> {
  const list: BrowserExecutable[] = []
  for (const path of new Set(paths)) if (await isExecutable(path)) list.push(executableAt(path, from))
  return list
}

/** Where browsers are looked for, in this order: shells first, since they start and print faster. */
const sources: readonly ((machine: MachineInfo) => Promise<(BrowserExecutable | null)[]>)[] = [
  (machine) => executables(onPath(shellNames, machine), 'path'),
  async (machine) => executables(await puppeteerPaths('chrome-headless-shell', machine), 'puppeteer'),
  async (machine) => [await packagedBrowser(machine)],
  async (machine) =>
    executables([...installedPaths(machine), ...(await puppeteerPaths('chrome', machine))], 'installed'),
]

/**
 * The browsers of a machine in the order in which they are tried; each is looked for only when it is asked for.
 * One that the user named is the only one.
 *
 * Errors: EnvironmentError where the flag or a variable names none, or where nothing but the packaged one is left and
 * that cannot be unpacked.
 */
export async function* browsers(flag?: string, machine = thisMachine()): AsyncGenerator<BrowserExecutable> {
  const named = await namedBrowser(flag, machine)
  if (named) yield named
  if (named) return
  let any = false
  let failure: unknown = null
  for (const source of sources) {
    const list = await source(machine).catch((error: unknown) => {
      if (!(error instanceof KormeError)) throw error
      failure = error
      return []
    })
    for (const browser of list) {
      if (!browser) continue
      any = true
      yield browser
    }
  }
  if (!any && failure) throw failure
}

/**
 * The browser that is used first.
 *
 * Errors: EnvironmentError where there is none, or where the flag or a variable names none.
 */
export async function findBrowser(flag?: string, machine = thisMachine()): Promise<BrowserExecutable> {
  for await (const browser of browsers(flag, machine)) return browser
  throw new KormeError({ code: 'browser-missing' })
}
