import type { BrowserProcess } from '../export/browser/browser-process.ts'
import { prestartBrowser } from '../export/browser/prestart-browser.ts'
import { parseCommandLine } from './parse-args.ts'

/**
 * Starts the browser that a command line prints with, before the program is loaded: both take their time at once. Null
 * where nothing is printed, and where it cannot be started, which the program finds out and tells.
 */
export async function prestartBrowserFor(argv: readonly string[]): Promise<BrowserProcess | null> {
  const { command, flags } = parseCommandLine(argv)
  const has = (name: string) => flags.some((flag) => flag.name === name)
  const prints = command === 'pdf' || command === 'handout' || (command === 'build' && (has('pdf') || has('handout')))
  if (!prints || has('help')) return null
  const path = flags.findLast(({ name }) => name === 'browser')?.value
  return prestartBrowser(path, has('no-sandbox') ? false : undefined)
}
