import { basename, dirname } from 'node:path'
import { KormeError } from '../../model/errors.ts'
import type { Lang } from '../../model/lang.ts'
import { limits } from '../../model/limits.ts'
import type { NewDeckRequest } from '../../model/wire/edit-service.ts'
import { shortPath } from '../../report/short-path.ts'
import { createDeck, deckStem, freeDeckName, freeDeckPath } from '../../samples/create-deck.ts'
import { disk } from '../../system/disk.ts'
import { isInside } from '../../system/inside.ts'
import { errorReason } from '../../system/system-error.ts'
import { EditRefused } from './edit-refused.ts'
import { readRefusal, writeRefusal } from './write-refusal.ts'

/**
 * Writes a new deck of a sample into a folder. Returns its path.
 * Shape:  `words` is the language in which editors of text explain its fields.
 * Errors: `EditRefused`.
 */
export async function makeNewDeck(
  { name, title, sample, lang }: NewDeckRequest,
  folder: string,
  words: Lang,
): Promise<string> {
  try {
    return (await createDeck({ name: name.trim(), title, folder, sample, lang, words })).path
  } catch (error) {
    throw await nameRefusal(error, name, folder)
  }
}

/**
 * Copies a deck to a new name in its folder. Returns the path of the copy.
 * Shape:  `root` is the real path of its project.
 * Errors: `EditRefused`.
 */
export const copyDeck = (path: string, name: string, root: string): Promise<string> => copyAs(path, name, root, null)

/** Copies a deck; its new name may be like that of the deck `own`. */
async function copyAs(path: string, name: string, root: string, own: string | null): Promise<string> {
  const { bytes, mode } = await readWhole(path, root)
  try {
    const target = await freeDeckPath(deckStem(name.trim()), dirname(path), own)
    if (target !== own) await disk.writeNew(target, bytes, mode)
    return target
  } catch (error) {
    throw await nameRefusal(error, name, dirname(path))
  }
}

/**
 * Gives a deck another name, as `copyDeck`: the file is never missing under both. The new name may differ in capital letters
 * only; a deck that is called so already stays.
 */
export async function renameDeck(path: string, name: string, root: string): Promise<string> {
  const target = await copyAs(path, name, root, path)
  if (target === path) return path
  try {
    await disk.remove(path)
    return target
  } catch (error) {
    await disk.remove(target)
    throw writeRefusal(error, shortPath(path))
  }
}

async function readWhole(path: string, root: string): Promise<{ bytes: Uint8Array; mode: number }> {
  const file = shortPath(path)
  try {
    const real = await disk.realPath(path)
    if (real !== null && !isInside(real, root)) throw new EditRefused({ code: 'edit-outside-project', file })
    const read = await disk.read(path, limits.deckBytes)
    if (!('bytes' in read)) throw new EditRefused({ code: 'edit-text-unreadable', file })
    return { bytes: read.bytes, mode: (await disk.stat(path))?.mode ?? 0o644 }
  } catch (error) {
    throw readRefusal(error, file)
  }
}

async function nameRefusal(error: unknown, given: string, folder: string): Promise<unknown> {
  const name = given.trim()
  const fault = error instanceof KormeError ? error.fault : null
  if (fault?.code === 'deck-name-unfit') return new EditRefused({ code: 'edit-name-unfit', name })
  const isTaken = fault?.code === 'deck-exists' || errorReason(error) === 'EEXIST'
  if (!isTaken) return writeRefusal(error, shortPath(folder))
  const stem = deckStem(name)
  const file = fault?.code === 'deck-exists' ? basename(fault.path) : `${stem}.json`
  const free = await freeDeckName(stem, folder)
  return new EditRefused({ code: 'edit-name-taken', name: stem, file, free }, { free })
}
