import type { Browser } from 'puppeteer'
import { EnvironmentError } from '../../model/machine.ts'
import { type Child, startChild } from './child.ts'
import type { FoundBrowser } from './found.ts'
import { pipeTransport } from './pipe.ts'

/** A browser at work. */
export interface Launched {
  browser: Browser
  found: FoundBrowser
  /** False for root alone, whom no browser gives a sandbox. */
  sandbox: boolean
  /** Rejects with an EnvironmentError should the process end although nobody ended it; never resolves. */
  gone: Promise<never>
  /** Whether that has happened, told a moment earlier: the connection breaks first. */
  crashed(): boolean
  stop(): Promise<void>
}

/** The last line that a browser wrote, without its stamp of process, time and source line. */
function lastWords(text: string): string {
  const lines = text.split('\n').map((line) => line.replace(/^\[[^\]]*\]\s*/, '').trim())
  return (lines.findLast((line) => line !== '') ?? '').slice(0, 200)
}

/** Why a browser is not there to work: never started, has no sandbox, or ended by itself. */
function failureOf(child: Child, { path }: FoundBrowser): EnvironmentError {
  const failure = child.failure()
  if (failure?.code === 'EACCES') return new EnvironmentError({ code: 'browser-not-executable', path })
  if (/No usable sandbox|setuid sandbox|Failed to move to new namespace/i.test(child.words())) {
    return new EnvironmentError({ code: 'browser-no-sandbox', path })
  }
  return new EnvironmentError({ code: 'browser-failed', path, reason: failure?.code ?? lastWords(child.words()) })
}

/** Fails once `ms` are over. The timer never keeps the process alive. */
function deadline(ms: number, fail: () => EnvironmentError): { over: Promise<never>; clear(): void } {
  let timer: NodeJS.Timeout | undefined
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(fail()), ms)
  })
  return { over, clear: () => clearTimeout(timer) }
}

/**
 * Starts a browser and waits until it answers.
 *
 * Units:  `deadlineMs` in milliseconds.
 * Errors: EnvironmentError where it cannot be started, ends at once, or does not answer in time; nothing is left then.
 */
export async function launch(found: FoundBrowser, sandbox: boolean, deadlineMs: number): Promise<Launched> {
  const child = startChild(found, sandbox)
  const seconds = Math.round(deadlineMs / 1000)
  const silent = () => new EnvironmentError({ code: 'browser-silent', path: found.path, seconds })
  const { over, clear } = deadline(deadlineMs, silent)
  const gone = child.exited.then((): never => {
    throw failureOf(child, found)
  })
  gone.catch(() => {})
  try {
    const browser = await Promise.race([connect(child), gone, over])
    let stopped = false
    return {
      browser,
      found,
      sandbox,
      gone,
      crashed: () => !stopped && !browser.connected,
      stop: async () => {
        stopped = true
        await browser.disconnect()
        await child.end()
      },
    }
  } catch (error) {
    await child.end()
    throw error
  } finally {
    clear()
  }
}

/** Puppeteer is loaded while the browser starts. */
async function connect(child: Child): Promise<Browser> {
  const transport = pipeTransport(child.toBrowser, child.fromBrowser)
  const { default: puppeteer } = await import('puppeteer')
  try {
    return await puppeteer.connect({ transport, defaultViewport: null })
  } catch (error) {
    // A browser that dies breaks the connection first; its exit says why.
    await child.exited
    throw error
  }
}
