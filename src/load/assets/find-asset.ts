import { join, resolve } from 'node:path'
import type { Files } from '../../model/files.ts'
import { displayPath, isInside } from '../../system/inside.ts'
import type { DirectoryIndex } from './directory-index.ts'
import { isAbsoluteDiskPath } from './url-scheme.ts'

/** Where to look up the paths in a deck. Shape: real paths. */
export interface SearchRoots {
  files: Files
  root: string
  deckFolder: string
}

/** The real path of a file, or why there is none. */
export type FindResult = { file: string } | { missing: 'nowhere' | 'outside' }

/**
 * Finds the file that a path means. It must be inside the project after links are resolved.
 *
 * Shape: accepts every spelling that people use: `/img/a.png`, `static/img/a.png`, `//static/img/a.png//`, `img\a.png`,
 * `a%20b.png`, `../static/img/a.png` from the deck, another case, blanks around it. Adds all tried paths to `checkedPaths`.
 */
export async function findAssetFile(
  path: string,
  searchRoots: SearchRoots,
  directories: DirectoryIndex,
  checkedPaths = new Set<string>(),
): Promise<FindResult> {
  const all = candidatePaths(path, searchRoots)
  const inside = new Set(all.flat().filter((candidate) => isInside(candidate, searchRoots.root)))
  let outside = isAbsoluteDiskPath(path) || all.length === 0 || all.some(([first]) => !inside.has(first!))
  for (const candidate of inside) {
    checkedPaths.add(candidate)
    const real = await searchRoots.files.realPath(candidate)
    if (real === null) continue
    if (isInside(real, searchRoots.root)) return { file: real }
    outside = true
  }
  for (const candidate of inside) {
    const spelled = await directories.findIgnoringCase(
      searchRoots.root,
      displayPath(searchRoots.root, candidate).split('/'),
    )
    const real = spelled && (await searchRoots.files.realPath(spelled))
    if (!real) continue
    if (isInside(real, searchRoots.root)) return { file: real }
    outside = true
  }
  return { missing: outside ? 'outside' : 'nowhere' }
}

/**
 * Returns the absolute paths to try for each spelling, the most likely first: a leading slash means the project, none the
 * deck's own folder.
 */
function candidatePaths(path: string, { root, deckFolder }: SearchRoots): string[][] {
  const rooted = /^\s*[/\\]/.test(path)
  const projectFolders = [root, join(root, 'static'), join(root, 'static', 'img'), join(root, 'static', 'video')]
  const bases = rooted ? [...projectFolders, deckFolder] : [deckFolder, ...projectFolders]
  return spellings(path).map((spelling) => bases.map((base) => resolve(base, spelling)))
}

/** Returns the path with forward slashes and none at its ends, first as written, then with `%20` etc. decoded. */
function spellings(path: string): string[] {
  const plain = path
    .trim()
    .replace(/[/\\]+/g, '/')
    .replace(/^\/|\/$/g, '')
  if (plain.includes('\0') || /^[a-z]:/i.test(plain)) return []
  try {
    const decoded = decodeURIComponent(plain)
      .replace(/[/\\]+/g, '/')
      .replace(/^\/|\/$/g, '')
    return decoded === plain || decoded.includes('\0') ? [plain] : [plain, decoded]
  } catch {
    return [plain]
  }
}
