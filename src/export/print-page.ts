import type { Browser, Page } from 'puppeteer-core'
import { type FontStyle, installableFonts } from '../model/font-style.ts'
import type { RunningBrowser } from './browser/connect-browser.ts'
import { installedFamilies } from './browser/installed-fonts.ts'

/** A page that is not printing. */
interface IdlePage {
  page: Promise<Page>
  /** Whether it still holds what was printed with it. */
  used: boolean
}

/** What is printed, and its fonts: those that a browser has are taken out, since it would prefer those of the page. */
export interface PrintedContent {
  html: string
  fonts: readonly FontStyle[]
}

/**
 * Pages are reused: a new one costs a process, and Puppeteer takes 100 ms to close one (24.43.1).
 */
const idlePages = new WeakMap<Browser, IdlePage[]>()

/** The families that a browser has as installed fonts. Without an answer, pages bring their own fonts. */
const families = new WeakMap<Browser, Promise<ReadonlySet<string>>>()

/** Prepares the page that a browser starts with: a dozen messages to and fro that pass while the deck is laid out. */
export function prepareFirstPage({ browser, hasFonts }: RunningBrowser): void {
  const page = browser.pages().then(async ([first]) => disableScripts(first ?? (await browser.newPage())))
  const installed = hasFonts ? page.then(installedFamilies).catch(() => new Set<string>()) : null
  if (installed) families.set(browser, installed)
  // The fonts that are loaded next would be taken for installed ones.
  const prepared = installed ? installed.then(() => page) : page
  prepared.catch(() => {}) // thrown when something is printed
  idlePages.set(browser, [{ page: prepared, used: false }])
}

/** Loads fonts into the page that will be printed first; it keeps them when its content is replaced. */
export function preloadFontsIn(browser: Browser, fonts: readonly FontStyle[]): void {
  const next = idlePages.get(browser)?.at(-1)
  if (!next || next.used) return
  next.page = next.page.then(async (page) => {
    const missing = await fontsWithout(browser, fonts)
    if (missing.length === 0) return page
    await page.evaluate(
      (css) => {
        document.head.append(Object.assign(document.createElement('style'), { textContent: css }))
        for (const font of document.fonts) void font.load()
      },
      missing.map(({ css }) => css).join('\n'),
    )
    return page
  })
  next.page.catch(() => {}) // thrown when something is printed
}

/** The fonts that a browser does not have. */
async function fontsWithout(browser: Browser, fonts: readonly FontStyle[]): Promise<readonly FontStyle[]> {
  const installed = await families.get(browser)
  return fonts.filter(({ family, isInstallable }) => !(isInstallable && installed?.has(family)))
}

/** Prints HTML to PDF without running its scripts. Errors: Puppeteer's, also if the page crashes. */
export async function printPage(browser: Browser, { html, fonts }: PrintedContent): Promise<Uint8Array> {
  const page = await takeIdlePage(browser)
  let onCrash!: (error: Error) => void
  const crash = new Promise<never>((_, reject) => {
    onCrash = reject
  })
  crash.catch(() => {})
  page.once('error', onCrash)
  try {
    const missing = await fontsWithout(browser, fonts)
    const needless = missing.some(({ isInstallable }) => isInstallable) ? '' : installableFonts(fonts)
    const pdf = await Promise.race([crash, printContent(page, html.replace(needless, ''))])
    page.off('error', onCrash)
    idlePages.get(browser)?.push({ page: Promise.resolve(page), used: true })
    return pdf
  } catch (error) {
    await page.close().catch(() => {}) // it may have crashed
    throw error
  }
}

async function takeIdlePage(browser: Browser): Promise<Page> {
  const idle = idlePages.get(browser)?.pop()
  if (!idle) return disableScripts(await browser.newPage())
  const page = await idle.page
  // Otherwise the security policy of the previous content would still apply.
  if (idle.used) await page.goto('about:blank')
  return page
}

async function disableScripts(page: Page): Promise<Page> {
  await page.setJavaScriptEnabled(false)
  return page
}

async function printContent(page: Page, html: string): Promise<Uint8Array> {
  await page.setContent(html, { waitUntil: 'load', timeout: 0 })
  return page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true, timeout: 0 })
}
