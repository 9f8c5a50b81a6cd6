import type { BlockType } from '../../model/block-type.ts'
import { localizeTable } from '../data/read-table.ts'
import { placeTable } from './place-table.ts'
import { fromEntry, fromSlide, fromText, takesFields } from './read-table-block.ts'

/** Rows and columns. */
export const tableType: BlockType<'table'> = {
  type: 'table',
  role: 'data',
  layout: 'table',
  regions: ['data', 'body'],
  slideField: 'table',
  fromSlide,
  takesFields,
  fromText,
  fromEntry,
  localize: (block, pick) => ({
    ...block,
    data: localizeTable(block.data, pick),
    unit: block.unit === null ? null : pick(block.unit),
    note: block.note === null ? null : pick(block.note),
  }),
  words: (block) => [{ rows: block }],
  assets: () => [],
  place: placeTable,
}
