import { blockType } from '../blocks/registry.ts'
import type { LocalizedBlock } from '../model/block.ts'
import type { BlockContext, BlockType, MediaShape } from '../model/block-type.ts'
import type { LayoutName, LocalizedSlide } from '../model/deck.ts'
import type { Layout, LayoutVariant, Region } from '../model/theme.ts'
import { containBox } from '../typeset/box-geometry.ts'
import { parseParagraphs } from '../typeset/parse-paragraphs.ts'

/** Layouts of one stage by name. */
export type Layouts = { [V in LayoutVariant]?: Layout }

/** Where a slide stands in its deck. */
export interface Position {
  first: boolean
  last: boolean
}

/** What a slide shows, by the roles of its blocks. */
export interface SlideContent {
  title: LocalizedBlock | null
  texts: LocalizedBlock[]
  pictures: LocalizedBlock[]
  media: LocalizedBlock[]
  /** Of the pictures. */
  shape: MediaShape | null
  /** A picture stands before the text in the author's order. */
  pictureFirst: boolean
  /** Characters of the texts. */
  characters: number
}

/** A subtitle is no longer than this: more lines are a list, which a cover has no room for. */
const subtitleLimits = { characters: 200, lines: 3 }

/** A text no longer than this is read at one glance: it stands alone on its page, in large letters of three lines or so. */
const statementLimits = { characters: 105, lines: 2 }

/** A band across the stage must show this much more of a picture than a column does: beside a picture one reads better. */
const bandBonus = 1.25

/** A picture fills a region while this part of it stays in sight. */
const minVisible = 0.75

/** Layouts that may stand in for one that a theme lacks, best first; `text` and a page of its own come last. */
const fallbacks: { [V in LayoutVariant]?: readonly LayoutVariant[] } = {
  cover: ['section'],
  closing: ['cover', 'section'],
  section: ['cover'],
  quote: ['section'],
  map: ['video', 'image'],
  video: ['map', 'image'],
  image: ['image-full'],
  'image-full': ['image'],
  'text-image': ['text-image-wide'],
  'text-image-left': ['text-image', 'text-image-wide'],
  'text-image-wide': ['text-image'],
  'text-image-tall': ['text-image'],
  'text-image-tall-left': ['text-image-left', 'text-image'],
  'image-tall': ['text-image'],
  'columns-3': ['columns'],
}

/** The theme's layout of that name, or what stands in for it. Errors: a theme without `text` is a bug. */
export function resolveVariant(variant: LayoutVariant, layouts: Layouts): LayoutVariant {
  const found = [variant, ...(fallbacks[variant] ?? []), 'text' as const].find((name) => layouts[name])
  if (!found) throw new Error('The theme has no layout "text"')
  return found
}

/** Sorts a slide's blocks by what they are. */
export function groupByRole(blocks: readonly LocalizedBlock[], asset: BlockContext['asset']): SlideContent {
  const roles = blocks.map((block) => blockType(block.type).role)
  const having = (role: BlockType['role']) => blocks.filter((_, i) => roles[i] === role)
  const [title = null] = joinBlocks(having('title'))
  const pictures = joinBlocks(having('picture'))
  const texts = having('text')
  const [picture] = pictures
  return {
    title,
    texts,
    pictures,
    media: having('media'),
    shape: picture ? (blockType(picture.type).mediaShape?.(picture, asset) ?? null) : null,
    pictureFirst: roles.includes('text') && roles.indexOf('picture') < roles.indexOf('text'),
    characters: texts.reduce((sum, block) => sum + countCharacters(block), 0),
  }
}

/** Blocks of one type as one, where the type can. */
export function joinBlocks(blocks: readonly LocalizedBlock[]): LocalizedBlock[] {
  const [first, ...more] = blocks
  const join = first && blockType(first.type).join
  return join && more.length > 0 ? [join(blocks)] : [...blocks]
}

const countCharacters = (block: LocalizedBlock) => ('text' in block ? block.text.text.length : 0)

/** The lines that the author began. */
const countLines = (block: LocalizedBlock) =>
  'text' in block ? block.text.text.split('\n').filter((line) => line.trim() !== '').length : 0

/** The layout of a slide: the one asked for, as far as there is something to fill it, else by what is there. */
export function chooseVariant(
  slide: LocalizedSlide,
  content: SlideContent,
  at: Position,
  layouts: Layouts,
): LayoutVariant {
  const asked = slide.layout ?? fromContent(content, at)
  return resolveVariant(refineVariant(asked, content, at, layouts), layouts)
}

