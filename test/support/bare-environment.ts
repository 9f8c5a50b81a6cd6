import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'

/** The programs besides Node.js that tests start, if the machine has them. */
const programs = ['npm', 'npx', 'sh', 'bash', 'sleep', 'wc', 'mkfifo', 'mount', 'umount', 'chattr']

/** Variables that name a browser, a folder or a language. */
const unwanted = /^(?:CHROME_|KORME_|LANGUAGE$|LC_|PUPPETEER_|XDG_)/

/** Where a browser comes with the program; elsewhere tests need one of the machine's. */
const hasPackagedBrowser = process.platform === 'linux' && process.arch === 'x64'

/**
 * Gives all tests the environment of a machine with nothing but Node.js on it and an empty home, so that they do not depend
 * on what else is installed. Processes that tests start inherit it.
 */
export function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'korme-environment-'))
  const subfolder = (name: string) => {
    mkdirSync(join(folder, name), { mode: 0o700 })
    return join(folder, name)
  }
  const { env } = process
  for (const name of Object.keys(env)) if (unwanted.test(name)) delete env[name]
  Object.assign(env, { HOME: subfolder('home'), XDG_CACHE_HOME: subfolder('cache'), LANG: 'C' })
  if (hasPackagedBrowser) env.PATH = linkPrograms(subfolder('bin'), env.PATH ?? '')
  return () => rmSync(folder, { recursive: true, force: true })
}

function linkPrograms(folder: string, searchPath: string): string {
  symlinkSync(process.execPath, join(folder, 'node'))
  for (const name of programs) {
    const found = searchPath.split(delimiter).find((path) => existsSync(join(path, name)))
    if (found) symlinkSync(join(found, name), join(folder, name))
  }
  return folder
}
