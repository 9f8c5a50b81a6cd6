import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { EnvironmentError } from '../../model/machine.ts'
import { launchFlags } from './flags.ts'
import type { FoundBrowser } from './found.ts'

/** The process of a browser, with a profile that lives as long as it does. */
export interface Child {
  toBrowser: Writable
  fromBrowser: Readable
  /** Settles once the process is gone. Never rejects. */
  exited: Promise<void>
  /** What the browser complained of, the latest part. */
  words(): string
  /** Why the process could not be started, where it could not. */
  failure(): NodeJS.ErrnoException | null
  /** Ends the process with all its children and takes its profile away. */
  end(): Promise<void>
}

const alive = new Set<() => void>()
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

const endAll = () => {
  for (const end of alive) end()
}

/** After ours is done, a signal does what it would have done without us, unless someone else listens to it. */
function onSignal(signal: NodeJS.Signals) {
  endAll()
  process.off(signal, onSignal)
  if (process.listenerCount(signal) === 0) process.kill(process.pid, signal)
}

function watch(end: () => void) {
  if (alive.size === 0) {
    process.on('exit', endAll)
    for (const signal of signals) process.on(signal, onSignal)
  }
  alive.add(end)
}

function unwatch(end: () => void) {
  alive.delete(end)
  if (alive.size > 0) return
  process.off('exit', endAll)
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
export function startChild(browser: FoundBrowser, sandbox: boolean): Child {
  let profile: string | undefined
  let child: ChildProcess | undefined
  const clear = () => {
    if (child) kill(child)
    // Its children may write for a moment longer.
    if (profile) rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 20 })
  }
  // Before anything is made that a signal would leave behind.
  watch(clear)
  try {
    profile = makeProfile()
    child = spawnBrowser(browser, profile, sandbox)
    return lend(child, clear)
  } catch (error) {
    unwatch(clear)
    clear()
    throw error
  }
}

function makeProfile(): string {
  try {
    return mkdtempSync(join(tmpdir(), 'korme-browser-'))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new EnvironmentError({ code: 'output-unwritable', path: tmpdir(), reason: code ?? String(error) })
  }
}

const spawnBrowser = (browser: FoundBrowser, profile: string, sandbox: boolean): ChildProcess =>
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

function lend(child: ChildProcess, clear: () => void): Child {
  const [toBrowser, fromBrowser] = [child.stdio[3] as Writable, child.stdio[4] as Readable]
  // A browser that dies breaks its pipes; that it died is told by its exit.
  for (const stream of [toBrowser, fromBrowser]) stream.on('error', () => {})
  let words = ''
  let failure: NodeJS.ErrnoException | null = null
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    words = (words + chunk).slice(-8_000)
  })
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', (error) => {
      failure = error
      resolve()
    })
  })
  return {
    toBrowser,
    fromBrowser,
    exited,
    words: () => words,
    failure: () => failure,
    end: async () => {
      kill(child)
      await exited
      clear()
      unwatch(clear)
    },
  }
}
