import type { Browser } from 'puppeteer-core'
import { KormeError, type MachineFault } from '../model/errors.ts'
import type { BrowserExecutable } from './browser/executable.ts'
import { browsers } from './browser/find-browser.ts'
import { type RunningBrowser, waitUntilReady } from './browser/launch.ts'
import { type StartedBrowser, startProcess, usesSandbox } from './browser/start.ts'

export type { BrowserExecutable as FoundBrowser } from './browser/executable.ts'
export { browsers, findBrowser } from './browser/find-browser.ts'
export type { RunningBrowser as Launched } from './browser/launch.ts'
export type { StartedBrowser as Started } from './browser/start.ts'

/** How a browser is had. */
export interface BrowserOptions {
  /** The browser that the user named by a flag. */
  path?: string | undefined
  /** False where the user gave the sandbox up. Absent: on, but for root, who has none. */
  sandbox?: boolean | undefined
  /** How long a start may take; one that failed is tried once more. Units: milliseconds. */
  deadlineMs?: number
  /** One that was started before, as these options want it: it is the first that is tried. */
  prestarted?: StartedBrowser | null
  /** Called as soon as a process runs, long before it answers. */
  onSpawn?: () => void
  /** Told what the user should know though it works: `browser-unsandboxed`. */
  onWarning?: (onWarning: MachineFault) => void
}

const defaultStartMs = 25_000
/** Faults that a second try would only repeat. */
const permanentFaults = new Set(['browser-no-sandbox', 'browser-not-executable'])

async function withRetry(
  first: () => Promise<RunningBrowser>,
  again: () => Promise<RunningBrowser>,
): Promise<RunningBrowser> {
  try {
    return await first()
  } catch (error) {
    if (!(error instanceof KormeError) || permanentFaults.has(error.fault.code)) throw error
    return again()
  }
}

/** The browsers that may be tried, one that was started before all others. */
async function* candidates({ path, prestarted }: BrowserOptions): AsyncGenerator<BrowserExecutable> {
  if (prestarted) yield prestarted.executable
  for await (const diagnostic of browsers(path)) if (diagnostic.path !== prestarted?.executable.path) yield diagnostic
}

/**
 * The first browser of the machine that starts; whoever has it ends it by `stop`.
 *
 * Errors: EnvironmentError where none is found or starts; the failure told is that of the one that should have.
 */
export async function startBrowser(options: BrowserOptions): Promise<RunningBrowser> {
  const sandbox = usesSandbox(options.sandbox)
  let failure: unknown
  for await (const diagnostic of candidates(options)) {
    const launch = async (prestarted: StartedBrowser) => {
      options.onSpawn?.()
      return waitUntilReady(prestarted, options.deadlineMs ?? defaultStartMs)
    }
    try {
      const early = options.prestarted?.executable === diagnostic ? options.prestarted : null
      const launched = await withRetry(
        async () => launch(early ?? startProcess(diagnostic, sandbox)),
        async () => launch(startProcess(diagnostic, sandbox)),
      )
      if (!sandbox)
        options.onWarning?.({ code: 'browser-unsandboxed', path: diagnostic.path, asked: options.sandbox === false })
      return launched
    } catch (error) {
      if (!(error instanceof KormeError)) throw error
      failure ??= error
    }
  }
  throw failure ?? new KormeError({ code: 'browser-missing' })
}

/**
 * Lends a browser and takes it back, whatever happens: its processes and its profile are gone afterwards, also after
 * Ctrl-C. It has no network. `use` may open as many pages as it likes.
 *
 * Errors: EnvironmentError where no browser is found or starts, or where it dies while it is used; else those of `use`.
 */
export async function withBrowser<T>(options: BrowserOptions, use: (browser: Browser) => Promise<T>): Promise<T> {
  const launched = await startBrowser(options)
  try {
    return await Promise.race([use(launched.browser), launched.unexpectedExit])
  } catch (error) {
    if (launched.crashed()) await launched.unexpectedExit
    throw error
  } finally {
    await launched.stop()
  }
}
