import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { cacheFolder } from '../../src/system/cache-folder.ts'

/** Installs packages that only long runs need into the cache. Returns their folder; null if they cannot be had. */
export async function installPackages(name: string, packages: readonly string[]): Promise<string | null> {
  const folder = join(cacheFolder(), 'verify', name)
  const isThere = () =>
    packages.every((one) =>
      existsSync(join(folder, 'node_modules', one.slice(0, one.lastIndexOf('@')), 'package.json')),
    )
  if (isThere()) return folder
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const args = ['install', '--prefix', folder, '--no-save', '--ignore-scripts', ...packages]
  await promisify(execFile)('npm', args).catch(() => null)
  return isThere() ? folder : null
}
