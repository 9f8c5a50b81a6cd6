import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'

/**
 * Creates a folder and its missing parents. Returns whether it was missing.
 *
 * Not `mkdir({ recursive: true })`: below a folder that can hold none, such as `/proc`, it never returns (Node 20.20).
 * Errors: those of the system, such as ENOENT, EACCES.
 */
export async function makeFolder(path: string, mode?: number): Promise<boolean> {
  const missing: string[] = []
  for (let at = resolve(path); !existsSync(at) && dirname(at) !== at; at = dirname(at)) missing.unshift(at)
  for (const folder of missing) {
    await mkdir(folder, mode).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error // created by another process meanwhile, or a dangling link
    })
  }
  return missing.length > 0
}
