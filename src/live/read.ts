import { stat } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { readDeck } from '../load/deck.ts'
import { EnvironmentError } from '../model/machine.ts'
import type { DeckFile } from '../model/project.ts'

/** A deck's file as it is now, or why it cannot be read. */
export type Reading = { file: DeckFile } | { fault: EnvironmentError['fault'] }

export async function readNow(path: string): Promise<Reading> {
  try {
    return { file: await readDeck(path) }
  } catch (error) {
    if (error instanceof EnvironmentError) return { fault: error.fault }
    throw error
  }
}

/** How a file that is just being written is told from one that is broken. Units: milliseconds. */
const patience = { quiet: 100, gone: 300, longest: 2000, step: 20 }

/**
 * Whether a reading that cannot be shown may be half of a save: the file changed a moment ago, or is empty or gone, as it
 * is for an instant while an editor replaces it. `since` is when the first such reading was made.
 */
export async function mayBeHalf(path: string, reading: Reading, since: number): Promise<boolean> {
  const waited = Date.now() - since
  if (waited >= patience.longest) return false
  const none = !('file' in reading) || reading.file.bytes.length === 0
  if (none && waited < patience.gone) return true
  const changed = await stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  )
  return Date.now() - changed < patience.quiet
}

/** A moment, before the file is read again. */
export const moment = (): Promise<void> => wait(patience.step)
