import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'

/** The programs besides Node.js that tests start, if the machine has them. */
const programs = ['npm', 'npx', 'sh', 'bash', 'sleep', 'wc', 'mkfifo', 'mount', 'umount', 'chattr']

/** Variables that name a browser, a folder or a language. */
const unwanted = /^(?:CHROME_|KORME_|LANGUAGE$|LC_|PUPPETEER_|XDG_)/

/** What the folder of a run is called, before the number of its process. */
const prefix = 'korme-environment-'

/** The variable that says where temporary files belong. */
const temporary = process.platform === 'win32' ? 'TEMP' : 'TMPDIR'

/** Where a browser comes with the program; elsewhere tests need one of the machine's. */
const hasPackagedBrowser = process.platform === 'linux' && process.arch === 'x64'

/**
 * Gives all tests the environment of a machine with nothing but Node.js on it, an empty home and no temporary files, so that
 * they do not depend on what else is installed. Processes that tests start inherit it. What is left among the temporary files
 * in the end is told, and removed. All projects of a run share it.
 */
export function setup(): (() => void) | undefined {
  if (tmpdir().includes(`${prefix}${process.pid}-`)) return undefined
  removeAbandoned()
  const folder = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`))
  const subfolder = (name: string) => {
    mkdirSync(join(folder, name), { mode: 0o700 })
    return join(folder, name)
  }
  const { env } = process
  for (const name of Object.keys(env)) if (unwanted.test(name)) delete env[name]
  Object.assign(env, { HOME: subfolder('home'), XDG_CACHE_HOME: subfolder('cache'), LANG: 'C' })
  env[temporary] = subfolder('tmp')
  if (hasPackagedBrowser) env.PATH = linkPrograms(subfolder('bin'), env.PATH ?? '')
  return () => {
    reportLeftOver(join(folder, 'tmp'))
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Tells what tests, or the program, have left among the temporary files. A process that ends late may have written it. */
function reportLeftOver(folder: string): void {
  // Chromium leaves some of its own. Where the home cannot hold the cache, Korme keeps it here, and on purpose.
  const stays = /^\.?(?:org\.chromium|com\.google\.Chrome)|^korme-(?:\d+|cache)$/
  const names = readdirSync(folder).filter((name) => !stays.test(name))
  if (names.length > 0) console.error(`Temporary files were left behind: ${names.sort().join(', ')}`)
}

/** Removes what runs of the tests have left that were killed. */
function removeAbandoned(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = name.startsWith(prefix) ? Number(/^\d+/.exec(name.slice(prefix.length))) : 0
    if (pid && !isRunning(pid)) rmSync(join(tmpdir(), name), { recursive: true, force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function linkPrograms(folder: string, searchPath: string): string {
  symlinkSync(process.execPath, join(folder, 'node'))
  for (const name of programs) {
    const found = searchPath.split(delimiter).find((path) => existsSync(join(path, name)))
    if (found) symlinkSync(join(found, name), join(folder, name))
  }
  return folder
}
