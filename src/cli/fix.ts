import { realpath, stat, writeFile } from 'node:fs/promises'
import type { Checked } from '../build.ts'
import { reasonOf } from '../load/failure.ts'
import { writeWhole } from '../load/write.ts'
import { EnvironmentError } from '../model/machine.ts'
import type { Edit } from '../model/source.ts'
import { applyEdits, sortEdits } from '../parse/edits.ts'
import { fix } from '../parse/fix.ts'

/** What became of a deck that was to be mended. */
export type Mended =
  | { outcome: 'sound' }
  /** A repair would have to guess. */
  | { outcome: 'refused' }
  | { outcome: 'written'; edits: Edit[]; recoded: boolean; copy: string }

/**
 * Writes the repairs of a checked deck into its file, and a copy of the file as it was beside it.
 *
 * Errors: `output-unwritable` where the copy or the file cannot be written; the file stays as it was.
 */
export async function mend({ file, text, diagnostics }: Checked): Promise<Mended> {
  const { refused, recoded } = fix(file.bytes)
  if (refused) return { outcome: 'refused' }
  const edits = apart(diagnostics.flatMap((one) => one.edits))
  if (edits.length === 0 && !recoded) return { outcome: 'sound' }

  const bytes = new TextEncoder().encode(applyEdits(text, edits))
  if (fix(bytes).refused) throw new Error(`the repairs of ${file.name} break it`)
  const target = await realpath(file.path)
  const suffix = await keepCopy(target, file.bytes)
  await writeWhole(target, bytes)
  return { outcome: 'written', edits, recoded, copy: `${file.name}${suffix}` }
}

/** The edits that do not touch each other; one that does waits for the next run. */
function apart(edits: readonly Edit[]): Edit[] {
  let end = 0
  return sortEdits(edits).filter((edit) => {
    if (edit.start < end) return false
    end = edit.end
    return true
  })
}

/** Puts the file as it was beside it, under the first free name of `.bak`, `.bak2`, ... */
async function keepCopy(path: string, bytes: Uint8Array): Promise<string> {
  const { mode } = await stat(path)
  for (let n = 1; ; n++) {
    const suffix = n === 1 ? '.bak' : `.bak${n}`
    try {
      await writeFile(path + suffix, bytes, { flag: 'wx', mode, flush: true })
      return suffix
    } catch (error) {
      const reason = reasonOf(error)
      if (reason !== 'EEXIST') throw new EnvironmentError({ code: 'output-unwritable', path: path + suffix, reason })
    }
  }
}
