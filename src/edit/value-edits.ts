import type { ArrayNode, Edit, ObjectNode, SourceNode } from '../model/source.ts'
import { applyEdits } from '../text/apply-edits.ts'
import { blocksOf } from './blocks.ts'
import { BracketMissing, type EditContext, type Parts } from './edit-context.ts'
import type { EditableText } from './editable-text.ts'
import { entryEdits } from './entry-edits.ts'
import { lazily } from './lazily.ts'
import { missingClosers } from './missing-closers.ts'
import { indentAt, isHalf, lineBreakAt, styleOf } from './style.ts'
import { tokensOf } from './tokens.ts'
import type { Wanted } from './wanted.ts'
import { writeValue } from './write-value.ts'

/**
 * The edits that turn a tree of the source into a wanted one.
 *
 * Shape: in any order; they may touch but not overlap.
 * Errors: throws `BracketMissing` if a list or an object would change that has no opening bracket.
 */
export function treeEdits(source: EditableText, root: SourceNode, wanted: Wanted): Edit[] {
  const context = createContext(source, root)
  return [...new Set(context.valueEdits(root, wanted, () => context.style().hasLines))]
}

function createContext(source: EditableText, root: SourceNode): EditContext {
  const { text } = source
  const known = new Map<ArrayNode | ObjectNode, Parts>()
  const style = lazily(() => styleOf(text, root))
  const context: EditContext = {
    text,
    style,
    partsOf(node) {
      const parts = known.get(node) ?? readParts(source, node)
      known.set(node, parts)
      return parts
    },
    placing: (at, indent, isExpanded) => ({
      ...style(),
      indent,
      isExpanded,
      lineBreak: lineBreakAt(text, at, style()),
      sourceText: (wanted) => sourceTextOf(wanted, context),
    }),
    closers: source.errors > 0 ? () => [] : missingClosers(text),
    valueEdits(node, wanted, isExpanded) {
      if (wanted.kind === 'kept' && wanted.node === node) return []
      if (wanted.kind === 'container' && wanted.node === node) return entryEdits(node, wanted, context)
      const { start, end } = node.range
      const placing = context.placing(start, indentAt(text, start), isExpanded())
      const written = writeValue(wanted, placing)
      return [{ start, end, text: isHalf(text, end, written) ? written + placing.lineBreak : written }]
    },
  }
  return context
}

function readParts(source: EditableText, node: ArrayNode | ObjectNode): Parts {
  const inside = tokensOf(source, node)
  if (!inside) throw new BracketMissing()
  return { ...inside, blocks: blocksOf(inside, source.text) }
}

/** The text of a value of the source, with the changes inside it. */
function sourceTextOf(wanted: Wanted, context: EditContext): string {
  const node = wanted.kind === 'written' ? null : wanted.node
  if (!node) throw new Error('a value that is not in the source')
  const { start, end } = node.range
  const changes = context.valueEdits(node, wanted, () => context.style().hasLines)
  const edits = [...new Set([...changes, ...context.closers(node, wanted)])]
  const shifted = edits.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }))
  return applyEdits(context.text.slice(start, end), shifted)
}
