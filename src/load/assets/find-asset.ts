import { join, resolve } from 'node:path'
import type { Files } from '../../model/files.ts'
import { displayPath, isInside } from '../../system/inside.ts'
import type { DirectoryIndex } from './directory-index.ts'
import { isAbsoluteDiskPath } from './url-scheme.ts'

/** Where a deck's paths are looked up. Shape: real paths. */
export interface SearchRoots {
  files: Files
  root: string
  deckFolder: string
}

export type FindResult = { file: string } | { missing: 'nowhere' | 'outside' }

/**
 * Finds the file that a path means, inside the project only; links are followed before that is decided.
 *
 * Shape: every way staff write one: `/img/a.png`, `static/img/a.png`, `//static/img/a.png//`, `img\a.png`, `a%20b.png`,
 * `../static/img/a.png` from the deck, other case, blanks around it. `looked` gets every path that was looked at.
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
 * Absolute paths to try for each spelling, the likeliest first: a leading slash means the project, none the deck's own
 * folder.
 */
function candidatePaths(path: string, { root, deckFolder }: SearchRoots): string[][] {
  const rooted = /^\s*[/\\]/.test(path)
  const ours = [root, join(root, 'static'), join(root, 'static', 'img')]
  const bases = rooted ? [...ours, deckFolder] : [deckFolder, ...ours]
  return spellings(path).map((spelling) => bases.map((base) => resolve(base, spelling)))
}

/** The path with plain slashes and none at its ends: as it stands, then with `%20` and its like decoded. */
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
