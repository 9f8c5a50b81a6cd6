import type { BlockType } from '../../model/block-type.ts'
import { withoutMarkup } from '../../typeset/without-markup.ts'
import { localizeTable } from '../data/read-table.ts'
import { wordsOfChart } from './chart-words.ts'
import { placeChart } from './place-chart.ts'
import { fromEntry, fromSlide, takesFields } from './read-chart.ts'

/** Bars, lines or a ring, drawn from rows of names and numbers. */
export const chartType: BlockType<'chart'> = {
  type: 'chart',
  role: 'data',
  layout: 'chart',
  regions: ['data', 'body'],
  slideField: 'chart',
  fromSlide,
  takesFields,
  fromEntry,
  localize: (block, pick) => ({
    ...block,
    data: localizeTable(block.data, (...text) => withoutMarkup(pick(...text))),
    unit: block.unit === null ? null : withoutMarkup(pick(block.unit)),
    source: block.source === null ? null : pick(block.source),
    highlight: block.highlight.map((name) => withoutMarkup(pick(name))),
  }),
  words: wordsOfChart,
  assets: () => [],
  place: placeChart,
}
