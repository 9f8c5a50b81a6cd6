import { applyReadOps } from '../../edit/apply-read-ops.ts'
import type { AppliedEdit, EditRefusal as NotMade, RefusalReason } from '../../edit/edit-result.ts'
import { type EditableText, readEditable } from '../../edit/editable-text.ts'
import { rebaseOps } from '../../edit/rebase-ops.ts'
import { slideCountOps } from '../../edit/slide-count.ts'
import type { Edit, Range } from '../../model/source.ts'
import type { EditOp, EditRequest } from '../../model/wire/edit.ts'
import { editsBetween } from '../../text/edits-between.ts'
import { applyTextEdits, mapEdits } from '../../text/text-edits.ts'
import { valueAsRead, wholeFile } from '../../validate/value-reading.ts'
import type { DeckSource } from './deck-source.ts'
import { EditRefused } from './edit-refused.ts'

/** An edit that was made in a text, but not saved. */
export interface MadeEdit {
  text: string
  ranges: readonly Range[]
  inverse: readonly Edit[]
  changes: readonly Edit[]
  /** What others have changed since the text that the edit was made on; absent if it is the present one. */
  over?: readonly Edit[]
  /** The new text, read for the next edit; absent if it was not read. */
  source?: EditableText
}

/** The present text of a file. */
export interface PresentText extends Pick<DeckSource, 'name' | 'hash' | 'text'> {
  /** The text, read for editing, if it was read before. */
  read?: EditableText
}

/**
 * Makes an edit in the present text of a file. `base` is the text that it was made on; null if that is not known.
 * Errors: `EditRefused`.
 */
export function makeEdit(present: PresentText, request: EditRequest, base: string | null): MadeEdit {
  if ('changes' in request) return makeChanges(present, request, base)
  const before = present.read ?? readEditable(present.text)
  const ops = request.base === present.hash ? request.ops : rebase(present, before, request.ops, base)
  const applied = withSlideCount(before, ops, applyReadOps(before, ops))
  if (!applied.ok) throw impossible(applied)
  return request.base === present.hash || base === null
    ? applied
    : { ...applied, over: editsBetween(base, present.text) }
}

/** An edit, with the number of slides that the deck names. It is not asked for, so that nobody has to decide about it. */
function withSlideCount(before: EditableText, ops: readonly EditOp[], applied: AppliedEdit | NotMade) {
  const isOfSlides = ops.some(
    ({ op, path: [, step, ...rest] }) => op !== 'set' && step !== undefined && rest.length === 0,
  )
  if (!applied.ok || !isOfSlides || !before.root || !applied.source.root) return applied
  const more = slideCountOps(valueAsRead(before.root, wholeFile), valueAsRead(applied.source.root, wholeFile))
  if (more.length === 0) return applied
  const counted = applyReadOps(before, [...ops, ...more])
  return counted.ok ? counted : applied
}

const impossible = ({ why }: NotMade) => new EditRefused({ code: 'edit-impossible', cause: causes[why] })

/** Makes operations again that were made on another text. Both sides of what cannot be are told, with what is left to do. */
function rebase(
  { name, hash }: PresentText,
  present: EditableText,
  ops: readonly EditOp[],
  base: string | null,
): readonly EditOp[] {
  if (base === null) throw new EditRefused({ code: 'edit-outdated', file: name }, { hash })
  const rebased = rebaseOps(base, present, ops)
  if (rebased.ok) return rebased.ops
  if (rebased.code === 'not-editable') throw impossible(rebased)
  const { conflicts } = rebased
  const others = rebaseOps(
    base,
    present,
    ops.filter((_, i) => !conflicts.some(({ index }) => index === i)),
  )
  const details = { hash, conflicts, others: others.ok ? others.ops : [] }
  throw new EditRefused({ code: 'edit-conflict', file: name }, details)
}

const causes: Readonly<Record<RefusalReason, 'faults' | 'place' | 'change' | 'languages' | 'limit'>> = {
  'path-missing': 'place',
  'index-outside': 'place',
  'not-a-list': 'change',
  'inside-itself': 'change',
  'text-unreadable': 'faults',
  'bracket-missing': 'faults',
  'languages-outside': 'languages',
  'value-not-json': 'change',
  'too-large': 'limit',
  unsafe: 'faults',
}

/** Changes the text itself, as undoing does. What others have changed elsewhere since stays. */
function makeChanges(
  { name, hash, text }: PresentText,
  request: EditRequest & { changes: readonly Edit[] },
  base: string | null,
): MadeEdit {
  const outdated = () => new EditRefused({ code: 'edit-outdated', file: name }, { hash })
  const before = request.base === hash ? text : base
  if (before === null) throw outdated()
  const changes = request.changes.toSorted((a, b) => a.start - b.start || a.end - b.end)
  if (!fits(changes, before.length)) throw new EditRefused({ code: 'edit-request-wrong' })
  if (request.base === hash) return applyTextEdits(text, changes)
  const over = editsBetween(before, text)
  const mapped = mapEdits(changes, over)
  if (!mapped) throw outdated()
  return { ...applyTextEdits(text, mapped), over }
}

const fits = (changes: readonly Edit[], length: number): boolean =>
  changes.every(({ start, end }, i) => end <= length && start >= (changes[i - 1]?.end ?? 0))
