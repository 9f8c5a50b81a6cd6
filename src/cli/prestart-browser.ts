import type { BrowserProcess } from '../export/browser/browser-process.ts'
import { prestartBrowser } from '../export/browser/prestart-browser.ts'
import { parseCommandLine } from './parse-args.ts'
import { isProbablyUnchanged } from './unchanged-call.ts'

/**
 * Starts the browser for a command line that prints, so that it starts while the program is loading. Null if nothing is
 * printed, if the same call has printed the same before, or if no browser starts: the program then finds that out.
 */
export async function prestartBrowserFor(argv: readonly string[]): Promise<BrowserProcess | null> {
  const { command, flags } = parseCommandLine(argv)
  const has = (name: string) => flags.some((flag) => flag.name === name)
  const prints = command === 'pdf' || command === 'handout' || (command === 'build' && (has('pdf') || has('handout')))
  if (!prints || has('help') || has('jobs') || (await isProbablyUnchanged(argv))) return null
  const path = flags.findLast(({ name }) => name === 'browser')?.value
  return prestartBrowser(path, has('no-sandbox') ? false : undefined)
}
