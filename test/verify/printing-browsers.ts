import { type BrowserProcess, startBrowserProcess } from '../../src/export/browser/browser-process.ts'
import { findBrowser, thisMachine } from '../../src/export/browser/find-browser.ts'
import { packagedBrowser } from '../../src/export/browser/packaged-browser.ts'
import { usesSandbox } from '../../src/export/browser/prestart-browser.ts'
import { programOnPath } from '../support/engines/program-on-path.ts'

/** A browser that PDFs are printed with. `start` returns null if it is not on this machine. */
export interface PrintingBrowser {
  name: string
  /** What to install where `start` returns null. */
  from: string
  start(): Promise<BrowserProcess | null>
}

/** The browser that comes with the program, and one that is installed. */
export const printingBrowsers: readonly PrintingBrowser[] = [
  {
    name: 'packaged browser',
    from: 'the package @sparticuz/chromium on Linux',
    start: async () => {
      const found = await packagedBrowser(thisMachine())
      return found && startBrowserProcess(found, { sandbox: usesSandbox(), withFonts: false })
    },
  },
  {
    name: 'installed browser',
    from: 'the package chromium of Debian',
    start: async () => {
      const path = programOnPath('chromium') ?? programOnPath('google-chrome')
      return path === null
        ? null
        : startBrowserProcess(await findBrowser(path), { sandbox: usesSandbox(), withFonts: false })
    },
  },
]
