import type { Block } from '../../model/block.ts'
import type { ReadBlocks } from '../../model/block-type.ts'
import type { Slide as DeckSlide } from '../../model/deck.ts'
import type { TitleBlock as Entry, Slide } from '../../model/deck-file.ts'
import type { ObjectNode, SourceNode } from '../../model/source.ts'
import { field, read, textOf } from '../fields.ts'
import type { TitleBlock } from './types.ts'

/** Reads a slide's `title`. */
export const fromSlide = (slide: ObjectNode): ReadBlocks => read(readTitle(field<Slide>(slide, 'title')))

/** Reads a heading among a slide's `blocks`. */
export const fromEntry = (entry: ObjectNode): ReadBlocks => read(readTitle(field<Entry>(entry, 'text')))

/** Returns the first title of a deck; null if no slide has one. */
export function firstTitle(slides: readonly DeckSlide[]): TitleBlock | null {
  for (const { blocks } of slides) {
    const title = blocks.find((block: Block) => block.type === 'title')
    if (title) return title
  }
  return null
}

function readTitle(node: SourceNode | undefined): TitleBlock | null {
  const text = textOf(node)
  return node && text !== null ? { type: 'title', text, range: node.range } : null
}
