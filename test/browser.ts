import { writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { BrowserContext, Page, Viewport } from 'puppeteer-core'
import { withBrowser } from '../src/export/browser.ts'
import { borrowBrowser } from './support/borrow-browser.ts'
import { atEndOfFile } from './support/end-of-file.ts'
import { slowestMs } from './support/slowest.ts'

/** A page in a real browser, and what it did that nobody asked for. */
export interface OpenPage {
  page: Page
  /** Errors: thrown, logged, and everything that the content security policy refused. */
  errors: string[]
  /** Addresses that were asked for besides the page itself, `data:` and `blob:` left out. */
  requests: string[]
  close(): Promise<void>
}

export interface OpenOptions {
  viewport?: Viewport
  /** What follows the address, such as `?a=b#/3`. */
  suffix?: string
  /** Run in the page before its own scripts. */
  before?: string
  /** `false`: without scripts, all slides stand below each other. */
  scripts?: false
}

const fullHd: Viewport = { width: 1280, height: 720 }
const ours = (url: string) => url.startsWith('data:') || url.startsWith('blob:') || url.startsWith('about:')

interface Lent {
  /** The windows of this test file. */
  browser: BrowserContext
  folder: string
  giveBack(): Promise<void>
}

let lent: Promise<Lent> | undefined

/** The browser of a test file, which reaches no server: that of the worker, or one of its own if that has crashed. */
export function testBrowser(): Promise<Lent> {
  if (!lent) {
    lent = lend()
    atEndOfFile(giveBackBrowser)
  }
  return lent
}

async function lend(): Promise<Lent> {
  const folder = await mkdtemp(join(tmpdir(), 'korme-pages-'))
  const { context, giveBack } = (await borrowBrowser('offline')) ?? (await ownBrowser())
  return {
    browser: context,
    folder,
    giveBack: async () => {
      await giveBack()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function ownBrowser(): Promise<{ context: BrowserContext; giveBack(): Promise<void> }> {
  return new Promise((resolve, reject) => {
    const ended: Promise<void> = withBrowser({}, (browser) => {
      const context = browser.defaultBrowserContext()
      return new Promise<void>((end) => {
        const giveBack = () => {
          end()
          return ended
        }
        resolve({ context, giveBack })
      })
    })
    ended.catch(reject)
  })
}

/** Closes what a test file has opened; the next file borrows again. */
export async function giveBackBrowser(): Promise<void> {
  const borrowed = lent
  lent = undefined
  await (await borrowed)?.giveBack()
}

let pages = 0

/** The address of a page: a `file:` address as it is, HTML by way of a file, since pages are opened from the disk. */
async function addressOf(page: string): Promise<string> {
  if (/^(file|about|data):/.test(page)) return page
  const path = join((await testBrowser()).folder, `page-${++pages}.html`)
  writeFileSync(path, page)
  return pathToFileURL(path).href
}

/** The window that a page opens when `act` is done. Errors: none opens within half a minute. */
export async function windowOpenedBy(act: () => Promise<unknown>): Promise<Page> {
  const { browser } = await testBrowser()
  const before = new Set(browser.targets())
  await act()
  const target = await browser.waitForTarget((one) => !before.has(one), { timeout: slowestMs })
  const page = await target.page()
  if (!page) throw new Error('what opened is no page')
  return page
}

/** Opens HTML, or a `file:` address, and waits until it is loaded and its fonts are ready. */
export async function openPage(htmlOrUrl: string, options: OpenOptions = {}): Promise<OpenPage> {
  const { browser } = await testBrowser()
  const address = (await addressOf(htmlOrUrl)) + (options.suffix ?? '')
  const page = await browser.newPage()
  const errors: string[] = []
  const requests: string[] = []
  page.setDefaultTimeout(slowestMs)
  await page.setViewport(options.viewport ?? fullHd)
  page.on('pageerror', (error) => errors.push(String(error)))
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  page.on('request', (request) => {
    if (request.url() !== address && !request.isNavigationRequest() && !ours(request.url()))
      requests.push(request.url())
  })
  await page.evaluateOnNewDocument(`addEventListener('securitypolicyviolation', (e) =>
    console.error('refused by the policy: ' + e.violatedDirective + ' ' + e.blockedURI + ' ' + e.sample))`)
  if (options.before) await page.evaluateOnNewDocument(options.before)
  if (options.scripts === false) await page.setJavaScriptEnabled(false)
  await page.goto(address, { waitUntil: 'load' })
  await page.evaluate(async () => {
    await document.fonts.ready
  })
  return { page, errors, requests, close: () => page.close() }
}

/** Does what loads a page again, and waits until it is loaded. A new address within the page is no load. */
export async function loadAgain(page: Page, act: () => Promise<unknown>): Promise<void> {
  const loaded = new Promise<void>((resolve) => page.once('load', () => resolve()))
  await act()
  await loaded
}
