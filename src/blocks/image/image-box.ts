import type { ImageAsset } from '../../model/asset.ts'
import type { BlockContext, BlockSlot } from '../../model/block-type.ts'
import type { ImageView, PlacedBox } from '../../model/laid-out.ts'
import type { LocalizedText } from '../../model/lang.ts'
import type { Box, Region } from '../../model/theme.ts'
import { containBox } from '../../typeset/box-geometry.ts'
import { parsePlainParagraphs } from '../../typeset/parse-paragraphs.ts'
import { type FixedText, sourcesOf, typesetFixed } from '../../typeset/typeset-text.ts'
import type { ImageRef } from './types.ts'

/** A picture of a deck, and the file that it is. */
export interface LoadedImage {
  image: ImageRef<LocalizedText>
  picture: ImageAsset
}

/** A photograph is cropped to fill its place only while at least this part of it stays in sight: beside a text, and alone. */
const minVisible = { beside: 0.4, alone: 0.75 }

/** What is seen of a picture in a place of other proportions; also, what it fills of it when it stays whole. */
export const visibleFraction = (ratio: number, place: number) => Math.min(ratio / place, place / ratio)

export const aspectRatio = ({ picture }: LoadedImage) => picture.width / picture.height

/** Drawings, tables and screenshots come as PNG, GIF or SVG, and lose their sense when an edge is cut off. */
export const isPhotograph = ({ mime }: ImageAsset) =>
  mime === 'image/jpeg' || mime === 'image/webp' || mime === 'image/avif'

/** The box of a picture in a region of its slot: filling it, or whole in the middle of it. */
export function imageBox(
  { image, picture }: LoadedImage,
  region: Region,
  slot: BlockSlot,
  tools: BlockContext,
): PlacedBox {
  const visible = visibleFraction(picture.width / picture.height, region.width / region.height)
  const minimum = slot.isOnlyContent ? minVisible.alone : minVisible.beside
  const fit = image.fit ?? (isPhotograph(picture) && visible >= minimum ? 'cover' : 'contain')
  return boxOf(
    { image, picture },
    fit === 'contain' ? containBox(picture, region) : region,
    fit,
    slot.regionName,
    tools,
  )
}

/** A picture in a box of its own proportions, or one that it fills. */
export function boxOf(
  { image, picture }: LoadedImage,
  { x, y, width, height }: Box,
  fit: ImageView['fit'],
  name: string,
  tools: BlockContext,
): PlacedBox {
  const altText = [image.alt, image.caption].find((one) => one?.text.trim())
  if (!altText) tools.report({ code: 'alt-missing', path: image.src, severity: 'info', range: image.range })
  const view: ImageView = {
    picture,
    alt: altText?.text ?? '',
    lang: altText?.lang ?? tools.lang,
    fit,
    focus: image.focus ?? { x: 0.5, y: 0.5 },
  }
  return { x, y, width, height, region: name, template: 'image', view, ...sourcesOf([image.origin]) }
}

/** Between a picture and its caption in one region. Units: px. */
export const captionGap = 8

/** The words of a picture: over it or under it as the theme wants (`caption`), or close below it (`legend`). */
export function typesetCaption(
  image: ImageRef<LocalizedText>,
  region: Region,
  name: 'caption' | 'legend',
  slot: BlockSlot,
  tools: BlockContext,
): FixedText | null {
  const { caption, range, origin } = image
  if (!caption?.text.trim()) return null
  const paragraphs = parsePlainParagraphs(caption.text).map((paragraph) => ({ ...paragraph, origin }))
  return typesetFixed(paragraphs, caption.lang, { region, name }, slot, range, tools)
}

/** A caption inside a picture's region takes half of it at most. */
export function legendRegion(region: Region, { theme }: BlockContext): Region {
  const style = theme.styles.caption ? 'caption' : 'body'
  return { ...region, style, align: 'top', height: Math.floor(region.height / 2) }
}
