import type { Block, Slide as DeckSlide, TitleBlock } from '../../model/deck.ts'
import type { TitleBlock as Entry, Slide } from '../../model/deck-file.ts'
import type { ObjectNode, SourceNode } from '../../model/source.ts'
import { field, textOf } from '../fields.ts'

/** The heading that a slide's `title` is. */
export function fromShort(slide: ObjectNode): TitleBlock[] {
  const block = readTitle(field<Slide>(slide, 'title'))
  return block ? [block] : []
}

/** A heading of a slide's `blocks`. */
export const fromEntry = (entry: ObjectNode): TitleBlock | null => readTitle(field<Entry>(entry, 'text'))

/** The first heading of a deck; null where no slide has one. */
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
