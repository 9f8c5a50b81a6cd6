import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Files } from '../model/files.ts'
import { disk } from './disk.ts'

/** Returns the folder of the program itself, whether it runs from `src/` or from the bundle in `build/`. */
export function packageRoot(): string {
  return (found ??= findPackageRoot())
}

let found: string | null = null

function findPackageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder)
    if (parent === folder) throw new Error('the program is not inside a package')
    folder = parent
  }
  return folder
}

/** Reads a script or style sheet of the browser's bundle: `readClientFile('page.js')`. */
export function readClientFile(name: string, files: Files = disk): Promise<string> {
  return files.readText(join(packageRoot(), 'build', 'client', name))
}
