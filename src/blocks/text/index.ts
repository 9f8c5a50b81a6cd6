import type { BlockType } from '../../model/block-type.ts'
import { parseParagraphs } from '../../typeset/parse-paragraphs.ts'
import { joinTexts } from '../join-texts.ts'
import { placeFigures, placeWithoutFigures } from './figures/place-figures.ts'
import { hasFigures } from './figures/read-figures.ts'
import { paragraphsOf } from './paragraphs.ts'
import { placeProse } from './prose.ts'
import { placeQuote } from './quote.ts'
import { fromEntry, fromSlide } from './read-text.ts'

/** A text: set as prose, a column, a quote, or a row of figures, depending on the layout. */
export const textType: BlockType<'text'> = {
  type: 'text',
  role: 'text',
  layout: 'text',
  regions: ['figure', 'label', 'body', 'body2', 'body3', 'source'],
  acceptsRegion(block, region, taken) {
    if (region === 'figure') return hasFigures(parseParagraphs(block.text.text))
    if (region === 'label') return taken.has('figure') && !taken.has('body')
    return true
  },
  slideField: 'text',
  fromSlide,
  fromEntry,
  localize: (block, pick) => ({ ...block, text: pick(block.text) }),
  words: ({ text }) => [{ text }],
  assets: () => [],
  join: (blocks) => ({ ...joinTexts(blocks), origins: blocks.flatMap(paragraphsOf).map(({ origin }) => origin) }),
  place(block, slot, context) {
    const list = [...slot.lead, ...paragraphsOf(block)]
    if (slot.regionName === 'figure') return placeFigures(block, list, slot, context)
    if (slot.regionName === 'body' && slot.layout.regions.figure) return placeWithoutFigures(block, list, slot, context)
    if (slot.regionName === 'body' && (slot.layout.regions.source || slot.layout.regions.mark))
      return placeQuote(block, list, slot, context)
    return placeProse(block, list, slot, context)
  },
}
