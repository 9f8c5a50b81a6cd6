import { realpath, stat } from 'node:fs/promises'
import { isAbsolute, relative, sep } from 'node:path'

/** Whether a real path lies in a real folder, or is it. */
export function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return !(way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way))
}

/** The real path of a folder, links followed; null where there is none. */
export async function realFolder(path: string): Promise<string | null> {
  try {
    const real = await realpath(path)
    return (await stat(real)).isDirectory() ? real : null
  } catch {
    return null
  }
}

/** A path from the root of the project with plain slashes, as messages show it on every system. */
export const displayPath = (root: string, path: string): string => relative(root, path).split(sep).join('/')
