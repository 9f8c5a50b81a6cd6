import type { Browser } from 'puppeteer-core'
import { KormeError } from '../../model/errors.ts'
import type { BrowserExecutable } from './browser-executable.ts'
import type { BrowserProcess } from './browser-process.ts'
import { createDeadline } from './deadline.ts'

/** A browser that answers. */
export interface RunningBrowser {
  browser: Browser
  executable: BrowserExecutable
  /** Whether it was given the fonts of shipped themes as installed ones. */
  hasFonts: boolean
  /** Rejects with a `KormeError` if the process ends before `stop` is called. Never resolves. */
  unexpectedExit: Promise<never>
  /** Whether the browser has crashed. True slightly before `unexpectedExit` rejects: the connection breaks first. */
  crashed(): boolean
  stop(): Promise<void>
}

/**
 * Connects to a browser as soon as it answers.
 *
 * Units:  `deadlineMs` in milliseconds.
 * Errors: `KormeError` if the browser could not be started, ends at once, or does not answer in time. It is gone then.
 */
export async function connectBrowser(child: BrowserProcess, deadlineMs: number): Promise<RunningBrowser> {
  const { executable } = child
  const seconds = Math.round(deadlineMs / 1000)
  const deadline = createDeadline(deadlineMs, { code: 'browser-silent', path: executable.path, seconds })
  const unexpectedExit = child.exited.then((): never => {
    throw startupError(child)
  })
  unexpectedExit.catch(() => {})
  try {
    const browser = await Promise.race([connectPuppeteer(child), unexpectedExit, deadline.passed])
    let stopped = false
    return {
      browser,
      executable,
      hasFonts: child.hasFonts,
      unexpectedExit,
      crashed: () => !stopped && !browser.connected,
      stop: async () => {
        stopped = true
        await browser.disconnect()
        await child.terminate()
      },
    }
  } catch (error) {
    await child.terminate()
    throw error
  } finally {
    deadline.clear()
  }
}

/**
 * Loads Puppeteer while the browser starts, and only the part that talks to it. Without the part that finds, downloads and
 * starts browsers, that takes 50 ms instead of 110 from the bundle (300 ms from the package's own files).
 */
async function connectPuppeteer(child: BrowserProcess): Promise<Browser> {
  const [{ connect }, { PipeTransport }] = await Promise.all([
    import('puppeteer-core/internal/puppeteer-core-browser.js'),
    import('puppeteer-core/internal/node/PipeTransport.js'),
  ])
  const transport = new PipeTransport(child.toBrowser, child.fromBrowser)
  try {
    // No time limit of Puppeteer's: a long deck takes longer to print. See `createDeadline`.
    const browser = await connect({ transport, defaultViewport: null, protocolTimeout: 0 })
    return browser as unknown as Browser // the same class, with its types declared a second time
  } catch (error) {
    // The connection of a browser that crashes breaks first; its exit has the reason.
    await child.exited
    throw error
  }
}

/** Errors of starting a file that is not executable, not a program of this machine, or lacks its interpreter. */
const notExecutableCodes = new Set(['EACCES', 'ENOENT', 'ENOEXEC'])

/** Explains why a browser ended by itself: it never started, has no sandbox, or crashed. */
function startupError(child: BrowserProcess): KormeError {
  const { path } = child.executable
  const code = child.spawnError()?.code
  if (code !== undefined && notExecutableCodes.has(code))
    return new KormeError({ code: 'browser-not-executable', path })
  if (/No usable sandbox|setuid sandbox|Failed to move to new namespace/i.test(child.stderrTail())) {
    return new KormeError({ code: 'browser-no-sandbox', path })
  }
  return new KormeError({ code: 'browser-failed', path, reason: code ?? lastLine(child.stderrTail()) })
}

/** The last line of a browser's log, without its prefix of process, time and source line. */
function lastLine(stderr: string): string {
  const lines = stderr.split('\n').map((line) => line.replace(/^\[[^\]]*\]\s*/, '').trim())
  return (lines.findLast((line) => line !== '') ?? '').slice(0, 200)
}
