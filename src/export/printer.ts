import { availableParallelism, tmpdir } from 'node:os'
import pLimit from 'p-limit'
import { KormeError, type MachineFault } from '../model/errors.ts'
import type { FontStyle } from '../model/font-style.ts'
import { freeBytes } from '../system/free-space.ts'
import { temporaryFolderFault } from '../system/temporary-folder.ts'
import type { RunningBrowser } from './browser/connect-browser.ts'
import { createDeadline } from './browser/deadline.ts'
import { type BrowserOptions, startBrowser } from './browser.ts'
import { type LentBrowsers, lendBrowsers } from './lend-browsers.ts'
import { type PrintedContent, preloadFontsIn, prepareFirstPage, printPage } from './print-page.ts'

/** Prints static HTML to PDF, several documents at a time. */
export interface Printer {
  /**
   * Prints HTML to a tagged PDF with bookmarks. The style sheet sets the page size. No script runs. `fonts` are those of
   * the page.
   *
   * Errors: `KormeError` if no browser starts, or if it crashes, hangs or fails with this document twice.
   */
  print(html: string, pages: number, fonts?: readonly FontStyle[]): Promise<Uint8Array>
  /** Lets the browser load fonts before there is something to print. */
  preloadFonts(fonts: readonly FontStyle[]): void
  /** Tells the user something about a document that was printed. */
  warn(warning: MachineFault): void
}

/** How documents are printed. Shape: `withFonts` is true if it is absent. */
export interface PrinterOptions extends BrowserOptions {
  /** How long a document of so many pages may take. Units: milliseconds. */
  printMs?: (pages: number) => number
  /** A browser is replaced after so many documents or parts of one; default: 100. */
  documentsPerBrowser?: number
}

/** A browser that has printed for long keeps more and more memory. */
const defaultDocumentsPerBrowser = 100

/** Far more than a slow machine needs: a thousand pages take a few seconds. */
const defaultPrintMs = (pages: number) => 60_000 + 150 * pages

/**
 * Runs `use` with a printer. Its one browser begins to start at once and is replaced if it crashes or hangs. As with
 * `withBrowser`, nothing of it is left afterwards.
 */
export async function withPrinter<T>(options: PrinterOptions, use: (printer: Printer) => Promise<T>): Promise<T> {
  const start = (overrides: Pick<BrowserOptions, 'onSpawn' | 'prestarted'>) => {
    const starting = startBrowser({ withFonts: true, ...options, prestarted: null, ...overrides })
    // A failure is thrown when something is printed.
    starting.then(prepareFirstPage).catch(() => {})
    return starting
  }
  let browsers!: LentBrowsers
  // The caller keeps this process busy next: the browser's process should be running by then.
  await new Promise<void>((resolve) => {
    const first = { onSpawn: resolve, prestarted: options.prestarted ?? null }
    browsers = lendBrowsers(start, options.documentsPerBrowser ?? defaultDocumentsPerBrowser, first)
    browsers.current().then(
      () => resolve(),
      () => resolve(),
    )
  })
  let closed = false
  const limit = pLimit(availableParallelism())
  const print: Printer['print'] = (html, pages, fonts = []) =>
    limit(async () => {
      const deadlineMs = (options.printMs ?? defaultPrintMs)(pages)
      const printed = await browsers.lend(async (starting) => {
        const running = await starting
        try {
          return await printWith(running, { html, fonts }, deadlineMs)
        } catch (error) {
          await running.stop()
          if (closed) throw error // nobody is waiting any more
          browsers.replace(starting)
          return null
        }
      })
      return printed ?? browsers.lend(async (starting) => printWith(await starting, { html, fonts }, deadlineMs))
    })
  const preloadFonts: Printer['preloadFonts'] = (fonts) => {
    browsers
      .current()
      .then(({ browser }) => preloadFontsIn(browser, fonts))
      .catch(() => {})
  }
  try {
    return await use({ print, preloadFonts, warn: (warning) => options.onWarning?.(warning) })
  } finally {
    closed = true
    await browsers.stop()
  }
}

/** Prints with a browser that may crash or hang. */
async function printWith(running: RunningBrowser, content: PrintedContent, deadlineMs: number): Promise<Uint8Array> {
  const { path } = running.executable
  const deadline = createDeadline(deadlineMs, { code: 'browser-silent', path, seconds: Math.round(deadlineMs / 1000) })
  try {
    return await Promise.race([printPage(running.browser, content), running.unexpectedExit, deadline.passed])
  } catch (error) {
    if (running.crashed()) await running.unexpectedExit
    throw error instanceof KormeError ? error : new KormeError(await printFailure(path, error))
  } finally {
    deadline.clear()
  }
}

/** A browser keeps what it prints in a temporary file, and says little if there is no room for it. */
async function printFailure(path: string, error: unknown): Promise<MachineFault> {
  const reason = error instanceof Error ? error.message.split('\n')[0]! : String(error)
  const free = await freeBytes(tmpdir())
  if (free !== null && free < minFreeBytes) return temporaryFolderFault('ENOSPC')
  return { code: 'print-failed', path, reason }
}

/** Less than this cannot hold a large PDF. */
const minFreeBytes = 20_000_000
