import type { BlockType } from '../../model/block.ts'
import { placeCard } from '../card.ts'
import { fromEntry, fromShort } from './read.ts'

/** A map: a card that names the place and leads to it. */
export const mapType: BlockType<'map'> = {
  type: 'map',
  role: 'media',
  layout: 'map',
  regions: ['media', 'image'],
  fromShort,
  fromEntry,
  localize: (block, pick) => ({
    ...block,
    caption: block.caption === null ? null : pick(block.caption),
    source: block.source === null ? null : pick(block.source),
    alt: block.alt === null ? null : pick(block.alt),
  }),
  assets: () => [],
  place: ({ query, caption, source, range }, slot, tools) =>
    placeCard(
      { kind: 'map', title: caption, address: query ?? '', captions: source ? [source] : [], range },
      slot,
      tools,
    ),
}
