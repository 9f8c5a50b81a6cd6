import type { CheckResult } from '../build.ts'
import type { LocatedDiagnostic } from '../model/diagnostic.ts'
import { KormeError } from '../model/errors.ts'
import type { Edit } from '../model/source.ts'
import { applyEdits, sortEdits } from '../parse/edits.ts'
import { repair } from '../parse/repair.ts'
import { disk } from '../system/disk.ts'
import { errorReason } from '../system/system-error.ts'

/** The result of repairing a deck file. */
export type RepairOutcome =
  | { kind: 'unchanged' }
  /** Nothing was written, since a repair would have to guess. */
  | { kind: 'refused' }
  | { kind: 'written'; edits: Edit[]; reencoded: boolean; backup: string }

/**
 * Writes the repairs of a checked deck to its file, and a backup of the original beside it.
 *
 * Errors: `output-unwritable` if the backup or the file cannot be written; the file is then unchanged.
 */
export async function repairDeckFile({ file, text, diagnostics }: CheckResult): Promise<RepairOutcome> {
  const { refused, reencoded } = repair(file.bytes)
  if (refused) return { kind: 'refused' }
  const edits = independentEdits(diagnostics)
  if (edits.length === 0 && !reencoded) return { kind: 'unchanged' }

  const bytes = new TextEncoder().encode(applyEdits(text, edits))
  if (repair(bytes).refused) throw new Error(`the repairs of ${file.name} break it`)
  const target = (await disk.realPath(file.path)) ?? file.path
  const suffix = await writeBackup(target, file.bytes)
  await disk.writeAtomic(target, bytes)
  return { kind: 'written', edits, reencoded, backup: `${file.name}${suffix}` }
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

/** Copies the file to the first free name of `.bak`, `.bak2`, ... and returns that suffix. */
async function writeBackup(path: string, bytes: Uint8Array): Promise<string> {
  const mode = (await disk.stat(path))?.mode
  for (let n = 1; ; n++) {
    const suffix = n === 1 ? '.bak' : `.bak${n}`
    try {
      await disk.writeNew(path + suffix, bytes, mode)
      return suffix
    } catch (error) {
      const reason = errorReason(error)
      if (reason === 'EEXIST') continue
      throw new KormeError({ code: 'output-unwritable', path: path + suffix, reason })
    }
  }
}
