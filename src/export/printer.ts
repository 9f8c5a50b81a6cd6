import { availableParallelism } from 'node:os'
import pLimit from 'p-limit'
import type { Browser, Page } from 'puppeteer-core'
import { KormeError, type MachineFault } from '../model/errors.ts'
import { createDeadline } from './browser/deadline.ts'
import { type BrowserOptions, type Launched, startBrowser } from './browser.ts'

/** Prints static pages to PDF, several at a time. */
export interface Printer {
  /**
   * A page of HTML as a PDF: tagged, with bookmarks, its pages as large as its style sheet says. No script of it runs.
   *
   * Errors: EnvironmentError where no browser starts, or where one dies, hangs or fails over this page twice.
   */
  print(html: string, pages: number): Promise<Uint8Array>
  /** Lets the browser read fonts before there is a page to print: `style` holds their `@font-face` rules. */
  preloadFonts(style: string): void
}

export interface PrinterOptions extends BrowserOptions {
  /** How long one page of HTML may take. Units: milliseconds. */
  printMs?: (pages: number) => number
}

/** Far above what a slow machine needs: a thousand pages take a few seconds. */
const defaultPrintMs = (pages: number) => 60_000 + 150 * pages

/**
 * Lends a printer with one browser for all that is printed. The browser begins to start at once, before anything is to be
 * printed; should it die or hang, another takes its place. Nothing of them is left afterwards, as with `withBrowser`.
 */
export async function withPrinter<T>(options: PrinterOptions, use: (printer: Printer) => Promise<T>): Promise<T> {
  const started = new Set<Promise<Launched>>()
  const start = (how: Pick<BrowserOptions, 'onSpawn' | 'prestarted'>) => {
    const launched = startBrowser({ ...options, prestarted: null, ...how })
    // A failure is told where something is to be printed.
    launched.then(({ browser }) => prepareFirstPage(browser)).catch(() => {})
    started.add(launched)
    return launched
  }
  let current!: Promise<Launched>
  // What comes next keeps this process busy: the browser's should be running by then.
  await new Promise<void>((resolve) => {
    current = start({ onSpawn: resolve, prestarted: options.prestarted ?? null })
    current.then(
      () => resolve(),
      () => resolve(),
    )
  })
  let closed = false
  const enqueue = pLimit(availableParallelism())
  const print = (html: string, pages: number) =>
    enqueue(async () => {
      const ms = (options.printMs ?? defaultPrintMs)(pages)
      const first = current
      const launched = await first
      try {
        return await printWith(launched, html, ms)
      } catch (error) {
        await launched.stop()
        if (closed) throw error // nobody waits for it any longer
        if (current === first) current = start({})
        return printWith(await current, html, ms)
      }
    })
  const preloadFonts = (style: string) => {
    current.then(({ browser }) => loadFontsEarly(browser, style)).catch(() => {})
  }
  try {
    return await use({ print, preloadFonts })
  } finally {
    closed = true
    await Promise.all([...started].map(async (one) => (await one.catch(() => null))?.stop()))
  }
}

/** Prints with a browser that may die or hang over it. */
async function printWith(launched: Launched, html: string, ms: number): Promise<Uint8Array> {
  const { path } = launched.executable
  const { over: closed, clear } = createDeadline(ms, { code: 'browser-silent', path, seconds: Math.round(ms / 1000) })
  try {
    return await Promise.race([printPage(launched.browser, html), launched.unexpectedExit, closed])
  } catch (error) {
    if (launched.crashed()) await launched.unexpectedExit
    throw error instanceof KormeError ? error : new KormeError(printFailure(path, error))
  } finally {
    clear()
  }
}

const printFailure = (path: string, error: unknown): MachineFault => ({
  code: 'print-failed',
  path,
  reason: error instanceof Error ? error.message.split('\n')[0]! : String(error),
})

async function printPage(browser: Browser, html: string): Promise<Uint8Array> {
  const page = await takeIdlePage(browser)
  const { promise: crashed, reject } = withResolvers()
  page.once('error', reject)
  try {
    const pdf = await Promise.race([crashed, printTo(page, html)])
    page.off('error', reject)
    idlePages.get(browser)?.push({ page: Promise.resolve(page), used: true })
    return pdf
  } catch (error) {
    await page.close().catch(() => {}) // it may have crashed
    throw error
  }
}

function withResolvers(): { promise: Promise<never>; reject: (reason: unknown) => void } {
  let reject!: (reason: unknown) => void
  const promise = new Promise<never>((_, no) => {
    reject = no
  })
  promise.catch(() => {})
  return { promise, reject }
}

/** A page that nothing is printed with at the moment. */
interface IdlePage {
  page: Promise<Page>
  /** True where it still holds what was printed. */
  used: boolean
}

/**
 * Pages are kept and used again: a new one has a process of its own, which takes time and memory, and one that is closed
 * keeps Puppeteer waiting for 100 ms (24.43.1).
 */
const idlePages = new WeakMap<Browser, IdlePage[]>()

/**
 * Takes the page that a browser starts with before there is anything to print: the dozen questions and answers that this
 * takes go on while the deck is laid out.
 */
function prepareFirstPage(browser: Browser): void {
  const page = browser.pages().then(async ([first]) => disableScripts(first ?? (await browser.newPage())))
  page.catch(() => {}) // told where it is printed with
  idlePages.set(browser, [{ page, used: false }])
}

/** Reads fonts into the page that is going to be printed first. It keeps them when its content is another. */
function loadFontsEarly(browser: Browser, style: string): void {
  const next = idlePages.get(browser)?.at(-1)
  if (!next || next.used) return
  next.page = next.page.then(async (page) => {
    await page.evaluate((css) => {
      document.head.append(Object.assign(document.createElement('style'), { textContent: css }))
      for (const font of document.fonts) void font.load()
    }, style)
    return page
  })
  next.page.catch(() => {}) // told where it is printed with
}

async function takeIdlePage(browser: Browser): Promise<Page> {
  const kept = idlePages.get(browser)?.pop()
  if (!kept) return disableScripts(await browser.newPage())
  const page = await kept.page
  // The policy of what it held would outlive its content.
  if (kept.used) await page.goto('about:blank')
  return page
}

async function disableScripts(page: Page): Promise<Page> {
  await page.setJavaScriptEnabled(false)
  return page
}

async function printTo(page: Page, html: string): Promise<Uint8Array> {
  await page.setContent(html, { waitUntil: 'load', timeout: 0 })
  return page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true, timeout: 0 })
}
