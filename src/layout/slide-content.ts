import { blockType } from '../blocks/registry.ts'
import type { LocalizedBlock } from '../model/block.ts'
import type { BlockContext, BlockEngines, BlockType, MediaShape } from '../model/block-type.ts'
import type { Lang } from '../model/lang.ts'

/** The blocks of a slide by their roles. */
export interface SlideContent {
  title: LocalizedBlock | null
  texts: LocalizedBlock[]
  pictures: LocalizedBlock[]
  media: LocalizedBlock[]
  /** Tables, people and other blocks that are set from rows. */
  data: LocalizedBlock[]
  /** The shape of the pictures. */
  shape: MediaShape | null
  /** The map or video is much wider than high. */
  wideMedia: boolean
  /** A picture comes before the text in the source. */
  pictureFirst: boolean
  /** The length of the texts. */
  characters: number
}

/** A longer text beside rows of data is more than a line to introduce them. */
const introLimits = { characters: 240, lines: 3 }

/** Groups the blocks of a slide by role. */
export function groupByRole(
  blocks: readonly LocalizedBlock[],
  asset: BlockContext['asset'],
  { engines, lang }: { engines: BlockEngines; lang: Lang },
): SlideContent {
  const roles = blocks.map((block) => blockType(block.type).role)
  const having = (role: BlockType['role']) => blocks.filter((_, i) => roles[i] === role)
  const [title = null] = joinBlocks(having('title'))
  const pictures = joinBlocks(having('picture'))
  const texts = having('text')
  const [picture] = pictures
  const media = having('media')
  const [film] = media
  // Only a text beside it asks for its shape.
  const isNarrow = film && texts.length > 0 && engines.get(film.type)?.isWide?.(film, { lang, asset }) === false
  return {
    title,
    texts,
    pictures,
    media,
    data: having('data'),
    shape: picture ? (blockType(picture.type).mediaShape?.(picture, asset) ?? null) : null,
    wideMedia: !isNarrow,
    pictureFirst: roles.includes('text') && roles.indexOf('picture') < roles.indexOf('text'),
    characters: texts.reduce((sum, block) => sum + countCharacters(block), 0),
  }
}

/** Whether the texts of a slide with data are short enough to stand above it. */
export const isIntroduction = ({ texts, characters }: SlideContent): boolean =>
  characters <= introLimits.characters && texts.reduce((sum, text) => sum + countLines(text), 0) <= introLimits.lines

/** Merges blocks of one type, if the type supports it. */
export function joinBlocks(blocks: readonly LocalizedBlock[]): LocalizedBlock[] {
  const [first, ...more] = blocks
  const join = first && blockType(first.type).join
  return join && more.length > 0 ? [join(blocks)] : [...blocks]
}

/** The length of the text of a block; 0 for other blocks. */
export const countCharacters = (block: LocalizedBlock) => ('text' in block ? block.text.text.length : 0)

/** The number of lines of a block's text that are not blank. */
export const countLines = (block: LocalizedBlock) =>
  'text' in block ? block.text.text.split('\n').filter((line) => line.trim() !== '').length : 0
