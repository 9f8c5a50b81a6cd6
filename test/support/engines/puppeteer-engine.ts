import type { Browser, KeyInput, LaunchOptions, Page } from 'puppeteer-core'
import { type Engine, type Tab, waitFor } from './engine.ts'

/** The part of puppeteer that starts a browser: an old browser needs one of its own age. */
export interface Launcher {
  launch(options: LaunchOptions): Promise<Browser>
}

/** Starts a browser that puppeteer drives. `scripts`: whether the pages may run theirs. */
export async function startPuppeteer(launcher: Launcher, options: LaunchOptions, scripts: boolean): Promise<Engine> {
  const browser = await launcher.launch({ ...options, defaultViewport: null })
  return {
    version: await browser.version(),
    open: async (address, { width = 1280, height = 720 } = {}) => {
      const page = await browser.newPage()
      // Firefox has a setting for that instead.
      if (!scripts && options.browser !== 'firefox') await page.setJavaScriptEnabled(false)
      await page.setViewport({ width, height })
      await page.goto(address, { waitUntil: 'load' })
      return tabOf(page, browser)
    },
    end: () => browser.close(),
  }
}

function tabOf(page: Page, browser: Browser): Tab {
  return {
    run: <T>(script: string) => page.evaluate(script) as Promise<T>,
    press: async (...keys) => {
      await page.bringToFront()
      for (const key of keys) await page.keyboard.press(key as KeyInput)
    },
    click: (selector) => page.click(selector),
    drag: async (from, to) => {
      await page.mouse.move(...from)
      await page.mouse.down()
      await page.mouse.move(...to, { steps: 5 })
      await page.mouse.up()
    },
    resize: (width, height) => page.setViewport({ width, height }),
    opened: async (act) => {
      const before = new Set(await browser.pages())
      await act()
      const fresh = async () => (await browser.pages()).find((one) => !before.has(one))
      return tabOf(await waitFor('a window', fresh), browser)
    },
    print: async () => page.pdf({ preferCSSPageSize: true, printBackground: true, timeout: 0 }),
    screenshot: async () => page.screenshot(),
    close: () => page.close(),
  }
}
