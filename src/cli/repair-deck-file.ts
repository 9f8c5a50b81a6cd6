import type { CheckResult } from '../build.ts'
import type { LocatedDiagnostic } from '../model/diagnostic.ts'
import { KormeError } from '../model/errors.ts'
import type { Edit } from '../model/source.ts'
import { applyEdits, sortEdits } from '../parse/edits.ts'
import { repair } from '../parse/repair.ts'
import { disk } from '../system/disk.ts'
import { errorReason } from '../system/system-error.ts'

/** What became of a deck that was to be mended. */
export type RepairOutcome =
  | { outcome: 'sound' }
  /** A repair would have to guess. */
  | { outcome: 'refused' }
  | { outcome: 'written'; edits: Edit[]; recoded: boolean; copy: string }

/**
 * Writes the repairs of a checked deck into its file, and a copy of the file as it was beside it.
 *
 * Errors: `output-unwritable` where the copy or the file cannot be written; the file stays as it was.
 */
export async function repairDeckFile({ file, text, diagnostics }: CheckResult): Promise<RepairOutcome> {
  const { refused, reencoded: recoded } = repair(file.bytes)
  if (refused) return { outcome: 'refused' }
  const edits = independentEdits(diagnostics)
  if (edits.length === 0 && !recoded) return { outcome: 'sound' }

  const bytes = new TextEncoder().encode(applyEdits(text, edits))
  if (repair(bytes).refused) throw new Error(`the repairs of ${file.name} break it`)
  const target = (await disk.realPath(file.path)) ?? file.path
  const suffix = await writeBackup(target, file.bytes)
  await disk.writeAtomic(target, bytes)
  return { outcome: 'written', edits, recoded, copy: `${file.name}${suffix}` }
}

/**
 * The edits of findings that do not touch each other. A finding of which one edit does waits as a whole for the next
 * run: half of a number that is moved would be a number lost, or there twice.
 */
export function independentEdits(found: readonly Pick<LocatedDiagnostic, 'edits'>[]): Edit[] {
  const owners = new Map(found.flatMap((one) => one.edits.map((edit) => [edit, one] as const)))
  const waiting = new Set<Pick<LocatedDiagnostic, 'edits'>>()
  let end = 0
  const sorted = sortEdits([...owners.keys()])
  for (const edit of sorted) {
    const owner = owners.get(edit)!
    if (waiting.has(owner)) continue
    if (edit.start < end) waiting.add(owner)
    else end = edit.end
  }
  return sorted.filter((edit) => !waiting.has(owners.get(edit)!))
}

/** Puts the file as it was beside it, under the first free name of `.bak`, `.bak2`, ... */
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
