import puppeteer, { type Browser, type BrowserContext } from 'puppeteer-core'
import { inject } from 'vitest'
import type { SharedBrowsers } from './shared-browsers.ts'

/** A browser for one test file. */
export interface BorrowedBrowser {
  /** What pages keep here is not shared with other test files. */
  context: BrowserContext
  /** Closes everything that the file has opened. */
  giveBack(): Promise<void>
}

/** A browser that does not answer for so long is taken for broken. Units: milliseconds. */
const connectMs = 30_000

/** Borrows the browser of this worker; null if there is none, or if it has crashed. */
export async function borrowBrowser(kind: keyof SharedBrowsers): Promise<BorrowedBrowser | null> {
  const shared = inject('sharedBrowsers') as readonly SharedBrowsers[] | undefined
  const address = shared?.[Number(process.env.VITEST_POOL_ID) - 1]?.[kind]
  return address ? borrowFrom(address) : null
}

/** Borrows the browser of an address; null if it does not answer. */
export async function borrowFrom(address: string): Promise<BorrowedBrowser | null> {
  const browser = await connect(address)
  if (!browser) return null
  const context = await browser.createBrowserContext()
  return {
    context,
    giveBack: async () => {
      const [, ...own] = browser.browserContexts() // the first cannot be closed
      await Promise.all(own.map((one) => one.close().catch(() => {})))
      await browser.disconnect()
    },
  }
}

async function connect(browserWSEndpoint: string): Promise<Browser | null> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, connectMs, null)
  })
  const connecting = puppeteer.connect({ browserWSEndpoint, defaultViewport: null }).catch(() => null)
  const browser = await Promise.race([connecting, late])
  clearTimeout(timer)
  return browser
}
