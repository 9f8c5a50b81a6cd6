/** A browser that may be launched. */
export interface FoundBrowser {
  /** Absolute. */
  path: string
  /** A headless shell, which starts and prints two to three times faster than a whole browser. */
  shell: boolean
  /** Who named it: the flag, a variable, or the place where it was found. */
  from: BrowserSource
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
export interface Machine {
  platform: NodeJS.Platform
  arch: string
  env: NodeJS.ProcessEnv
  home: string
}
