import puppeteer, { type BrowserContext, type Page, type Viewport } from 'puppeteer-core'
import { findBrowser } from '../src/export/browser.ts'
import { type BorrowedBrowser, borrowBrowser } from './support/borrow-browser.ts'
import { atEndOfFile } from './support/end-of-file.ts'
import { onlineOptions } from './support/shared-browsers.ts'
import { slowestMs } from './support/slowest.ts'

let lent: Promise<BorrowedBrowser> | undefined

/**
 * A browser that reaches servers of this machine, as those of the project do not: that of the worker, or one of its own if
 * that has crashed.
 */
export async function onlineBrowser(): Promise<BrowserContext> {
  if (!lent) {
    lent = borrowBrowser('online').then((borrowed) => borrowed ?? ownBrowser())
    atEndOfFile(giveBackOnlineBrowser)
  }
  return (await lent).context
}

async function ownBrowser(): Promise<BorrowedBrowser> {
  const { env, path, isHeadlessShell } = await findBrowser()
  const browser = await puppeteer.launch({
    executablePath: path,
    env: { ...process.env, ...env },
    ...onlineOptions(isHeadlessShell),
  })
  return { context: browser.defaultBrowserContext(), giveBack: () => browser.close() }
}

/** Closes what a test file has opened; the next file borrows again. */
export async function giveBackOnlineBrowser(): Promise<void> {
  const borrowed = lent
  lent = undefined
  await (await borrowed)?.giveBack()
}

/** A page of a server, and what it complained of. */
export interface OnlinePage {
  page: Page
  /** Errors: thrown, logged, and everything that the content security policy refused. */
  errors: string[]
  /** Answers that were refused or not found. */
  refused: string[]
}

export interface OnlineOptions {
  viewport?: Viewport
  /** What the reader's browser likes to read, as `Accept-Language`. */
  lang?: string
  /** Another reader: what they keep is not shared. */
  context?: BrowserContext
}

/** Opens an address and waits until it is loaded. */
export async function openOnline(address: string, options: OnlineOptions = {}): Promise<OnlinePage> {
  const page = await (options.context ?? (await onlineBrowser())).newPage()
  const errors: string[] = []
  const refused: string[] = []
  page.setDefaultTimeout(slowestMs)
  await page.setViewport(options.viewport ?? { width: 1280, height: 720 })
  page.on('pageerror', (error) => errors.push(String(error)))
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  page.on('response', (response) => response.status() >= 400 && refused.push(`${response.status()} ${response.url()}`))
  await page.evaluateOnNewDocument(`addEventListener('securitypolicyviolation', (e) =>
    console.error('refused by the policy: ' + e.violatedDirective + ' ' + e.blockedURI + ' ' + e.sample))`)
  if (options.lang) await page.setExtraHTTPHeaders({ 'Accept-Language': options.lang })
  await page.goto(address, { waitUntil: 'load' })
  return { page, errors, refused }
}
