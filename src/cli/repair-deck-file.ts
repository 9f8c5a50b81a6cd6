import { dirname } from 'node:path'
import type { CheckResult } from '../build.ts'
import { assertWritableDeck } from '../load/writable-deck.ts'
import type { LocatedDiagnostic } from '../model/diagnostic.ts'
import { KormeError } from '../model/errors.ts'
import type { Files } from '../model/files.ts'
import { limits } from '../model/limits.ts'
import type { Edit } from '../model/source.ts'
import { repair } from '../parse/repair.ts'
import { errorReason } from '../system/system-error.ts'
import { sweepTemporaryFiles } from '../system/temporary-files.ts'
import { applyEdits, sortEdits } from '../text/apply-edits.ts'

/** The result of repairing a deck file. */
export type RepairOutcome =
  | { kind: 'unchanged' }
  /** Nothing was written, since a repair would have to guess. */
  | { kind: 'refused' }
  /** Nothing was written, since the file has changed since it was checked. */
  | { kind: 'outdated' }
  | { kind: 'written'; edits: Edit[]; reencoded: boolean; backup: string }

/** Thrown to stop a write at the last moment. */
class OutdatedError extends KormeError {}

/**
 * Writes the repairs of a checked deck to its file, and a backup of the original beside it. The file is compared with what
 * was checked just before it is replaced, so that nobody's save is lost.
 *
 * Errors: `output-unwritable` if the backup or the file cannot be written, and those of `assertWritableDeck`; the file is
 *         then unchanged, and there is no backup.
 */
export async function repairDeckFile(checked: CheckResult, options: { root?: string } = {}): Promise<RepairOutcome> {
  const { file, text, diagnostics, project } = checked
  await sweepTemporaryFiles(dirname(file.path))
  const { refused, reencoded } = repair(file.bytes)
  if (refused) return { kind: 'refused' }
  const edits = independentEdits(diagnostics)
  if (edits.length === 0 && !reencoded) return { kind: 'unchanged' }

  const bytes = new TextEncoder().encode(applyEdits(text, edits))
  if (repair(bytes).refused) throw new Error(`the repairs of ${file.name} break it`)
  const target = await assertWritableDeck(file.name, project.files, options)
  const suffix = await replaceWithBackup(target, { before: file.bytes, after: bytes }, project.files)
  return suffix === null ? { kind: 'outdated' } : { kind: 'written', edits, reencoded, backup: `${file.name}${suffix}` }
}

/**
 * Returns the edits that can be applied together. A diagnostic with an edit that overlaps an earlier one is left as a
 * whole for the next run: half of a repair that moves a number would lose the number or double it.
 */
export function independentEdits(diagnostics: readonly Pick<LocatedDiagnostic, 'edits'>[]): Edit[] {
  const owners = new Map(diagnostics.flatMap((one) => one.edits.map((edit) => [edit, one] as const)))
  const deferred = new Set<Pick<LocatedDiagnostic, 'edits'>>()
  let end = 0
  const sorted = sortEdits([...owners.keys()])
  for (const edit of sorted) {
    const owner = owners.get(edit)!
    if (deferred.has(owner)) continue
    if (edit.start < end) deferred.add(owner)
    else end = edit.end
  }
  return sorted.filter((edit) => !deferred.has(owners.get(edit)!))
}

/** Returns the suffix of the backup, or null if the file no longer has the content from `before`. */
async function replaceWithBackup(
  path: string,
  { before, after }: { before: Uint8Array; after: Uint8Array },
  files: Files,
): Promise<string | null> {
  let suffix = ''
  try {
    await files.writeAtomic(path, after, async () => {
      suffix = await writeBackup(path, before, files)
      if (!(await hasContent(path, before, files))) throw new OutdatedError({ code: 'file-changed', path })
    })
    return suffix
  } catch (error) {
    if (suffix) await files.remove(path + suffix)
    if (error instanceof OutdatedError) return null
    throw error
  }
}

async function hasContent(path: string, bytes: Uint8Array, files: Files): Promise<boolean> {
  const now = await files.read(path, limits.deckBytes).catch(() => null)
  return now !== null && 'bytes' in now && Buffer.compare(now.bytes, bytes) === 0
}

/** Copies the file to the first free name of `.bak`, `.bak2`, ... and returns that suffix. */
async function writeBackup(path: string, bytes: Uint8Array, files: Files): Promise<string> {
  const mode = (await files.stat(path))?.mode
  for (let n = 1; ; n++) {
    const suffix = n === 1 ? '.bak' : `.bak${n}`
    try {
      await files.writeNew(path + suffix, bytes, mode)
      return suffix
    } catch (error) {
      const reason = errorReason(error)
      if (reason === 'EEXIST') continue
      throw new KormeError({ code: 'output-unwritable', path: path + suffix, reason })
    }
  }
}