function fromContent({ title, texts, pictures, media, characters }: SlideContent, at: Position): LayoutName {
  const pictured = pictures.length + media.length > 0
  const short =
    characters <= subtitleLimits.characters && texts.every((text) => countLines(text) <= subtitleLimits.lines)
  if (title && !pictured && short && texts.length <= 1 && at.first) return 'cover'
  if (texts.length === 0 && !pictured) return at.last ? 'closing' : 'section'
  if (texts.length > 1) return 'columns'
  if (texts.length === 1) return 'text'
  return pictures.length > 0 ? 'image' : blockType(media[0]!.type).layout
}

const flexibleLayouts: ReadonlySet<LayoutName> = new Set(['text', 'image', 'video', 'map', 'columns'])

/** The variant that what is there wants: a picture beside its text, a page without a picture that is missing. */
function refineVariant(asked: LayoutName, content: SlideContent, at: Position, layouts: Layouts): LayoutVariant {
  const { texts, pictures, media, shape } = content
  const shown = texts.length + pictures.length + media.length
  if (!content.title && shown === 0) return 'text'
  if (!flexibleLayouts.has(asked)) return asked
  if (shown === 0) return at.first ? 'cover' : 'section'
  if (asked === 'columns' && texts.length > 1) return columnsVariant(texts.length)
  if (texts.length > 0) {
    if (pictures.length > 0) return besideText(content, layouts)
    if (media.length > 0) return 'text-image'
    return isStatement(texts) && layouts.statement ? 'statement' : 'text'
  }
  if (pictures.length > 0 && (asked === 'image' || media.length === 0)) {
    return shape ? pictureAlone(shape, content.title !== null, layouts) : 'image'
  }
  return media.length > 0 ? blockType(media[0]!.type).layout : 'image'
}

/** A few words that are no list. */
function isStatement(texts: readonly LocalizedBlock[]): boolean {
  const [text] = texts
  if (texts.length !== 1 || !text || !('text' in text)) return false
  const lines = parseParagraphs(text.text.text)
  const plain = lines.length > 0 && lines.every(({ kind, marker }) => kind === 'paragraph' && !marker)
  return plain && lines.length <= statementLimits.lines && countCharacters(text) <= statementLimits.characters
}

/**
 * A photograph fills the stage. An upright picture stands at the right of its title, if it is seen larger there than below
 * it; any other one stands below.
 */
function pictureAlone(shape: MediaShape, titled: boolean, layouts: Layouts): LayoutVariant {
  const full = layouts['image-full']?.regions.image
  if (full && canFill(shape, full)) return 'image-full'
  const { image } = layouts[resolveVariant('image', layouts)]!.regions
  if (!titled || shape.reflowable || shape.aspectRatio >= 1 || !image) return 'image'
  const larger = (['image-tall', 'text-image', 'text-image-tall'] as const).find((variant) => {
    const column = layouts[variant]?.regions.image
    return column && (canFill(shape, column) || heightInRegion(column, shape) > heightInRegion(image, shape))
  })
  return larger ?? 'image'
}

/** Height of a picture that stands whole in a region. Units: px. */
const heightInRegion = (region: Region, { aspectRatio: ratio }: MediaShape) =>
  containBox({ width: ratio, height: 1 }, region).height

/** Four texts stand better two by two. */
const columnsVariant = (texts: number): LayoutVariant => (texts === 2 || texts === 4 ? 'columns' : 'columns-3')

/** Where most of the picture is seen: in the usual place beside the text, in a narrow column for upright ones, in a band. */
function besideText({ shape, pictureFirst }: SlideContent, layouts: Layouts): LayoutVariant {
  const usual = pictureFirst ? 'text-image-left' : 'text-image'
  const tall = pictureFirst ? 'text-image-tall-left' : 'text-image-tall'
  if (!shape) return usual
  const worth = (variant: LayoutVariant) => visibleIn(shape, layouts[resolveVariant(variant, layouts)])
  const best = layouts[tall] && worth(tall) > worth(usual) ? tall : usual
  return layouts['text-image-wide'] && worth('text-image-wide') > worth(best) * bandBonus ? 'text-image-wide' : best
}

const visibleIn = (shape: MediaShape, layout: Layout | undefined): number => {
  const image = layout?.regions.image
  return image ? visibleFraction(shape, image) : 0
}

/** Whether a picture may fill a region: a photograph that loses little at its edges. */
export const canFill = (shape: MediaShape, region: Region): boolean =>
  shape.croppable && visibleFraction(shape, region) >= minVisible

/** What is in sight of a picture that fills a region; also, how much of the region one fills that stays whole. */
function visibleFraction({ aspectRatio: ratio }: MediaShape, { width, height }: Region): number {
  const place = width / height
  return Math.min(ratio / place, place / ratio)
}
