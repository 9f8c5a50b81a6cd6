/** A browser that can be started. */
export interface BrowserExecutable {
  /** Absolute. */
  path: string
  /** A headless shell starts and prints two to three times faster than a full browser. */
  isHeadlessShell: boolean
  /** What named it: the flag, a variable, or the kind of place where it was found. */
  source: BrowserSource
  /** Added to the environment of its process. */
  env: Readonly<Record<string, string>>
}

/** Where a browser was found. */
export type BrowserSource =
  | 'flag'
  | 'PUPPETEER_EXECUTABLE_PATH'
  | 'CHROME_PATH'
  | 'path'
  | 'puppeteer'
  | 'package'
  | 'installed'

/** The machine on which browsers are searched; tests pass their own. */
export interface MachineInfo {
  platform: NodeJS.Platform
  arch: string
  env: NodeJS.ProcessEnv
  home: string
  /** The folder of temporary files. */
  temporary: string
}
