import { spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { Builder, By, Capabilities, Key, Origin, type WebDriver } from 'selenium-webdriver'
import { type Engine, type EngineKind, type Tab, waitFor } from './engine.ts'
import { programOnPath } from './program-on-path.ts'

/** Returns the browser of the package, which is in a folder of the machine's kind: `x86_64-linux-gnu`. */
function findBrowser(): string | undefined {
  if (!existsSync('/usr/lib')) return undefined
  const paths = readdirSync('/usr/lib').map((kind) => join('/usr/lib', kind, 'webkit2gtk-4.1/MiniBrowser'))
  return paths.find((path) => existsSync(path))
}

/** WebKit for GTK, with the engine of Safari. */
export const webkit: EngineKind = {
  name: 'WebKit',
  from: 'the packages webkit2gtk-driver and xvfb of Debian',
  start: async ({ scripts }) => {
    const binary = findBrowser()
    const [driver, xvfb] = [programOnPath('WebKitWebDriver'), programOnPath('xvfb-run')]
    if (!binary || !driver || !xvfb) return null
    const args = ['--automation', `--enable-javascript=${scripts}`]
    const capabilities = new Capabilities({ browserName: 'MiniBrowser', 'webkitgtk:browserOptions': { binary, args } })
    return makeEngine(() => launch([xvfb, '-a', '-s', '-screen 0 1600x1200x24', driver], capabilities))
  },
}

interface Running {
  driver: WebDriver
  /** Ends the browser, the driver and the screen. */
  stop(): void
}

/** A browser that has not started after so long never does: it is started again. Units: milliseconds. */
const launchMs = 20_000

/** Starts a browser with a driver and a screen of its own: a driver that starts a second browser may wait for ever. */
async function launch([program = '', ...args]: string[], capabilities: Capabilities, tries = 3): Promise<Running> {
  const port = await freePort()
  const server = spawn(program, [...args, `--port=${port}`], { stdio: 'ignore', detached: true })
  const stop = () => {
    process.off('exit', stop)
    if (server.pid !== undefined && server.exitCode === null) process.kill(-server.pid)
  }
  process.on('exit', stop)
  try {
    const address = `http://127.0.0.1:${port}`
    await waitFor('the driver', async () => (await fetch(`${address}/status`)).ok || null)
    const driver = new Builder().usingServer(address).withCapabilities(capabilities).build()
    await Promise.race([driver.getSession(), refusal(launchMs)])
    return { driver, stop }
  } catch (error) {
    stop()
    if (tries <= 1) throw error
    return launch([program, ...args], capabilities, tries - 1)
  }
}

const refusal = (afterMs: number): Promise<never> =>
  new Promise((_, reject) => setTimeout(() => reject(new Error('the browser does not start')), afterMs).unref())

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}

/** Starts a browser for each page: one that is in the background draws nothing, and is not photographed. */
async function makeEngine(launchOne: () => Promise<Running>): Promise<Engine> {
  const first = await launchOne()
  const version = `WebKit ${(await first.driver.getCapabilities()).getBrowserVersion()}`
  first.stop()
  return {
    version,
    open: async (address, { width = 1280, height = 720 } = {}) => {
      const { driver, stop } = await launchOne()
      const tab = tabOf(driver, await driver.getWindowHandle())
      await tab.resize(width, height)
      await driver.get(address)
      return { ...tab, close: async () => stop() }
    },
    end: async () => {},
  }
}

/** `ArrowRight` is `ARROW_RIGHT`. */
const keyOf = (name: string): string =>
  name.length === 1
    ? name
    : (Key as unknown as Record<string, string>)[name.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase()]!

function tabOf(driver: WebDriver, handle: string): Tab {
  const here = () => driver.switchTo().window(handle)
  const run = async <T>(script: string): Promise<T> => {
    await here()
    return driver.executeScript<T>(`return ${script}`)
  }
  return {
    run,
    press: async (...keys) => {
      await here()
      for (const key of keys) await driver.actions().sendKeys(keyOf(key)).perform()
    },
    click: async (selector) => {
      await here()
      await driver.findElement(By.css(selector)).click()
    },
    drag: async ([x, y], [toX, toY]) => {
      await here()
      const mouse = driver.actions().move({ x, y, origin: Origin.VIEWPORT }).press()
      await mouse
        .move({ x: (x + toX) / 2, y: (y + toY) / 2 })
        .move({ x: toX, y: toY })
        .release()
        .perform()
    },
    resize: async (width, height) => {
      // The window has a bar above the page.
      const [w, h] = await run<[number, number]>('[outerWidth - innerWidth, outerHeight - innerHeight]')
      await driver
        .manage()
        .window()
        .setRect({ width: width + w, height: height + h, x: 0, y: 0 })
    },
    opened: async (act) => {
      const before = new Set(await driver.getAllWindowHandles())
      await act()
      const fresh = async () => (await driver.getAllWindowHandles()).find((one) => !before.has(one))
      return tabOf(driver, await waitFor('a window', fresh))
    },
    print: async () => null,
    screenshot: async () => {
      await here()
      return Buffer.from(await driver.takeScreenshot(), 'base64')
    },
    close: async () => {
      await here()
      await driver.close()
    },
  }
}
