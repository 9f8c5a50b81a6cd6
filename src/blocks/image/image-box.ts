import type { ImageAsset } from '../../model/asset.ts'
import type { BlockContext, BlockSlot } from '../../model/block-type.ts'
import { isHexColor } from '../../model/color.ts'
import type { ImageView, PlacedBox } from '../../model/laid-out.ts'
import type { LocalizedText } from '../../model/lang.ts'
import { unseenOn } from '../../model/picture-contrast.ts'
import type { Box, Region } from '../../model/theme.ts'
import { containBox, visibleFraction } from '../../typeset/box-geometry.ts'
import { parsePlainParagraphs } from '../../typeset/parse-paragraphs.ts'
import { type FixedText, sourcesOf, typesetFixed } from '../../typeset/typeset-text.ts'
import { withoutMarkup } from '../../typeset/without-markup.ts'
import { atMargin, pictureArea } from './picture-area.ts'
import type { ImageRef } from './types.ts'

/** A picture of a deck with its file. */
export interface LoadedImage {
  image: ImageRef<LocalizedText>
  picture: ImageAsset
}

/** A photograph is cropped only if at least this part of it stays visible: next to a text, and alone. */
const minVisible = { beside: 0.4, alone: 0.75 }

/** Returns the aspect ratio of a picture. */
export const aspectRatio = ({ picture }: LoadedImage) => picture.width / picture.height

/** Drawings, tables and screenshots are PNG, GIF or SVG, and become useless if an edge is cropped. */
export const isPhotograph = ({ mime }: ImageAsset) =>
  mime === 'image/jpeg' || mime === 'image/webp' || mime === 'image/avif'

/** Whether a picture is a photograph that its author does not want whole. */
export const mayBeCropped = ({ image, picture }: LoadedImage) => image.fit !== 'contain' && isPhotograph(picture)

/** Places a picture in a region: filling it, or uncropped and centred. */
export function imageBox(
  { image, picture }: LoadedImage,
  region: Region,
  slot: BlockSlot,
  context: BlockContext,
): PlacedBox {
  const visible = visibleFraction(picture.width / picture.height, region.width / region.height)
  const minimum = slot.isOnlyContent ? minVisible.alone : minVisible.beside
  const fit = image.fit ?? (isPhotograph(picture) && visible >= minimum ? 'cover' : 'contain')
  return boxOf(
    { image, picture },
    fit === 'contain' ? wholeBox(picture, { ...slot, first: region }, context) : region,
    fit,
    slot,
    context,
  )
}

function wholeBox(picture: ImageAsset, slot: BlockSlot, context: BlockContext): Box {
  const area = pictureArea(slot, context)
  return atMargin(containBox(picture, area), area, slot.first)
}

/** Creates the box of a picture, on the ground of the slide or on a plate of its own. */
export function boxOf(
  { image, picture }: LoadedImage,
  { x, y, width, height }: Box,
  fit: ImageView['fit'],
  slot: Pick<BlockSlot, 'regionName' | 'layout'>,
  context: BlockContext,
  plate = false,
): PlacedBox {
  const altText = [image.alt, image.caption].find((one) => one?.text.trim())
  if (!altText) context.report({ code: 'alt-missing', path: image.src, severity: 'info', range: image.range })
  const ground = groundOf(slot, context, plate)
  const unseen = ground && unseenOn(ground, picture)
  if (unseen) {
    context.report({ code: 'image-invisible', path: image.src, ...unseen, severity: 'warning', range: image.range })
  }
  const view: ImageView = {
    picture,
    alt: altText ? withoutMarkup(altText).text : '',
    lang: altText?.lang ?? context.lang,
    fit,
    focus: image.focus ?? { x: 0.5, y: 0.5 },
    ...(plate && { plate }),
  }
  const sources = sourcesOf([image.origin])
  return { x, y, width, height, region: slot.regionName, template: 'image', view, ...(sources && { sources }) }
}

/** The colour behind a picture; null behind which is another picture, or nothing known. */
function groundOf(
  { layout, regionName }: Pick<BlockSlot, 'regionName' | 'layout'>,
  { colors, background }: BlockContext,
  plate: boolean,
): string | null {
  if (plate || (layout.regions.matte && regionName === 'image')) return colors.tint ?? null
  if (background !== null) return isHexColor(background) ? background : null
  return colors[layout.ground] ?? null
}

/** The distance between a picture and a caption in the same region. Units: px. */
export const captionGap = 8

/** Sets the caption of a picture: where the theme wants it (`caption`), or directly below the picture (`legend`). */
export function typesetCaption(
  image: ImageRef<LocalizedText>,
  region: Region,
  name: 'caption' | 'legend',
  slot: BlockSlot,
  context: BlockContext,
): FixedText | null {
  const { caption, range, origin } = image
  if (!caption?.text.trim()) return null
  const paragraphs = parsePlainParagraphs(caption.text).map((paragraph) => ({ ...paragraph, origin }))
  return typesetFixed(paragraphs, caption.lang, { region, name }, slot, range, context)
}

/** A caption inside the region of a picture takes at most half of it. */
export function legendRegion(region: Region, { theme }: BlockContext): Region {
  const style = theme.styles.caption ? 'caption' : 'body'
  return { ...region, style, align: 'top', height: Math.floor(region.height / 2) }
}
