import { blockType, blockTypes } from '../blocks/registry.ts'
import { languages } from '../languages/languages.ts'
import type { LocalizedBlock } from '../model/block.ts'
import type { MediaShape } from '../model/block-type.ts'
import type { LayoutName, LocalizedSlide } from '../model/deck.ts'
import type { Layout, LayoutVariant, Region } from '../model/theme.ts'
import { containBox, visibleFraction } from '../typeset/box-geometry.ts'
import { parseParagraphs } from '../typeset/parse-paragraphs.ts'
import { countCharacters, countLines, type SlideContent } from './slide-content.ts'

/** The layouts of one aspect ratio by name. */
export type Layouts = { [V in LayoutVariant]?: Layout }

/** Whether a slide is the first or the last of its deck. */
export interface Position {
  first: boolean
  last: boolean
}

/** A longer text is not a subtitle, and a cover has no region for it. */
const subtitleLimits = { characters: 200, lines: 4 }

/** A text of this length is read at a glance, so it stands alone on its page in large type. */
const statementLimits = { characters: 105, lines: 2 }

/**
 * A band must show this much more of a picture than a column: a text is easier to read next to a picture than below it.
 */
const bandBonus = 1.25

/** A text of this length fits beside a map or a video. Units: characters. */
const columnLimit = 380

/** A text of this length stands below a map or a video, as a caption does. */
const captionLimits = { characters: 100, lines: 2 }

/** A picture may fill a region if at least this part of it stays visible. */
const minVisible = 0.75

/** Substitutes for layouts that a theme lacks, best first. The last resort is `text`. */
const fallbacks: { [V in LayoutVariant]?: readonly LayoutVariant[] } = {
  cover: ['section'],
  closing: ['cover', 'section'],
  section: ['cover'],
  quote: ['section'],
  map: ['video', 'image'],
  poll: ['table', 'timeline', 'chart'],
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
  'media-text': ['text-image'],
  'media-text-wide': ['media-text', 'text-image'],
}

/**
 * Returns a layout of the theme, or its substitute. Errors: throws if the theme lacks `text`, which its schema forbids.
 */
export function resolveVariant(variant: LayoutVariant, layouts: Layouts): LayoutVariant {
  const found = [variant, ...(fallbacks[variant] ?? []), 'text' as const].find((name) => layouts[name])
  if (!found) throw new Error('The theme has no layout "text"')
  return found
}

/**
 * Chooses the layout of a slide: the requested one if the slide has content for it, otherwise one that suits the
 * content.
 */
export function chooseVariant(
  slide: LocalizedSlide,
  content: SlideContent,
  at: Position,
  layouts: Layouts,
): LayoutVariant {
  const asked = slide.layout ?? fromContent(content, at)
  return resolveVariant(refineVariant(asked, content, at, layouts), layouts)
}

/** Whether a text has headings, so that it is more than a subtitle. */
const hasHeadings = (block: LocalizedBlock) =>
  'text' in block && parseParagraphs(block.text.text).some(({ kind }) => kind === 'heading')

/** Whether a title thanks the audience, in any language. */
function isThanks(title: LocalizedBlock): boolean {
  const words = 'text' in title ? title.text.text.trim().toLowerCase() : ''
  return words.length <= thanksLimit && Object.values(languages).some(({ thanks }) => thanks.test(words))
}

/** A longer title says more than thanks. Units: characters. */
const thanksLimit = 80

function fromContent({ title, texts, pictures, media, data, characters }: SlideContent, at: Position): LayoutName {
  if (data.length > 0) return blockType(data[0]!.type).layout
  const pictured = pictures.length + media.length > 0
  const short =
    characters <= subtitleLimits.characters &&
    texts.every((text) => countLines(text) <= subtitleLimits.lines && !hasHeadings(text))
  if (title && !pictured && short && texts.length <= 1 && at.first) return 'cover'
  if (title && !pictured && short && texts.length <= 1 && at.last && isThanks(title)) return 'closing'
  if (texts.length === 0 && !pictured) return at.last ? 'closing' : 'section'
  if (texts.length > 1) return 'columns'
  if (texts.length === 1) return 'text'
  return pictures.length > 0 ? 'image' : blockType(media[0]!.type).layout
}

