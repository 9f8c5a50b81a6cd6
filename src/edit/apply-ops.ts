import { limits } from '../model/limits.ts'
import type { Edit, NodePath } from '../model/source.ts'
import type { EditOp } from '../model/wire/edit.ts'
import { applyTextEdits } from '../text/text-edits.ts'
import type { CleanedOf } from './assign.ts'
import { BracketMissing } from './edit-context.ts'
import type { AppliedEdit, EditOps, EditRefusal, RefusalReason } from './edit-result.ts'
import { type EditableText, readEditable } from './editable-text.ts'
import { makeOp } from './make-ops.ts'
import { treeEdits } from './value-edits.ts'
import { isSame, kept, type Wanted } from './wanted.ts'

/** Turns an operation into operations on a file. */
type InFile = (wanted: Wanted, op: EditOp, cleanedOf: CleanedOf) => EditOps | Pick<EditRefusal, 'why' | 'path'>

/**
 * Changes values of a file as small edits of its text: all bytes outside of them stay, whatever the file holds. Operations are
 * made one after the other, all or none.
 *
 * A comment above an entry with no empty line between, or behind it on its line, belongs to it: it moves and goes with the
 * entry, but is not copied. Of a name that stands twice, the last field is meant; `remove` takes all of them away.
 *
 * Shape: `inFile` turns an operation into those on the names that the file has: see `opsInFile`. By default the paths are
 * those of the file. `source` is the text, or what `readEditable` or an edit before gave, which saves reading it again.
 * Errors: none thrown. What cannot be edited is refused. The new text is read again: if it does not hold exactly the wanted
 * values, or has more places that cannot be read, the edit is refused as `unsafe`.
 */
export function applyOps(
  source: string | EditableText,
  ops: EditOps,
  inFile: InFile = (_, op) => [op],
): AppliedEdit | EditRefusal {
  const before = typeof source === 'string' ? readEditable(source) : source
  const { root, text } = before
  if (!root) return refusal('text-unreadable', 0, [])
  let wanted: Wanted = kept(root)
  for (const [index, op] of ops.entries()) {
    const own = inFile(wanted, op, before.cleanedOf)
    if ('why' in own) return refusal(own.why, index, own.path)
    for (const one of own) {
      const made = makeOp(wanted, one, before.cleanedOf)
      if ('why' in made) return refusal(made.why, index, made.path)
      wanted = made.root
    }
  }
  const last = { index: Math.max(0, ops.length - 1), path: ops.at(-1)?.path ?? [] }
  const edits = editsFor(before, wanted)
  if (!edits) return refusal('bracket-missing', last.index, last.path)
  const applied = applyTextEdits(text, edits)
  if (applied.changes.length === 0) return { ok: true, ...applied, source: before }
  if (Buffer.byteLength(applied.text) > limits.deckBytes) return refusal('too-large', last.index, last.path)
  const after = readEditable(applied.text)
  if (after.excesses > before.excesses) return refusal('too-large', last.index, last.path)
  return isSafe(before, after, wanted, ops)
    ? { ok: true, ...applied, source: after }
    : refusal('unsafe', last.index, last.path)
}

/** Whether a new text holds the wanted values, and an edit has made nothing else of it doubtful. What is copied brings its errors. */
function isSafe(before: EditableText, after: EditableText, wanted: Wanted, ops: EditOps): boolean {
  if (!after.root || !isSame(wanted, after.root)) return false
  if (before.errors > 0) return after.errors <= before.errors || ops.some(({ op }) => op === 'copy')
  return after.errors === 0 && (after.isCertain() || !before.isCertain())
}

const refusal = (why: RefusalReason, index: number, path: NodePath): EditRefusal => ({
  ok: false,
  code: 'not-editable',
  why,
  index,
  path,
})

/** The edits for a tree; null if a list or an object would change that has no opening bracket. */
function editsFor(source: EditableText, wanted: Wanted): Edit[] | null {
  try {
    return treeEdits(source, source.root!, wanted)
  } catch (error) {
    if (error instanceof BracketMissing) return null
    throw error
  }
}
