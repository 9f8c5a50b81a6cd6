import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { atEndOfFile } from '../support/end-of-file.ts'

/** A temporary folder with these files; it goes when the test is over. Shape: a real path. */
export function folder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'korme-test-')))
  const remove = () => rmSync(root, { recursive: true, force: true })
  onTestFinished(remove)
  atEndOfFile(remove) // something may still have been written
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    if (!name.endsWith('/')) writeFileSync(join(root, name), content)
    else mkdirSync(join(root, name), { recursive: true })
  }
  return root
}

/** Whether this process is refused what the modes of files refuse: the administrator is not. */
export const modesHold = process.platform !== 'win32' && process.getuid?.() !== 0

/** The fault of a failure that a piece of work ends in. */
export async function faultOf(work: Promise<unknown>): Promise<{ fault: unknown; exitCode: unknown }> {
  const error = await work.then(
    () => null,
    (error: unknown) => error as { fault: unknown; exitCode: unknown },
  )
  return { fault: error?.fault, exitCode: error?.exitCode }
}
