import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { KormeError } from '../../model/errors.ts'
import type { BrowserExecutable } from './executable.ts'
import { launchFlags } from './flags.ts'

/** The process of a browser, with a profile that lives as long as it does. */
export interface BrowserProcess {
  toBrowser: Writable
  fromBrowser: Readable
  /** Settles once the process is gone. Never rejects. */
  exited: Promise<void>
  /** What the browser complained of, the latest part. */
  stderrTail(): string
  /** Why the process could not be started, where it could not. */
  spawnError(): NodeJS.ErrnoException | null
  /** Ends the process with all its children and takes its profile away. */
  terminate(): Promise<void>
}

const cleanups = new Set<() => void>()
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

const runCleanups = () => {
  for (const terminate of cleanups) terminate()
}

/** After ours is done, a signal does what it would have done without us, unless someone else listens to it. */
function onSignal(signal: NodeJS.Signals) {
  runCleanups()
  process.off(signal, onSignal)
  if (process.listenerCount(signal) === 0) process.kill(process.pid, signal)
}

function addCleanup(terminate: () => void) {
  if (cleanups.size === 0) {
    process.on('exit', runCleanups)
    for (const signal of signals) process.on(signal, onSignal)
  }
  cleanups.add(terminate)
}

function removeCleanup(terminate: () => void) {
  cleanups.delete(terminate)
  if (cleanups.size > 0) return
  process.off('exit', runCleanups)
  for (const signal of signals) process.off(signal, onSignal)
}

/** Ends a process group; on Windows, a process tree. */
function kill(child: ChildProcess) {
  if (child.pid === undefined) return
  try {
    if (process.platform === 'win32')
      execFileSync('taskkill', ['/pid', `${child.pid}`, '/T', '/F'], { stdio: 'ignore' })
    else process.kill(-child.pid, 'SIGKILL')
  } catch {
    child.kill('SIGKILL')
  }
}

/**
 * Starts a browser as the head of a process group of its own, with all its temporary files in one folder.
 *
 * Not by Puppeteer's `launch({ pipe: true })` (24.43.1): it can begin only once Puppeteer is loaded, which here happens while
 * the browser starts (a PDF of 10 slides takes some 80 ms less); it throws past its caller where a file cannot be started
 * (`spawn` emits an error that nobody listens to); it never gives up on a browser that is silent; after SIGTERM and SIGHUP it
 * leaves the program running.
 */
export function startBrowserProcess(browser: BrowserExecutable, sandbox: boolean): BrowserProcess {
  let profile: string | undefined
  let child: ChildProcess | undefined
  const clear = () => {
    if (child) kill(child)
    // Its children may write for a moment longer.
    if (profile) rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 20 })
  }
  // Before anything is made that a signal would leave behind.
  addCleanup(clear)
  try {
    profile = makeProfile()
    child = spawnBrowser(browser, profile, sandbox)
    return toBrowserProcess(child, clear)
  } catch (error) {
    removeCleanup(clear)
    clear()
    throw error
  }
}

function makeProfile(): string {
  try {
    return mkdtempSync(join(tmpdir(), 'korme-browser-'))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new KormeError({ code: 'output-unwritable', path: tmpdir(), reason: code ?? String(error) })
  }
}

const spawnBrowser = (browser: BrowserExecutable, profile: string, sandbox: boolean): ChildProcess =>
  spawn(browser.path, launchFlags(browser, profile, sandbox), {
    detached: process.platform !== 'win32',
    // What it keeps besides its profile (reports of crashes, settings of the desktop) goes with the profile. Its cache would
    // lie elsewhere, were the profile inside the folder of settings.
    env: {
      ...process.env,
      ...browser.env,
      TMPDIR: profile,
      XDG_CONFIG_HOME: join(profile, 'settings'),
      GSETTINGS_BACKEND: 'memory',
    },
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    windowsHide: true,
  })

function toBrowserProcess(child: ChildProcess, clear: () => void): BrowserProcess {
  const [toBrowser, fromBrowser] = [child.stdio[3] as Writable, child.stdio[4] as Readable]
  // A browser that dies breaks its pipes; that it died is told by its exit.
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
      kill(child)
      await exited
      clear()
      removeCleanup(clear)
    },
  }
}
