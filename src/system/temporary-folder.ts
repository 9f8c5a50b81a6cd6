import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { KormeError, type MachineFault } from '../model/errors.ts'
import { cacheFolder } from './cache-folder.ts'
import { cleanUpOnExit } from './clean-up-on-exit.ts'
import { errorReason } from './system-error.ts'

/** What a process left that was ended without a chance to clean up is removed after this time. */
const maxAgeMs = 86_400_000

/**
 * Creates a folder for one use, private to this user: among the temporary files of the system, or in the cache if there can
 * be none there. The caller removes it.
 * Errors: `temporary-folder-missing`.
 */
export function makeTemporaryFolder(prefix: string): string {
  try {
    return mkdtempSync(join(tmpdir(), prefix))
  } catch (error) {
    try {
      const spare = join(cacheFolder(), 'temporary')
      makeFolderSync(spare)
      removeOld(spare)
      return mkdtempSync(join(spare, prefix))
    } catch {
      throw new KormeError(temporaryFolderFault(errorReason(error)))
    }
  }
}

const cleanUps = new Map<string, () => void>()

/**
 * Creates a folder as `makeTemporaryFolder` does, which is removed when the process ends, or before by
 * `removeTemporaryFolder`. Errors: `temporary-folder-missing`.
 */
export function temporaryFolderUntilExit(prefix: string): string {
  const folder = makeTemporaryFolder(prefix)
  cleanUps.set(
    folder,
    cleanUpOnExit(() => rmSync(folder, { recursive: true, force: true })),
  )
  return folder
}

/** Removes a folder of `temporaryFolderUntilExit` with all that is in it. */
export function removeTemporaryFolder(folder: string): void {
  cleanUps.get(folder)?.()
  cleanUps.delete(folder)
  rmSync(folder, { recursive: true, force: true })
}

/** Says that the folder of temporary files cannot be used, for a reason such as `ENOSPC`. */
export const temporaryFolderFault = (reason: string): MachineFault => ({
  code: 'temporary-folder-missing',
  path: tmpdir(),
  reason,
  variable: process.platform === 'win32' ? 'TEMP' : 'TMPDIR',
})

/** Not `recursive`, for the reason in `make-folder.ts`. */
function makeFolderSync(folder: string): void {
  if (existsSync(folder)) return
  makeFolderSync(dirname(folder))
  mkdirSync(folder, 0o700)
}

function removeOld(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
    if (age > maxAgeMs) rmSync(path, { recursive: true, force: true })
  }
}
