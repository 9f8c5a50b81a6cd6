/** A browser that may be launched. */
export interface BrowserExecutable {
  /** Absolute. */
  path: string
  /** A headless shell, which starts and prints two to three times faster than a whole browser. */
  isHeadlessShell: boolean
  /** Who named it: the flag, a variable, or the place where it was found. */
  source: BrowserSource
  /** Added to the environment of its process. */
  env: Readonly<Record<string, string>>
}

export type BrowserSource =
  | 'flag'
  | 'PUPPETEER_EXECUTABLE_PATH'
  | 'CHROME_PATH'
  | 'path'
  | 'puppeteer'
  | 'package'
  | 'installed'

/** The machine as the finder sees it; tests bring their own. */
export interface MachineInfo {
  platform: NodeJS.Platform
  arch: string
  env: NodeJS.ProcessEnv
  home: string
}
