import type { Browser } from 'puppeteer-core'
import { EnvironmentError, type MachineFault } from '../model/machine.ts'
import { browsers } from './browser/find.ts'
import type { FoundBrowser } from './browser/found.ts'
import { answering, type Launched } from './browser/launch.ts'
import { type Started, sandboxed, start } from './browser/start.ts'

export { browsers, findBrowser } from './browser/find.ts'
export type { FoundBrowser } from './browser/found.ts'
export type { Launched } from './browser/launch.ts'
export type { Started } from './browser/start.ts'

/** How a browser is had. */
export interface BrowserOptions {
  /** The browser that the user named by a flag. */
  path?: string | undefined
  /** False where the user gave the sandbox up. Absent: on, but for root, who has none. */
  sandbox?: boolean | undefined
  /** How long a start may take; one that failed is tried once more. Units: milliseconds. */
  deadlineMs?: number
  /** One that was started before, as these options want it: it is the first that is tried. */
  started?: Started | null
  /** Called as soon as a process runs, long before it answers. */
  begun?: () => void
  /** Told what the user should know though it works: `browser-unsandboxed`. */
  notice?: (notice: MachineFault) => void
}

const startMs = 25_000
/** Faults that a second try would only repeat. */
const lasting = new Set(['browser-no-sandbox', 'browser-not-executable'])

async function tryTwice(first: () => Promise<Launched>, again: () => Promise<Launched>): Promise<Launched> {
  try {
    return await first()
  } catch (error) {
    if (!(error instanceof EnvironmentError) || lasting.has(error.fault.code)) throw error
    return again()
  }
}

/** The browsers that may be tried, one that was started before all others. */
async function* candidates({ path, started }: BrowserOptions): AsyncGenerator<FoundBrowser> {
  if (started) yield started.found
  for await (const found of browsers(path)) if (found.path !== started?.found.path) yield found
}

/**
 * The first browser of the machine that starts; whoever has it ends it by `stop`.
 *
 * Errors: EnvironmentError where none is found or starts; the failure told is that of the one that should have.
 */
export async function startBrowser(options: BrowserOptions): Promise<Launched> {
  const sandbox = sandboxed(options.sandbox)
  let failure: unknown
  for await (const found of candidates(options)) {
    const launch = async (started: Started) => {
      options.begun?.()
      return answering(started, options.deadlineMs ?? startMs)
    }
    try {
      const early = options.started?.found === found ? options.started : null
      const launched = await tryTwice(
        async () => launch(early ?? start(found, sandbox)),
        async () => launch(start(found, sandbox)),
      )
      if (!sandbox)
        options.notice?.({ code: 'browser-unsandboxed', path: found.path, asked: options.sandbox === false })
      return launched
    } catch (error) {
      if (!(error instanceof EnvironmentError)) throw error
      failure ??= error
    }
  }
  throw failure ?? new EnvironmentError({ code: 'browser-missing' })
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
    return await Promise.race([use(launched.browser), launched.gone])
  } catch (error) {
    if (launched.crashed()) await launched.gone
    throw error
  } finally {
    await launched.stop()
  }
}
