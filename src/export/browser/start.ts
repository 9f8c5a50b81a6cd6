import { EnvironmentError } from '../../model/machine.ts'
import { type Child, startChild } from './child.ts'
import { browsers } from './find.ts'
import type { FoundBrowser } from './found.ts'

/** A browser whose process runs, and that has not answered yet. */
export interface Started {
  found: FoundBrowser
  sandbox: boolean
  child: Child
}

/** Starts the process of a browser. Errors: as `startChild`. */
export const start = (found: FoundBrowser, sandbox: boolean): Started => ({
  found,
  sandbox,
  child: startChild(found, sandbox),
})

/** Whether a browser gets a sandbox: on, unless the user gave it up, but for root, who has none. */
export const sandboxed = (asked?: boolean): boolean => asked ?? process.getuid?.() !== 0

/**
 * Starts the first browser of the machine before there is anything for it to do. `path` is the one that the user named.
 * Null where it cannot be started, which is told where it is needed.
 */
export async function startEarly(path: string | undefined, sandbox?: boolean): Promise<Started | null> {
  try {
    for await (const found of browsers(path)) return start(found, sandboxed(sandbox))
    return null
  } catch (error) {
    if (error instanceof EnvironmentError) return null
    throw error
  }
}
