import { basename, dirname, join, relative } from 'node:path'
import { stemOf } from '../../load/deck-files.ts'
import { limits } from '../../model/limits.ts'
import type { RemovedDeck } from '../../model/wire/edit-service.ts'
import { shortPath } from '../../report/short-path.ts'
import { freeDeckName, freeDeckPath } from '../../samples/create-deck.ts'
import { disk } from '../../system/disk.ts'
import { sha256 } from '../../system/hash.ts'
import { isInside } from '../../system/inside.ts'
import { errorReason } from '../../system/system-error.ts'
import { EditRefused } from './edit-refused.ts'
import { timeStamp } from './kept-copies.ts'
import { readRefusal, writeRefusal } from './write-refusal.ts'

/** The folder of removed decks in a project. Korme deletes nothing in it. */
export const trashFolder = 'trash'

/** So many decks are listed, the newest first, and folders are searched so deep. */
const most = { decks: 50, depth: 6 }

/** How often a deck is moved again because another program has just saved it. */
const maxTries = 8

/** A deck in a trash. `back` is the path that it had. */
interface InTrash extends RemovedDeck {
  path: string
  back: string
}

/**
 * Moves a deck to the trash of its project: `decks/nurotan.json` becomes `trash/decks/2026-11-30.05-32-10.nurotan.json`. It is never
 * missing under both names, and what another program saves meanwhile is not lost. What it uses stays where it is.
 * Shape:  `root` is the real path of its project. Returns what lies in the trash.
 * Units:  `nowMs` in milliseconds since 1970; the name has local time.
 * Errors: `EditRefused`; the deck is then as it was.
 */
export async function moveToTrash(path: string, root: string, nowMs: number): Promise<RemovedDeck> {
  const file = shortPath(path)
  const folder = await disk.realPath(dirname(path))
  if (folder === null) throw new EditRefused({ code: 'edit-file-gone', file })
  if (!isInside(folder, root)) throw new EditRefused({ code: 'edit-outside-project', file })
  const trash = await openTrash(root)
  const target = join(trash, relative(root, folder))
  for (let tries = 0; tries < maxTries; tries++) {
    const { bytes, mode } = await readWhole(path)
    const kept = await writeFree(target, basename(path), { bytes, mode, nowMs })
    const now = await readWhole(path).catch(() => null)
    try {
      if (now && Buffer.compare(now.bytes, bytes) === 0) {
        await disk.remove(path)
        return publicOf(inTrash(kept, trash, root)!)
      }
    } catch (error) {
      await disk.remove(kept)
      throw writeRefusal(error, file)
    }
    await disk.remove(kept)
  }
  throw new EditRefused({ code: 'edit-file-busy', file })
}

/** Lists the decks in the trashes of projects, the newest first. `roots` are real paths. */
export const listTrash = async (roots: Iterable<string>): Promise<RemovedDeck[]> =>
  (await allIn(roots)).slice(0, most.decks).map(publicOf)

/**
 * Puts a deck from a trash back to where it was; under a name with a number if another deck is called so by now. Returns its
 * path. Errors: `EditRefused`; the deck is in the trash then.
 */
export async function putBack(id: string, roots: Iterable<string>): Promise<string> {
  const removed = (await allIn(roots)).find((one) => one.id === id)
  if (!removed || leaving.has(removed.path)) throw new EditRefused({ code: 'edit-deck-unknown' })
  const { path, back } = removed
  leaving.add(path)
  try {
    const { bytes, mode } = await readWhole(path)
    await disk.makeFolder(dirname(back))
    const target = await freePath(back)
    await disk.writeNew(target, bytes, mode)
    await disk.remove(path)
    return target
  } catch (error) {
    throw error instanceof EditRefused ? error : writeRefusal(error, shortPath(back))
  } finally {
    leaving.delete(path)
  }
}

