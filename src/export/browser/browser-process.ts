import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { cacheFolder } from '../../system/cache-folder.ts'
import { cleanUpOnExit } from '../../system/clean-up-on-exit.ts'
import { makeTemporaryFolder } from '../../system/temporary-folder.ts'
import type { BrowserExecutable } from './browser-executable.ts'
import { installFonts } from './installed-fonts.ts'
import { launchFlags } from './launch-flags.ts'

/** The process of a browser. It may not answer yet. Its profile is removed with it. */
export interface BrowserProcess {
  executable: BrowserExecutable
  /** Whether the browser runs in a sandbox. */
  sandbox: boolean
  /** Whether it was given the fonts of shipped themes as installed ones. */
  hasFonts: boolean
  toBrowser: Writable
  fromBrowser: Readable
  /** Resolves when the process has ended. Never rejects. */
  exited: Promise<void>
  /** The last part of what the browser wrote to stderr. */
  stderrTail(): string
  /** The reason why the process could not be started, if so. */
  spawnError(): NodeJS.ErrnoException | null
  /** Ends the process with all its children and removes its profile. */
  terminate(): Promise<void>
}

/** How a process is started. */
export interface ProcessOptions {
  sandbox: boolean
  /** Whether it gets the fonts of shipped themes as installed ones, where that is possible. */
  withFonts: boolean
}

/**
 * Starts a browser as the leader of its own process group, with all its temporary files in one folder.
 *
 * Not Puppeteer's `launch({ pipe: true })` (24.43.1):
 * - it can start only after Puppeteer is loaded. Here the browser starts meanwhile, which saves 80 ms of a PDF of 10 slides;
 * - its callers cannot catch that a file is not executable: `spawn` emits an error without a listener;
 * - it waits forever for a browser that does not answer;
 * - it leaves the browser running after SIGTERM and SIGHUP.
 *
 * Errors: `temporary-folder-missing` if there is no room for a profile.
 */
export function startBrowserProcess(executable: BrowserExecutable, options: ProcessOptions): BrowserProcess {
  let profile: string | undefined
  let child: ChildProcess | undefined
  const cleanUp = () => {
    if (child) killTree(child)
    // Children of the browser may write for a moment longer.
    if (profile) rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 20 })
  }
  // Registered before there is anything that a signal would leave behind.
  const unregister = cleanUpOnExit(cleanUp)
  const release = () => {
    cleanUp()
    unregister()
  }
  try {
    profile = makeTemporaryFolder('korme-browser-')
    const { sandbox, withFonts } = options
    const fonts = withFonts ? installFonts(profile, { ...process.env, ...executable.env }) : {}
    child = spawnBrowser(executable, profile, { sandbox, fonts })
    return { executable, sandbox, hasFonts: Object.keys(fonts).length > 0, ...observe(child, release) }
  } catch (error) {
    release()
    throw error
  }
}

/** Ends a process group; on Windows, a process tree. */
function killTree(child: ChildProcess) {
  if (child.pid === undefined) return
  try {
    if (process.platform === 'win32')
      execFileSync('taskkill', ['/pid', `${child.pid}`, '/T', '/F'], { stdio: 'ignore' })
    else process.kill(-child.pid, 'SIGKILL')
  } catch {
    child.kill('SIGKILL')
  }
}

const spawnBrowser = (
  executable: BrowserExecutable,
  profile: string,
  { sandbox, fonts }: { sandbox: boolean; fonts: Readonly<Record<string, string>> },
): ChildProcess =>
  spawn(executable.path, launchFlags(executable, profile, sandbox), {
    detached: process.platform !== 'win32',
    // Crash reports and desktop settings go into the profile, to be removed with it. The profile must not be inside the
    // settings folder: the browser would then put its cache elsewhere.
    env: {
      ...process.env,
      ...executable.env,
      ...fonts,
      TMPDIR: profile,
      XDG_CONFIG_HOME: join(profile, 'settings'),
      // fontconfig's cache, which is worth keeping.
      XDG_CACHE_HOME: cacheFolder(),
      GSETTINGS_BACKEND: 'memory',
    },
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    windowsHide: true,
  })

function observe(
  child: ChildProcess,
  release: () => void,
): Omit<BrowserProcess, 'executable' | keyof ProcessOptions | 'hasFonts'> {
  const [toBrowser, fromBrowser] = [child.stdio[3] as Writable, child.stdio[4] as Readable]
  // A browser that crashes breaks its pipes; `exited` reports that it crashed.
  for (const stream of [toBrowser, fromBrowser]) stream.on('error', () => {})
  let stderrTail = ''
  let spawnError: NodeJS.ErrnoException | null = null
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    stderrTail = (stderrTail + chunk).slice(-8_000)
  })
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', (error) => {
      spawnError = error
      resolve()
    })
  })
  return {
    toBrowser,
    fromBrowser,
    exited,
    stderrTail: () => stderrTail,
    spawnError: () => spawnError,
    terminate: async () => {
      killTree(child)
      await exited
      release()
    },
  }
}
