import { KormeError } from '../../model/errors.ts'
import { type BrowserProcess, startBrowserProcess } from './browser-process.ts'
import { findBrowsers } from './find-browser.ts'

/** Whether a browser runs in a sandbox: unless the user turned it off, or is root, who has none. */
export const usesSandbox = (requested?: boolean): boolean => requested ?? process.getuid?.() !== 0

/**
 * Starts the first browser of the machine, for printing, before there is work for it. `path` is the one that the user named.
 * Returns null if it cannot be started; `startBrowser` reports why.
 */
export async function prestartBrowser(path: string | undefined, sandbox?: boolean): Promise<BrowserProcess | null> {
  try {
    for await (const executable of findBrowsers(path))
      return startBrowserProcess(executable, { sandbox: usesSandbox(sandbox), withFonts: true })
    return null
  } catch (error) {
    if (error instanceof KormeError) return null
    throw error
  }
}
