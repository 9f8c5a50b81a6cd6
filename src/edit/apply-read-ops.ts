import type { Edit, SourceNode } from '../model/source.ts'
import { scanText } from '../parse/parse.ts'
import { applyTextEdits, composeEdits } from '../text/text-edits.ts'
import { applyOps } from './apply-ops.ts'
import type { AppliedEdit, EditOps, EditRefusal } from './edit-result.ts'
import { type EditableText, readEditable } from './editable-text.ts'
import { opsInFile } from './ops-in-file.ts'

/**
 * Changes a deck by operations on it as the format reads it: see `applyOps` and `opsInFile`.
 *
 * Where the slides of a file have no deck around them (a slide on each line, a list alone), each can be changed as it is. What
 * needs the list or the deck, such as one more slide or the theme, puts these around them, as the repair of the file would.
 */
export function applyReadOps(source: EditableText, ops: EditOps): AppliedEdit | EditRefusal {
  const applied = applyOps(source, ops, opsInFile)
  if (applied.ok) return applied
  const around = deckAround(source, ops)
  if (around.length === 0) return applied
  const repaired = readEditable(applyTextEdits(source.text, around).text)
  const again = applyOps(repaired, ops, opsInFile)
  if (!again.ok) return applied
  const edits = composeEdits(source.text.length, around, again.changes)
  return { ok: true, ...applyTextEdits(source.text, edits), source: again.source }
}

/** The edits that put a deck around slides that stand alone; none if there is one, or if it would not help. */
function deckAround({ text, root }: EditableText, ops: EditOps): readonly Edit[] {
  const unlisted = scanText(text).diagnostics.find(({ code }) => code === 'objects-unlisted')
  if (unlisted) return unlisted.edits ?? []
  const isOfDeck = ops.every(({ path }) => typeof path[0] === 'string')
  return root && isOfDeck && isListOfSlides(root)
    ? [
        { start: root.range.start, end: root.range.start, text: '{ "content": ' },
        { start: root.range.end, end: root.range.end, text: ' }' },
      ]
    : []
}

const isListOfSlides = (root: SourceNode): boolean =>
  root.type === 'array' && root.items.length > 0 && root.items.every(({ type }) => type === 'object')
