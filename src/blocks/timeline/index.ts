import type { BlockType } from '../../model/block-type.ts'
import { placeTimeline } from './place-timeline.ts'
import { fromEntry, fromSlide, fromText, takesFields } from './read-timeline.ts'
import { wordsOfTimeline } from './timeline-words.ts'

/** The programme of an event, or stages with dates along a line. */
export const timelineType: BlockType<'timeline'> = {
  type: 'timeline',
  role: 'data',
  layout: 'timeline',
  regions: ['data', 'body'],
  slideField: 'timeline',
  fromSlide,
  takesFields,
  fromText,
  fromEntry,
  localize: (block, pick) => ({
    ...block,
    rows: block.rows.map((row) =>
      'cells' in row
        ? { ...row, cells: row.cells.map((cell) => pick(cell, row.range, 'rows')) }
        : { ...row, text: pick(row.text, row.range, 'rows') },
    ),
  }),
  words: wordsOfTimeline,
  assets: () => [],
  place: placeTimeline,
}
