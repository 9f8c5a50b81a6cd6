import { lstat, readdir, realpath } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { KormeError } from '../model/errors.ts'
import type { DeckSource } from '../model/project.ts'
import { isInside } from '../system/inside.ts'
import { type FileReadResult, readRegularFile } from '../system/regular-file.ts'
import { errorReason, isNotFound } from '../system/system-error.ts'
import { findProject } from './project.ts'

/** The largest deck that is read. */
export const maxDeckFileBytes = 64_000_000

/**
 * Reads one deck as it lies on the disk. `root` is the project's, where it was named.
 *
 * Errors: `file-missing`, `file-is-folder`, `file-not-regular`, `file-link-outside` (exit code 2), `file-too-large` (1),
 *         `file-unreadable` (3).
 */
export async function readDeckFile(path: string, root?: string): Promise<DeckSource> {
  if (await linksOutside(path, root)) throw new KormeError({ code: 'file-link-outside', path }, 2)
  const read = await readRegularFile(resolve(path), maxDeckFileBytes).catch((error: unknown): never => {
    if (isNotFound(error)) throw new KormeError({ code: 'file-missing', path }, 2)
    throw new KormeError({ code: 'file-unreadable', path, reason: errorReason(error) })
  })
  if ('refused' in read) throw refusalError(path, read)
  return { name: path, path: resolve(path), stem: stemOf(path), bytes: read.bytes }
}

/** Whether a deck is a link out of its project: what others put into a folder must not bring in what they cannot see. */
async function linksOutside(path: string, root: string | undefined): Promise<boolean> {
  const stats = await lstat(path).catch(() => null)
  if (!stats?.isSymbolicLink()) return false
  const real = await realpath(path).catch(() => null)
  const project = await findProject(path, root === undefined ? {} : { root })
  return real !== null && !isInside(real, await realpath(project.root))
}

function refusalError(path: string, read: Exclude<FileReadResult, { bytes: Uint8Array }>): KormeError {
  if (read.refused === 'folder') return new KormeError({ code: 'file-is-folder', path }, 2)
  if (read.refused === 'not-regular') return new KormeError({ code: 'file-not-regular', path }, 2)
  const { sizeBytes } = read
  return new KormeError({ code: 'file-too-large', path, sizeBytes, limitBytes: maxDeckFileBytes }, 1)
}

/** The name that outputs get: `nurotan` of `decks/nurotan.deck.json.txt`. */
export function stemOf(path: string): string {
  let stem = basename(resolve(path))
  while (/.\.(?:deck|json|txt)$/i.test(stem)) stem = stem.slice(0, stem.lastIndexOf('.'))
  return stem
}

/**
 * The decks of a folder, `*.json` in the order of their names, where numbers count as such: `2.json` before `10.json`. None
 * where there is no such folder.
 */
export async function listDecks(folder: string): Promise<string[]> {
  try {
    const names = await readdir(folder)
    return names
      .filter((name) => /^[^.].*\.json$/i.test(name))
      .sort(new Intl.Collator('en', { numeric: true }).compare)
      .map((name) => join(folder, name))
  } catch (error) {
    if (isNotFound(error)) return []
    throw new KormeError({ code: 'file-unreadable', path: folder, reason: errorReason(error) })
  }
}