/** Layouts that give way to another one if the slide has no content for them. */
const flexibleLayouts: ReadonlySet<LayoutName> = new Set([
  ...(['text', 'image', 'video', 'map', 'columns'] as const),
  ...blockTypes.filter(({ role }) => role === 'data').map(({ layout }) => layout),
])

/** Adapts a layout to the content: a picture next to its text, no empty region for a missing picture. */
function refineVariant(asked: LayoutName, content: SlideContent, at: Position, layouts: Layouts): LayoutVariant {
  const { texts, pictures, media, data, shape, characters } = content
  if (data.length > 0) return blockType(data[0]!.type).layout
  const shown = texts.length + pictures.length + media.length
  if (!content.title && shown === 0) return 'text'
  if (!flexibleLayouts.has(asked)) return asked
  if (shown === 0) return at.first ? 'cover' : 'section'
  if (asked === 'columns' && texts.length > 1) return columnsVariant(texts.length)
  if (texts.length > 0) {
    if (pictures.length > 0) return besideText(content, layouts)
    // A longer text has pages of its own: beside it, a map or a video would be too narrow.
    if (media.length > 0) return characters <= columnLimit ? besideMedia(content, layouts) : 'text'
    return isStatement(texts) && layouts.statement ? 'statement' : 'text'
  }
  if (pictures.length > 0 && (asked === 'image' || media.length === 0)) {
    return shape ? pictureAlone(shape, content.title !== null, layouts) : 'image'
  }
  return media.length > 0 ? blockType(media[0]!.type).layout : 'image'
}

/** A few words stand below a wide map or video, so that it is larger; more of them in a column. */
function besideMedia({ texts, wideMedia }: SlideContent, layouts: Layouts): LayoutVariant {
  const { body, media } = layouts['media-text']?.regions ?? {}
  // On a narrow stage the text is always below.
  const isBelow = body !== undefined && media !== undefined && body.y > media.y
  return (wideMedia || isBelow) && isFewWords(texts, captionLimits) ? 'media-text-wide' : 'media-text'
}

/** Whether the texts are a few words to be read at a glance. */
const isStatement = (texts: readonly LocalizedBlock[]): boolean => isFewWords(texts, statementLimits)

/** Whether the texts are a few words that are not a list. */
function isFewWords(texts: readonly LocalizedBlock[], limits: { characters: number; lines: number }): boolean {
  const [text] = texts
  if (texts.length !== 1 || !text || !('text' in text)) return false
  const lines = parseParagraphs(text.text.text)
  const plain = lines.length > 0 && lines.every(({ kind, marker, note }) => kind === 'paragraph' && !marker && !note)
  return plain && lines.length <= limits.lines && countCharacters(text) <= limits.characters
}

/**
 * Chooses the layout of a picture without text. A photograph fills the stage. An upright picture goes to the right of
 * the title if it is larger there than below it; any other picture goes below.
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

/** The height of an uncropped picture in a region. Units: px. */
const heightInRegion = (region: Region, { aspectRatio: ratio }: MediaShape) =>
  containBox({ width: ratio, height: 1 }, region).height

/** Four texts are set two by two. */
export const columnsVariant = (texts: number): LayoutVariant => (texts === 2 || texts === 4 ? 'columns' : 'columns-3')

/** Chooses the layout that shows most of a picture next to a text: the usual one, a narrow column, or a band. */
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
  return image ? visibleFraction(shape.aspectRatio, image.width / image.height) : 0
}

/** Whether a picture may fill a region: only a photograph that loses little at its edges. */
export const canFill = (shape: MediaShape, region: Region): boolean =>
  shape.croppable && visibleFraction(shape.aspectRatio, region.width / region.height) >= minVisible
