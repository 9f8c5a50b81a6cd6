import { applyOps } from '../../edit/apply-ops.ts'
import type { RefusalReason } from '../../edit/edit-result.ts'
import { applyTextEdits, mapEdits } from '../../edit/text-edits.ts'
import type { Edit, Range } from '../../model/source.ts'
import type { EditRequest } from '../../model/wire/edit.ts'
import type { DeckSource } from './deck-source.ts'
import { EditRefused } from './edit-refused.ts'

/** An edit that was made in a text, but not saved. */
export interface MadeEdit {
  text: string
  ranges: readonly Range[]
  inverse: readonly Edit[]
}

/** The present text of a file. */
type Present = Pick<DeckSource, 'name' | 'hash' | 'text'>

/**
 * Makes an edit in the present text of a file. `base` is the text that it was made on; null if that is not known.
 * Errors: `EditRefused`.
 */
export function makeEdit(present: Present, request: EditRequest, base: string | null): MadeEdit {
  if ('changes' in request) return makeChanges(present, request, base)
  if (request.base !== present.hash)
    throw new EditRefused({ code: 'edit-outdated', file: present.name }, { hash: present.hash })
  const applied = applyOps(present.text, request.ops)
  if (!applied.ok) throw new EditRefused({ code: 'edit-impossible', cause: causes[applied.why] })
  return applied
}

const causes: Readonly<Record<RefusalReason, 'faults' | 'place' | 'change'>> = {
  'path-missing': 'place',
  'index-outside': 'place',
  'not-a-list': 'change',
  'inside-itself': 'change',
  'text-unreadable': 'faults',
  'bracket-missing': 'faults',
  'value-not-json': 'change',
  'too-large': 'change',
  unsafe: 'faults',
}

/** Changes the text itself, as undoing does. What others have changed elsewhere since stays. */
function makeChanges(
  { name, hash, text }: Present,
  request: EditRequest & { changes: readonly Edit[] },
  base: string | null,
): MadeEdit {
  const outdated = () => new EditRefused({ code: 'edit-outdated', file: name }, { hash })
  const before = request.base === hash ? text : base
  if (before === null) throw outdated()
  const changes = request.changes.toSorted((a, b) => a.start - b.start || a.end - b.end)
  if (!fits(changes, before.length)) throw new EditRefused({ code: 'edit-request-wrong' })
  const mapped = before === text ? changes : mapEdits(changes, [difference(before, text)])
  if (!mapped) throw outdated()
  return applyTextEdits(text, mapped)
}

const fits = (changes: readonly Edit[], length: number): boolean =>
  changes.every(({ start, end }, i) => end <= length && start >= (changes[i - 1]?.end ?? 0))

/** The one edit that makes one text of another: from where they begin to differ to where they end to. */
function difference(before: string, after: string): Edit {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++
  let same = 0
  while (
    same < shorter - start &&
    before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)
  )
    same++
  return { start, end: before.length - same, text: after.slice(start, after.length - same) }
}
