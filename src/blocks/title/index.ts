import type { BlockType } from '../../model/block-type.ts'
import { plainText } from '../../typeset/parse-paragraphs.ts'
import { joinTexts } from '../join-texts.ts'
import { isFigure } from '../text/figures/read-figures.ts'
import { placeTitle, titleLines, withSuffix } from './place-title.ts'
import { fromEntry, fromSlide } from './read-title.ts'

/** The title of a slide, repeated on all its pages. */
export const titleType: BlockType<'title'> = {
  type: 'title',
  role: 'title',
  layout: 'section',
  regions: ['figure', 'title'],
  acceptsRegion: (block, region) => region !== 'figure' || isFigure(plainText(titleLines(block))),
  slideField: 'title',
  fromSlide,
  fromEntry,
  localize: (block, pick) => ({ ...block, text: pick(block.text) }),
  words: ({ text }) => [{ text, bold: true }],
  assets: () => [],
  join: (blocks) => ({ ...joinTexts(blocks), origins: blocks.flatMap(titleLines).map(({ origin }) => origin) }),
  place: placeTitle,
  forPart: withSuffix,
}
