import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'

/**
 * Makes a folder with all that are missing above it. Gives whether it was not there.
 *
 * Not by `mkdir({ recursive: true })`: where a folder that is there says that it is not, as `/proc` does, that tries again
 * for ever (Node 20.20).
 * Errors: those of the system, such as ENOENT, EACCES.
 */
export async function makeFolder(path: string, mode?: number): Promise<boolean> {
  const missing: string[] = []
  for (let at = resolve(path); !existsSync(at) && dirname(at) !== at; at = dirname(at)) missing.unshift(at)
  for (const folder of missing) {
    await mkdir(folder, mode).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error // made by another in the meantime, or a link that leads nowhere
    })
  }
  return missing.length > 0
}
