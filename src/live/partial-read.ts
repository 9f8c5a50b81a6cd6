import { readDeckFile } from '../load/deck-files.ts'
import type { ProjectOptions } from '../load/project.ts'
import { type Fault, KormeError } from '../model/errors.ts'
import type { DeckSource } from '../model/project.ts'
import type { Clock } from '../system/clock.ts'
import { disk } from '../system/disk.ts'

/** A deck's file as it is now, or why it cannot be read. */
export type ReadResult = { file: DeckSource } | { fault: Fault }

export async function tryReadDeckFile(path: string, options: ProjectOptions): Promise<ReadResult> {
  try {
    return { file: await readDeckFile(path, options) }
  } catch (error) {
    if (error instanceof KormeError) return { fault: error.fault }
    throw error
  }
}

/** How a file that is just being written is told from one that is broken. Units: milliseconds. */
const settleTimeouts = { quiet: 100, truncated: 600, missing: 300, max: 2000, poll: 20 }

/** A reading that may be half of a save. */
export interface PartialRead {
  path: string
  options: ProjectOptions
  reading: ReadResult
  /** It could be shown, but for its end: a disk that writes slowly may pause there. */
  truncated: boolean
  /** When it was begun. */
  since: number
}

/**
 * Waits while a reading that cannot be shown may be half of a save: the file changed a moment ago, or is empty or gone, as
 * it is for an instant while an editor replaces it. True as soon as there is something else to read, or `stop` says so;
 * false where the reading is what the author left.
 */
export async function isStillBeingWritten(
  partialRead: PartialRead,
  clock: Clock,
  stop: () => boolean,
): Promise<boolean> {
  while (await mayStillChange(partialRead, clock)) {
    await clock.wait(settleTimeouts.poll)
    const { path, options, reading } = partialRead
    if (stop() || !sameReading(reading, await tryReadDeckFile(path, options))) return true
  }
  return false
}

async function mayStillChange(
  { path, options, reading, truncated, since }: PartialRead,
  clock: Clock,
): Promise<boolean> {
  const waitedMs = clock.now() - since
  if (waitedMs >= settleTimeouts.max) return false
  const none = !('file' in reading) || reading.file.bytes.length === 0
  if (none && waitedMs < settleTimeouts.missing) return true
  const changed = (await (options.files ?? disk).stat(path))?.modifiedMs ?? 0
  return clock.now() - changed < (truncated ? settleTimeouts.truncated : settleTimeouts.quiet)
}

function sameReading(a: ReadResult, b: ReadResult): boolean {
  if ('file' in a && 'file' in b) return Buffer.compare(a.file.bytes, b.file.bytes) === 0
  return !('file' in a) && !('file' in b) && a.fault.code === b.fault.code
}
