import type { Edit } from '../../model/source.ts'
import { composeEdits, mapEdits } from '../../text/text-edits.ts'

/** What takes a change back, on the text that the steps above it lead to. `back` makes it again. */
interface Step {
  changes: readonly Edit[]
  back: readonly Edit[]
}

/** A step, or what others have changed between two steps. */
export type Entry = Step | { others: readonly Edit[] }

/** More than any text has: edits are joined without knowing its end. Units: UTF-16 units. */
const anyLength = Number.MAX_SAFE_INTEGER

/** Returns steps after others have changed the text to which they lead. */
export function withOthers(entries: readonly Entry[], others: readonly Edit[]): readonly Entry[] {
  const top = entries.at(-1)
  if (!top || others.length === 0) return entries
  if (!('others' in top)) return [...entries, { others }]
  return [...entries.slice(0, -1), { others: composeEdits(anyLength, top.others, others) }]
}

/**
 * Finds the newest step that can be made beside what others have changed since.
 *
 * Shape: `changes` are made on the present text; null if there is no such step. `rest` are the steps after it. `skipped`
 * counts those that touch what others have changed: these stay, and the steps below lead beside them, too.
 */
export function nextStep(entries: readonly Entry[]): {
  changes: readonly Edit[] | null
  rest: readonly Entry[]
  skipped: number
} {
  let rest = entries
  let over: readonly Edit[] = []
  let skipped = 0
  for (let entry = rest.at(-1); entry; entry = rest.at(-1)) {
    rest = rest.slice(0, -1)
    if ('others' in entry) {
      over = composeEdits(anyLength, entry.others, over)
      continue
    }
    const changes = mapEdits(entry.changes, over)
    if (changes) return { changes, rest: withOthers(rest, mapEdits(over, entry.changes) ?? []), skipped }
    skipped++
    over = composeEdits(anyLength, entry.back, over)
  }
  return { changes: null, rest, skipped }
}
