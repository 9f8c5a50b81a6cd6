import type { TextBlock } from '../../model/deck.ts'
import type { TextBlock as Entry, Slide } from '../../model/deck-file.ts'
import type { ObjectNode, SourceNode } from '../../model/source.ts'
import { field, itemsOf, textOf } from '../fields.ts'

/** The texts that a slide's `text` is: one, or a column for each item of a list. */
export function fromShort(slide: ObjectNode): TextBlock[] {
  return itemsOf(field<Slide>(slide, 'text')).flatMap((node) => readText(node) ?? [])
}

/** A text of a slide's `blocks`. */
export const fromEntry = (entry: ObjectNode): TextBlock | null => readText(field<Entry>(entry, 'text'))

function readText(node: SourceNode | undefined): TextBlock | null {
  const text = textOf(node)
  return node && text !== null ? { type: 'text', text, range: node.range } : null
}
