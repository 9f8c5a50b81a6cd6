import type { Browser } from 'puppeteer-core'
import { KormeError } from '../../model/errors.ts'
import type { BrowserProcess } from './browser-process.ts'
import { createDeadline } from './deadline.ts'
import type { BrowserExecutable } from './executable.ts'
import type { StartedBrowser } from './start.ts'

/** A browser at work. */
export interface RunningBrowser {
  browser: Browser
  executable: BrowserExecutable
  /** False for root alone, whom no browser gives a sandbox. */
  sandbox: boolean
  /** Rejects with an EnvironmentError should the process end although nobody ended it; never resolves. */
  unexpectedExit: Promise<never>
  /** Whether that has happened, told a moment earlier: the connection breaks first. */
  crashed(): boolean
  stop(): Promise<void>
}

/** The last line that a browser wrote, without its stamp of process, time and source line. */
function lastStderrLine(text: string): string {
  const lines = text.split('\n').map((line) => line.replace(/^\[[^\]]*\]\s*/, '').trim())
  return (lines.findLast((line) => line !== '') ?? '').slice(0, 200)
}

/** Of a file that may not be run, is no program of this machine, or wants an interpreter that is missing. */
const notRunnableCodes = new Set(['EACCES', 'ENOENT', 'ENOEXEC'])

/** Why a browser is not there to work: never started, has no sandbox, or ended by itself. */
function startupError(child: BrowserProcess, { path }: BrowserExecutable): KormeError {
  const failure = child.spawnError()
  if (failure && notRunnableCodes.has(failure.code ?? ''))
    return new KormeError({ code: 'browser-not-executable', path })
  if (/No usable sandbox|setuid sandbox|Failed to move to new namespace/i.test(child.stderrTail())) {
    return new KormeError({ code: 'browser-no-sandbox', path })
  }
  return new KormeError({ code: 'browser-failed', path, reason: failure?.code ?? lastStderrLine(child.stderrTail()) })
}

/**
 * Waits until a browser answers.
 *
 * Units:  `deadlineMs` in milliseconds.
 * Errors: EnvironmentError where it could not be started, ends at once, or does not answer in time; nothing is left then.
 */
export async function waitUntilReady(
  { executable, sandbox, child }: StartedBrowser,
  deadlineMs: number,
): Promise<RunningBrowser> {
  const seconds = Math.round(deadlineMs / 1000)
  const { over, clear } = createDeadline(deadlineMs, { code: 'browser-silent', path: executable.path, seconds })
  const unexpectedExit = child.exited.then((): never => {
    throw startupError(child, executable)
  })
  unexpectedExit.catch(() => {})
  try {
    const browser = await Promise.race([connect(child), unexpectedExit, over])
    let stopped = false
    return {
      browser,
      executable,
      sandbox,
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
    clear()
  }
}

/**
 * Puppeteer is loaded while the browser starts, and only the part that speaks to it: without the part that finds,
 * downloads and starts browsers, which we do not use, that takes 50 ms instead of 110 out of the bundle (300 from its files).
 */
async function connect(child: BrowserProcess): Promise<Browser> {
  const [{ connect: speak }, { PipeTransport }] = await Promise.all([
    import('puppeteer-core/internal/puppeteer-core-browser.js'),
    import('puppeteer-core/internal/node/PipeTransport.js'),
  ])
  const transport = new PipeTransport(child.toBrowser, child.fromBrowser)
  try {
    // Deadlines are ours: a long deck prints for longer than Puppeteer's own allows.
    const browser = await speak({ transport, defaultViewport: null, protocolTimeout: 0 })
    return browser as unknown as Browser // the same class, typed a second time
  } catch (error) {
    // A browser that dies breaks the connection first; its exit says why.
    await child.exited
    throw error
  }
}
