/** What a page is opened with. Units: px of the window. */
export interface TabOptions {
  width?: number
  height?: number
}

/** A page in a browser. Scripts are expressions, which run in the page whether its own scripts may run or not. */
export interface Tab {
  run<T>(script: string): Promise<T>
  /** Presses keys by their names, one after the other: `ArrowRight`, `o`. */
  press(...keys: string[]): Promise<void>
  click(selector: string): Promise<void>
  /** Draws a line with the mouse. Units: px of the window. */
  drag(from: [number, number], to: [number, number]): Promise<void>
  resize(width: number, height: number): Promise<void>
  /** The window that the page opens when `act` is done. */
  opened(act: () => Promise<void>): Promise<Tab>
  /** The PDF that the browser prints; null if it cannot be asked for one. */
  print(): Promise<Uint8Array | null>
  screenshot(): Promise<Uint8Array>
  close(): Promise<void>
}

/** A browser that is running. */
export interface Engine {
  /** Shape: `firefox 153.8.0`. */
  version: string
  open(address: string, options?: TabOptions): Promise<Tab>
  end(): Promise<void>
}

/** A kind of browser. `start` returns null if it is not on this machine and cannot be had. */
export interface EngineKind {
  name: string
  /** What to install where `start` returns null. */
  from: string
  start(options: { scripts: boolean }): Promise<Engine | null>
}

/** What takes longer will not come: the machine may be busy. Units: milliseconds. */
const patienceMs = 20_000

/** Waits until a check gives a value. Errors: it gave none for a minute; the last error of the check. */
export async function waitFor<T>(what: string, check: () => Promise<T | null | undefined>): Promise<T> {
  const end = Date.now() + patienceMs
  let failure: unknown
  while (Date.now() < end) {
    try {
      const value = await check()
      if (value !== null && value !== undefined) return value
    } catch (error) {
      // A page that is loaded again has no scripts for a moment.
      failure = error
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`waited in vain for ${what}`, { cause: failure })
}

/** Waits until an expression is true in a page. */
export const until = (tab: Tab, script: string): Promise<true> =>
  waitFor(script, async () => (await tab.run(`Boolean(${script})`)) || null)
