import { stat } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { readDeck } from '../load/read-deck.ts'
import { EnvironmentError } from '../model/machine.ts'
import type { DeckFile } from '../model/project.ts'

/** A deck's file as it is now, or why it cannot be read. */
export type Reading = { file: DeckFile } | { fault: EnvironmentError['fault'] }

export async function readNow(path: string, root?: string): Promise<Reading> {
  try {
    return { file: await readDeck(path, root) }
  } catch (error) {
    if (error instanceof EnvironmentError) return { fault: error.fault }
    throw error
  }
}

/** How a file that is just being written is told from one that is broken. Units: milliseconds. */
const patience = { quiet: 100, cut: 600, gone: 300, longest: 2000, step: 20 }

/** A reading that may be half of a save. */
export interface Doubtful {
  path: string
  reading: Reading
  /** It could be shown, but for its end: a disk that writes slowly may pause there. */
  cut: boolean
  /** When it was begun. */
  since: number
}

/**
 * Waits while a reading that cannot be shown may be half of a save: the file changed a moment ago, or is empty or gone, as
 * it is for an instant while an editor replaces it. True as soon as there is something else to read, or `stop` says so;
 * false where the reading is what the author left.
 */
export async function isWrittenOn(doubtful: Doubtful, stop: () => boolean): Promise<boolean> {
  while (await mayBeHalf(doubtful)) {
    await wait(patience.step)
    if (stop() || !sameReading(doubtful.reading, await readNow(doubtful.path))) return true
  }
  return false
}

async function mayBeHalf({ path, reading, cut, since }: Doubtful): Promise<boolean> {
  const waitedMs = Date.now() - since
  if (waitedMs >= patience.longest) return false
  const none = !('file' in reading) || reading.file.bytes.length === 0
  if (none && waitedMs < patience.gone) return true
  const changed = await stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  )
  return Date.now() - changed < (cut ? patience.cut : patience.quiet)
}

function sameReading(a: Reading, b: Reading): boolean {
  if ('file' in a && 'file' in b) return Buffer.compare(a.file.bytes, b.file.bytes) === 0
  return !('file' in a) && !('file' in b) && a.fault.code === b.fault.code
}
