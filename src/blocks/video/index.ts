import type { BlockType } from '../../model/block.ts'
import { placeCard } from '../card.ts'
import { fromEntry, fromShort } from './read.ts'

/** A video: a card that names it and leads to it. */
export const videoType: BlockType<'video'> = {
  type: 'video',
  role: 'media',
  layout: 'video',
  regions: ['media', 'image'],
  fromShort,
  fromEntry,
  localize: (block, pick) => ({
    ...block,
    title: block.title === null ? null : pick(block.title),
    alt: block.alt === null ? null : pick(block.alt),
  }),
  assets: () => [],
  place: ({ title, src, range }, slot, tools) =>
    placeCard({ kind: 'video', title, address: src, captions: [], range }, slot, tools),
}
