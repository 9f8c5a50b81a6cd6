import { basename, isAbsolute, join, resolve } from 'node:path'
import { KormeError } from '../model/errors.ts'
import type { FileReadResult, Files } from '../model/files.ts'
import { limits } from '../model/limits.ts'
import type { DeckSource } from '../model/project.ts'
import { disk } from '../system/disk.ts'
import { isInside } from '../system/inside.ts'
import { errorReason, isNotFound } from '../system/system-error.ts'
import { findProject, type ProjectOptions } from './project.ts'

/**
 * Reads one deck file. `options` name its project, as for `findProject`.
 *
 * Errors: `file-missing`, `file-is-folder`, `file-not-regular`, `file-link-outside` (exit code 2), `file-too-large` (1),
 *         `file-unreadable` (3).
 */
export async function readDeckFile(
  path: string,
  options: Pick<ProjectOptions, 'root' | 'files'> = {},
): Promise<DeckSource> {
  if (await linksOutside(path, options)) throw new KormeError({ code: 'file-link-outside', path })
  const { files = disk } = options
  const read = await files.read(resolve(path), limits.deckBytes).catch((error: unknown): never => {
    if (isNotFound(error)) throw new KormeError({ code: 'file-missing', path })
    throw new KormeError({ code: 'file-unreadable', path, reason: errorReason(error) })
  })
  if ('refused' in read) throw refusalError(path, read)
  const twin = `${path}.txt`
  const hasTwin = /\.json$/i.test(path) && (await files.stat(resolve(twin)).catch(() => null))?.kind === 'file'
  const source = { name: path, path: resolve(path), stem: stemOf(path), bytes: read.bytes }
  return hasTwin ? { ...source, unusedTwin: basename(twin) } : source
}

/** Whether a deck is a link out of its project: a file that someone placed there must not reveal what they cannot read. */
async function linksOutside(path: string, options: ProjectOptions): Promise<boolean> {
  const { files = disk } = options
  if (!(await files.isLink(path))) return false
  const { root } = await findProject(path, options)
  const [real, realRoot] = await Promise.all([files.realPath(path), files.realPath(root)])
  return real !== null && !isInside(real, realRoot ?? root)
}

function refusalError(path: string, read: Exclude<FileReadResult, { bytes: Uint8Array }>): KormeError {
  if (read.refused === 'folder') return new KormeError({ code: 'file-is-folder', path })
  if (read.refused === 'not-regular') return new KormeError({ code: 'file-not-regular', path })
  const { sizeBytes } = read
  return new KormeError({ code: 'file-too-large', path, sizeBytes, limitBytes: limits.deckBytes })
}

/** Returns the name of a deck's outputs: `nurotan` for `decks/nurotan.deck.json.txt`. */
export function stemOf(path: string): string {
  let stem = basename(resolve(path))
  while (/.\.(?:deck|json|txt)$/i.test(stem)) stem = stem.slice(0, stem.lastIndexOf('.'))
  return stem
}

/**
 * Lists the decks of a folder, `*.json` sorted by name with numbers in numeric order: `2.json` before `10.json`. A missing
 * folder has none. Windows hides the end of `koktem.json.txt`: it is a deck unless `koktem.json` lies beside it.
 */
export async function listDecks(folder: string, files: Files = disk): Promise<string[]> {
  try {
    const entries = await files.list(folder)
    const names = entries.filter(({ kind }) => kind !== 'folder').map(({ name }) => name)
    const taken = new Set(names.map((name) => name.toLowerCase()))
    return names
      .filter((name) => /^[^.].*\.json(?:\.txt)?$/i.test(name))
      .filter((name) => !/\.txt$/i.test(name) || !taken.has(name.slice(0, -4).toLowerCase()))
      .sort(new Intl.Collator('en', { numeric: true }).compare)
      .map((name) => join(folder, name))
  } catch (error) {
    if (isNotFound(error)) return []
    throw new KormeError({ code: 'file-unreadable', path: folder, reason: errorReason(error) })
  }
}

const endings = ['.json', '.deck.json', '.json.txt', '.deck.json.txt', '.txt']

/**
 * Returns the deck file that a user means: the path itself, else with the ending that was left out, there or in `folder`.
 * Returns the path unchanged if there is no such file.
 */
export async function findDeckFile(path: string, folder: string, files: Files = disk): Promise<string> {
  const isFile = async (candidate: string) => (await files.stat(resolve(candidate)).catch(() => null))?.kind === 'file'
  if (path.trim() === '' || /[\\/]$/.test(path)) return path
  const bases = isAbsolute(path) ? [path] : [path, join(folder, path)]
  for (const base of bases) {
    for (const candidate of [base, ...endings.map((ending) => base + ending)]) {
      if (await isFile(candidate)) return candidate
    }
  }
  return path
}
