import { isAbsolute, relative, sep } from 'node:path'
import type { Files } from '../model/files.ts'

/** Whether a real path is a real folder or lies inside it. */
export function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return !(way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way))
}

/** Returns the real path of a folder, or null if there is no such folder. */
export async function realFolder(path: string, files: Files): Promise<string | null> {
  const real = await files.realPath(path)
  return real !== null && (await files.stat(real))?.kind === 'folder' ? real : null
}

/** Returns a path relative to the project's root with forward slashes, as messages show it on every system. */
export const displayPath = (root: string, path: string): string => relative(root, path).split(sep).join('/')