/** Decks that are being put back: who hears that they are in the list again must not find them in the trash, too. */
const leaving = new Set<string>()

/** The path itself if nothing is called so, else one like it. */
async function freePath(path: string): Promise<string> {
  const folder = dirname(path)
  const stem = stemOf(path)
  const isTaken = await freeDeckPath(stem, folder).then(
    async () => (await disk.stat(path)) !== null,
    () => true,
  )
  return isTaken ? join(folder, `${await freeDeckName(stem, folder)}.json`) : path
}

async function openTrash(root: string): Promise<string> {
  const folder = join(root, trashFolder)
  try {
    await disk.makeFolder(folder)
    const real = await disk.realPath(folder)
    if (real !== null && isInside(real, root)) return real
  } catch (error) {
    throw writeRefusal(error, shortPath(folder))
  }
  throw new EditRefused({ code: 'edit-outside-project', file: shortPath(folder) })
}

async function readWhole(path: string): Promise<{ bytes: Uint8Array; mode: number }> {
  try {
    const read = await disk.read(path, limits.deckBytes)
    if (!('bytes' in read)) throw new EditRefused({ code: 'edit-text-unreadable', file: shortPath(path) })
    return { bytes: read.bytes, mode: (await disk.stat(path))?.mode ?? 0o644 }
  } catch (error) {
    throw readRefusal(error, shortPath(path))
  }
}

async function writeFree(
  folder: string,
  name: string,
  { bytes, mode, nowMs }: { bytes: Uint8Array; mode: number; nowMs: number },
): Promise<string> {
  const stamp = timeStamp(new Date(nowMs))
  for (let n = 1; ; n++) {
    const path = join(folder, `${stamp}${n === 1 ? '' : `-${n}`}.${name}`)
    try {
      await disk.makeFolder(folder)
      await disk.writeNew(path, bytes, mode)
      return path
    } catch (error) {
      if (errorReason(error) !== 'EEXIST') throw writeRefusal(error, shortPath(path))
    }
  }
}

async function allIn(roots: Iterable<string>): Promise<InTrash[]> {
  const found: InTrash[] = []
  for (const root of new Set(roots)) {
    const trash = await disk.realPath(join(root, trashFolder))
    if (trash === null || !isInside(trash, root)) continue
    for (const path of await filesBelow(trash, most.depth)) {
      const one = inTrash(path, trash, root)
      if (one && !leaving.has(path)) found.push(one)
    }
  }
  return found.sort((a, b) => b.removedMs - a.removedMs || b.path.localeCompare(a.path))
}

/** Links are not followed. */
async function filesBelow(folder: string, depth: number): Promise<string[]> {
  if (depth === 0) return []
  const entries = await disk.list(folder).catch(() => [])
  const lists = entries.map(async ({ name, kind }) => {
    const path = join(folder, name)
    return kind === 'file' ? [path] : kind === 'folder' ? filesBelow(path, depth - 1) : []
  })
  return (await Promise.all(lists)).flat()
}

const stamped = /^(\d{4})-(\d\d)-(\d\d)\.(\d\d)-(\d\d)-(\d\d)(?:-\d+)?\.(.+)$/

/** What a file in a trash was; null for one that nobody has removed here. */
function inTrash(path: string, trash: string, root: string): InTrash | null {
  const [, ...parts] = stamped.exec(basename(path)) ?? []
  const name = parts.pop()
  if (name === undefined || !/\.json(?:\.txt)?$/i.test(name)) return null
  const [year = 0, month = 1, day, hours, minutes, seconds] = parts.map(Number)
  const back = join(root, relative(trash, dirname(path)), name)
  const removedMs = new Date(year, month - 1, day, hours, minutes, seconds).getTime()
  return { id: sha256(path).slice(0, 32), file: shortPath(back), removedMs, path, back }
}

const publicOf = ({ id, file, removedMs }: InTrash): RemovedDeck => ({ id, file, removedMs })
