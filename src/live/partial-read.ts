import { readDeckFile } from '../load/deck-files.ts'
import type { ProjectOptions } from '../load/project.ts'
import { type Fault, KormeError } from '../model/errors.ts'
import type { DeckSource } from '../model/project.ts'
import type { Clock } from '../system/clock.ts'
import { disk } from '../system/disk.ts'

/** A deck file as it was read, or why it could not be. */
export type ReadResult = { file: DeckSource } | { fault: Fault }

/** Reads a deck file. Errors: returned as a fault. */
export async function tryReadDeckFile(path: string, options: ProjectOptions): Promise<ReadResult> {
  try {
    return { file: await readDeckFile(path, options) }
  } catch (error) {
    if (error instanceof KormeError) return { fault: error.fault }
    throw error
  }
}

/** How long a file may look incomplete until it counts as broken. Units: milliseconds. */
const settleTimeouts = {
  /** Since the last write. */
  quiet: 100,
  /** Since the last write, if only the end is missing: a slow disk may pause there. */
  truncated: 600,
  /** Since the file was found missing or empty. */
  missing: 300,
  /** In total. */
  max: 2000,
  poll: 20,
}

/** A read that may have caught the file in the middle of a save. */
export interface PartialRead {
  path: string
  options: ProjectOptions
  result: ReadResult
  /** Whether the deck can be shown and only the end of the file is missing. */
  truncated: boolean
  /** The time of the first read of this save. */
  since: number
}

/**
 * Waits as long as a save may still be in progress: the file changed a moment ago, or it is empty or missing, as it is
 * for an instant while an editor replaces it. Returns true as soon as the file has changed or `stop` returns true, and
 * false if the file stays as it was read.
 */
export async function isStillBeingWritten(
  partialRead: PartialRead,
  clock: Clock,
  stop: () => boolean,
): Promise<boolean> {
  while (await mayStillChange(partialRead, clock)) {
    await clock.wait(settleTimeouts.poll)
    const { path, options, result } = partialRead
    if (stop() || !isSameResult(result, await tryReadDeckFile(path, options))) return true
  }
  return false
}

async function mayStillChange(
  { path, options, result, truncated, since }: PartialRead,
  clock: Clock,
): Promise<boolean> {
  const waitedMs = clock.now() - since
  if (waitedMs >= settleTimeouts.max) return false
  const isMissing = !('file' in result) || result.file.bytes.length === 0
  if (isMissing && waitedMs < settleTimeouts.missing) return true
  const changedMs = (await (options.files ?? disk).stat(path))?.modifiedMs ?? 0
  return clock.now() - changedMs < (truncated ? settleTimeouts.truncated : settleTimeouts.quiet)
}

function isSameResult(a: ReadResult, b: ReadResult): boolean {
  if ('file' in a && 'file' in b) return Buffer.compare(a.file.bytes, b.file.bytes) === 0
  return !('file' in a) && !('file' in b) && a.fault.code === b.fault.code
}
