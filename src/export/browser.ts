import type { Browser } from 'puppeteer-core'
import { KormeError, type MachineFault } from '../model/errors.ts'
import type { BrowserExecutable } from './browser/browser-executable.ts'
import { type BrowserProcess, startBrowserProcess } from './browser/browser-process.ts'
import { connectBrowser, type RunningBrowser } from './browser/connect-browser.ts'
import { findBrowsers } from './browser/find-browser.ts'
import { usesSandbox } from './browser/prestart-browser.ts'

export { findBrowser } from './browser/find-browser.ts'

/** Which browser is started, and how. */
export interface BrowserOptions {
  /** The browser that the user named by a flag. */
  path?: string | undefined
  /** False if the user turned the sandbox off. Absent: on, except for root, who has none. */
  sandbox?: boolean | undefined
  /** Whether it gets the fonts of shipped themes as installed ones, where that is possible. Absent: no. */
  withFonts?: boolean
  /** How long a start may take; one that failed is tried once more. Units: milliseconds. */
  deadlineMs?: number
  /** A process that was started earlier with these options. It is tried first. */
  prestarted?: BrowserProcess | null
  /** Called as soon as a process runs, long before it answers. */
  onSpawn?: () => void
  /** Called with what the user should know although it works: `browser-unsandboxed`. */
  onWarning?: (warning: MachineFault) => void
}

const defaultDeadlineMs = 25_000
/** Faults that a second try would only repeat. */
const permanentFaults = new Set(['browser-no-sandbox', 'browser-not-executable'])

/**
 * Runs `use` with a browser that has no network. Afterwards its processes and its profile are gone, also after Ctrl-C.
 * `use` may open any number of pages.
 *
 * Errors: `KormeError` if no browser is found or starts, or if it crashes while it is used; else those of `use`.
 */
export async function withBrowser<T>(options: BrowserOptions, use: (browser: Browser) => Promise<T>): Promise<T> {
  const running = await startBrowser(options)
  try {
    return await Promise.race([use(running.browser), running.unexpectedExit])
  } catch (error) {
    if (running.crashed()) await running.unexpectedExit
    throw error
  } finally {
    await running.stop()
  }
}

/**
 * Starts the first browser of the machine that works. The caller stops it.
 *
 * Errors: `KormeError` if none is found or starts: the failure of the one that was tried first.
 */
export async function startBrowser(options: BrowserOptions): Promise<RunningBrowser> {
  let firstError: KormeError | null = null
  for await (const executable of candidates(options)) {
    try {
      return await tryTwice(executable, options)
    } catch (error) {
      if (!(error instanceof KormeError)) throw error
      firstError ??= error
    }
  }
  throw firstError ?? new KormeError({ code: 'browser-missing' })
}

/** The browsers to try: the one that was started earlier, then all that are found. */
async function* candidates({ path, prestarted }: BrowserOptions): AsyncGenerator<BrowserExecutable> {
  if (prestarted) yield prestarted.executable
  for await (const found of findBrowsers(path)) if (found.path !== prestarted?.executable.path) yield found
}

async function tryTwice(executable: BrowserExecutable, options: BrowserOptions): Promise<RunningBrowser> {
  const { prestarted, deadlineMs = defaultDeadlineMs } = options
  const sandbox = usesSandbox(options.sandbox)
  const start = (): BrowserProcess =>
    startBrowserProcess(executable, { sandbox, withFonts: options.withFonts ?? false })
  const connect = (child: BrowserProcess) => {
    options.onSpawn?.()
    return connectBrowser(child, deadlineMs)
  }
  const isPrestarted = prestarted?.executable === executable
  const running = await connect(isPrestarted ? prestarted : start()).catch((error: unknown) => {
    if (!(error instanceof KormeError) || permanentFaults.has(error.fault.code)) throw error
    return connect(start())
  })
  if (!sandbox)
    options.onWarning?.({ code: 'browser-unsandboxed', path: executable.path, asked: options.sandbox === false })
  return running
}
