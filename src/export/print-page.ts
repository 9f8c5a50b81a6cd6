import type { Browser, Page } from 'puppeteer-core'

/** A page that is not printing. */
interface IdlePage {
  page: Promise<Page>
  /** Whether it still holds what was printed with it. */
  used: boolean
}

/**
 * Pages are reused: a new one costs a process, and Puppeteer takes 100 ms to close one (24.43.1).
 */
const idlePages = new WeakMap<Browser, IdlePage[]>()

/** Prepares the page that a browser starts with: a dozen messages to and fro that pass while the deck is laid out. */
export function prepareFirstPage(browser: Browser): void {
  const page = browser.pages().then(async ([first]) => disableScripts(first ?? (await browser.newPage())))
  page.catch(() => {}) // thrown when something is printed
  idlePages.set(browser, [{ page, used: false }])
}

/** Loads fonts into the page that will be printed first; it keeps them when its content is replaced. */
export function preloadFontsIn(browser: Browser, style: string): void {
  const next = idlePages.get(browser)?.at(-1)
  if (!next || next.used) return
  next.page = next.page.then(async (page) => {
    await page.evaluate((css) => {
      document.head.append(Object.assign(document.createElement('style'), { textContent: css }))
      for (const font of document.fonts) void font.load()
    }, style)
    return page
  })
  next.page.catch(() => {}) // thrown when something is printed
}

/** Prints HTML to PDF without running its scripts. Errors: Puppeteer's, also if the page crashes. */
export async function printPage(browser: Browser, html: string): Promise<Uint8Array> {
  const page = await takeIdlePage(browser)
  let onCrash!: (error: Error) => void
  const crash = new Promise<never>((_, reject) => {
    onCrash = reject
  })
  crash.catch(() => {})
  page.once('error', onCrash)
  try {
    const pdf = await Promise.race([crash, printContent(page, html)])
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
