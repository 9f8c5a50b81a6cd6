import { KormeError } from '../../model/errors.ts'
import { type BrowserProcess, startBrowserProcess } from './browser-process.ts'
import type { BrowserExecutable } from './executable.ts'
import { browsers } from './find-browser.ts'

/** A browser whose process runs, and that has not answered yet. */
export interface StartedBrowser {
  executable: BrowserExecutable
  sandbox: boolean
  child: BrowserProcess
}

/** Starts the process of a browser. Errors: as `startChild`. */
export const startProcess = (executable: BrowserExecutable, sandbox: boolean): StartedBrowser => ({
  executable,
  sandbox,
  child: startBrowserProcess(executable, sandbox),
})

/** Whether a browser gets a sandbox: on, unless the user gave it up, but for root, who has none. */
export const usesSandbox = (asked?: boolean): boolean => asked ?? process.getuid?.() !== 0

/**
 * Starts the first browser of the machine before there is anything for it to do. `path` is the one that the user named.
 * Null where it cannot be started, which is told where it is needed.
 */
export async function prestartBrowser(path: string | undefined, sandbox?: boolean): Promise<StartedBrowser | null> {
  try {
    for await (const executable of browsers(path)) return startProcess(executable, usesSandbox(sandbox))
    return null
  } catch (error) {
    if (error instanceof KormeError) return null
    throw error
  }
}
