import { readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The absolute path of the project. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '../..')

/** Returns the absolute path of a file of the project. */
export const pathTo = (...parts) => join(root, ...parts)

/** Returns all files below a folder whose names have the ending, sorted, as paths from the root of the project. */
export async function filesBelow(folder, ending) {
  const names = await readdir(pathTo(folder), { recursive: true })
  return names
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name))
    .sort()
}
