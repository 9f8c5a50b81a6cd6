import type { RunningBrowser } from './browser/connect-browser.ts'
import type { BrowserOptions } from './browser.ts'

/** One browser at a time, lent to several documents, and replaced after so many of them or when it has failed. */
export interface LentBrowsers {
  /** The browser that is lent next. */
  current(): Promise<RunningBrowser>
  /** Lends `use` the present browser. Errors: those of `use` and of the start. */
  lend<T>(use: (starting: Promise<RunningBrowser>) => Promise<T>): Promise<T>
  /** Starts another one, unless that was done already. */
  replace(failed: Promise<RunningBrowser>): void
  /** Ends all, and waits for their end. */
  stop(): Promise<void>
}

type Overrides = Pick<BrowserOptions, 'onSpawn' | 'prestarted'>

/** Starts the first browser. `start` starts each, `most` is the number of documents that one is lent to. */
export function lendBrowsers(
  start: (overrides: Overrides) => Promise<RunningBrowser>,
  most: number,
  first: Overrides,
): LentBrowsers {
  const started = new Map<Promise<RunningBrowser>, { begun: number; open: number }>()
  const begin = (overrides: Overrides) => {
    const starting = start(overrides)
    started.set(starting, { begun: 0, open: 0 })
    return starting
  }
  let current = begin(first)
  /** Stops a browser that was replaced, once nobody uses it. */
  const retire = async (starting: Promise<RunningBrowser>) => {
    if (starting === current || started.get(starting)!.open > 0) return
    await (await starting.catch(() => null))?.stop()
    started.delete(starting)
  }
  const replace = (old: Promise<RunningBrowser>) => {
    if (old !== current) return
    current = begin({})
    void retire(old)
  }
  return {
    current: () => current,
    replace,
    async lend(use) {
      if (started.get(current)!.begun >= most) replace(current)
      const lent = current
      const uses = started.get(lent)!
      uses.begun += 1
      uses.open += 1
      try {
        return await use(lent)
      } finally {
        uses.open -= 1
        void retire(lent)
      }
    },
    async stop() {
      await Promise.all([...started.keys()].map(async (starting) => (await starting.catch(() => null))?.stop()))
    },
  }
}
