import puppeteer, { type Browser, type LaunchOptions } from 'puppeteer-core'
import type { TestProject } from 'vitest/node'
import { launchFlags } from '../../src/export/browser/launch-flags.ts'
import { findBrowser } from '../../src/export/browser.ts'
import { slowestMs } from './slowest.ts'

/** The browsers that the tests of one worker share, by their addresses; null if one did not start. */
export interface SharedBrowsers {
  /** Started as the program starts it: it reaches no server. */
  offline: string | null
  /** Reaches the servers of this machine, as readers' browsers do. */
  online: string | null
}

declare module 'vitest' {
  interface ProvidedContext {
    sharedBrowsers: SharedBrowsers[]
  }
}

/**
 * Starts two browsers for each worker, which lends them to one test file after another: starting one for each file takes
 * longer than many a test. A worker has its own, so that a crash fails one file; later files then start theirs.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const executable = await findBrowser()
  const { env, isHeadlessShell, path: executablePath } = executable
  const sandbox = process.getuid?.() !== 0
  const running: Browser[] = []
  const start = async (options: LaunchOptions): Promise<string | null> => {
    try {
      const browser = await puppeteer.launch({ executablePath, env: { ...process.env, ...env }, ...options })
      running.push(browser)
      return browser.wsEndpoint()
    } catch {
      return null // the test files start their own, and say what is wrong
    }
  }
  const offlineFlags = launchFlags(executable, '', sandbox).filter(
    (flag) => !/^--(?:remote-debugging|user-data-dir)/.test(flag),
  )
  const startBoth = async (): Promise<SharedBrowsers> => ({
    offline: await start({
      timeout: slowestMs,
      ignoreDefaultArgs: true,
      args: ['--remote-debugging-port=0', ...offlineFlags],
    }),
    online: await start(onlineOptions(isHeadlessShell)),
  })
  const workers = Math.max(1, Number(project.config.maxWorkers) || 1)
  project.provide('sharedBrowsers', await Promise.all(Array.from({ length: workers }, startBoth)))
  return async () => {
    await Promise.all(running.map((browser) => browser.close().catch(() => browser.process()?.kill('SIGKILL'))))
  }
}

/** How a browser is started that reaches the servers of this machine. */
export const onlineOptions = (isHeadlessShell: boolean): LaunchOptions => ({
  timeout: slowestMs,
  headless: isHeadlessShell ? 'shell' : true,
  args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-dev-shm-usage'],
})
