import type { ReadBlocks } from '../../model/block-type.ts'
import type { TextBlock as Entry, Slide } from '../../model/deck-file.ts'
import type { ObjectNode, SourceNode } from '../../model/source.ts'
import { field, itemsOf, read, textOf } from '../fields.ts'
import type { TextBlock } from './types.ts'

/** Reads a slide's `text`: one text, or a column for each item of a list. */
export const fromSlide = (slide: ObjectNode): ReadBlocks => read(...itemsOf(field<Slide>(slide, 'text')).map(readText))

/** Reads a text among a slide's `blocks`. */
export const fromEntry = (entry: ObjectNode): ReadBlocks => read(readText(field<Entry>(entry, 'text')))

function readText(node: SourceNode | undefined): TextBlock | null {
  const text = textOf(node)
  return node && text !== null ? { type: 'text', text, range: node.range } : null
}
