import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { atEndOfFile } from './end-of-file.ts'

/** Makes a temporary folder; it goes when the test file ends. Shape: a real path; `name` says whose it is. */
export function temporaryFolder(name = 'test'): string {
  const path = realpathSync(mkdtempSync(join(tmpdir(), `korme-${name}-`)))
  atEndOfFile(() => rmSync(path, { recursive: true, force: true }))
  return path
}
