import puppeteer, { type Browser, type BrowserContext, type Page, type Viewport } from 'puppeteer-core'
import { afterAll } from 'vitest'
import { findBrowser } from '../src/export/browser.ts'

let lent: Promise<Browser> | undefined

/** A browser that reaches servers of this machine, as those of the project do not: one a test file, ended after it. */
export function onlineBrowser(): Promise<Browser> {
  lent ??= findBrowser().then(({ env, path, isHeadlessShell: shell }) =>
    puppeteer.launch({
      executablePath: path,
      headless: shell ? 'shell' : true,
      env: { ...process.env, ...env },
      args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-dev-shm-usage'],
    }),
  )
  return lent
}

afterAll(async () => {
  await (await lent)?.close()
})

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
