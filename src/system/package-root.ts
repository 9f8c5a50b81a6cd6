import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the program itself, the same from `src/` as from the bundle in `build/`. */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder)
    if (parent === folder) throw new Error('the program lies in no package')
    folder = parent
  }
  return folder
}

/** A script or style sheet of the browser as the bundle made it: `readClient('page.js')`. */
export function readClientFile(name: string): Promise<string> {
  return readFile(join(packageRoot(), 'build', 'client', name), 'utf8')
}
