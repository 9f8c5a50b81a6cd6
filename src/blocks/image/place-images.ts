import type { ImageAsset } from '../../model/asset.ts'
import type { BlockContext, BlockSlot, MediaShape, PlacedBlock } from '../../model/block-type.ts'
import type { PlacedBox, TextView } from '../../model/laid-out.ts'
import type { LocalizedText } from '../../model/lang.ts'
import type { Region } from '../../model/theme.ts'
import { regionBelow, withCaptionRoom } from '../../typeset/box-geometry.ts'
import { parseParagraphs } from '../../typeset/parse-paragraphs.ts'
import type { FixedText } from '../../typeset/typeset-text.ts'
import type { TextBlock } from '../text/types.ts'
import { placeGallery } from './gallery.ts'
import {
  aspectRatio,
  captionGap,
  imageBox,
  isPhotograph,
  type LoadedImage,
  legendRegion,
  typesetCaption,
} from './image-box.ts'
import { pictureArea } from './picture-area.ts'
import type { ImageBlock, ImageRef } from './types.ts'

type LocalImage = ImageRef<LocalizedText>

/** Returns the file of a picture; null if it is missing. */
export function loadedImage(image: LocalImage, asset: BlockContext['asset']): ImageAsset | null {
  const found = asset(image.src)
  return found?.kind === 'image' ? found : null
}

/** Turns the captions of missing pictures into texts. */
export function captionsAsTexts(images: readonly LocalImage[]): TextBlock<LocalizedText>[] {
  return images.flatMap(({ caption, range, origin }) => {
    if (!caption?.text) return []
    const origins = parseParagraphs(caption.text).map(() => origin)
    return [{ type: 'text' as const, text: caption, range, origins }]
  })
}

/** The pictures of a block whose files were found. */
const picturesOf = ({ images }: ImageBlock<LocalizedText>, asset: BlockContext['asset']): LoadedImage[] =>
  images.flatMap((image) => {
    const picture = loadedImage(image, asset)
    return picture ? [{ image, picture }] : []
  })

/** The aspect ratio in which several pictures look best next to a text. */
const columnRatio = 0.7

/** Returns the shape of one picture, or of a gallery brought as close to a column as its pictures allow. */
export function shapeOf(block: ImageBlock<LocalizedText>, asset: BlockContext['asset']): MediaShape | null {
  const pictures = picturesOf(block, asset)
  const [first, ...more] = pictures
  if (!first) return null
  const captioned = block.images.some(({ caption }) => caption?.text)
  if (more.length === 0) {
    const { fit } = first.image
    const crop = fit === 'cover' || (fit === null && isPhotograph(first.picture))
    return { aspectRatio: aspectRatio(first), reflowable: false, croppable: crop, hasCaption: captioned }
  }
  const inRow = pictures.reduce((sum, one) => sum + aspectRatio(one), 0)
  const stacked = 1 / pictures.reduce((sum, one) => sum + 1 / aspectRatio(one), 0)
  return {
    aspectRatio: Math.min(Math.max(columnRatio, stacked), inRow),
    reflowable: true,
    croppable: false,
    hasCaption: captioned,
  }
}

/** Sets pictures in their region: one alone, or several in a gallery. */
export function placeImages(block: ImageBlock<LocalizedText>, slot: BlockSlot, context: BlockContext): PlacedBlock {
  const pictures = picturesOf(block, context.asset)
  const [first, ...more] = pictures
  if (!first) return { pages: [], overflow: [], size: null }
  const { boxes, overflowPages: further } =
    more.length === 0 ? placeSingle(first, slot, context) : placeGallery(pictures, withCaptionSpace(slot), context)
  return { pages: [boxes, ...further], overflow: [], size: null }
}

const withCaptionSpace = (slot: BlockSlot): BlockSlot => ({
  ...slot,
  first: withCaptionRoom(slot.first, slot.layout.regions.caption),
})

function placeSingle(one: LoadedImage, slot: BlockSlot, context: BlockContext): FixedText {
  const region = slot.layout.regions.caption
  if (!one.image.caption?.text.trim()) {
    return { boxes: [imageBox(one, withCaptionSpace(slot).first, slot, context)], overflowPages: [] }
  }
  const box = imageBox(one, slot.first, slot, context)
  const smaller = box.width < slot.first.width || box.height < slot.first.height
  if (!region || (smaller && overlapsVertically(region, slot.first))) return placeWithCaption(one, slot, context)
  const at = region.below === slot.regionName ? regionBelow(region, bottomOf(slot.first)) : region
  const isUnder = at.y >= bottomOf(slot.first)
  const set = typesetCaption(one.image, isUnder ? captionNear(box, at, slot.first) : at, 'caption', slot, context)
  return { boxes: [box, ...(set?.boxes ?? [])], overflowPages: set?.overflowPages ?? [] }
}

const overlapsVertically = (a: Region, b: Region) => a.y < bottomOf(b) && a.y + a.height > b.y
const bottomOf = ({ y, height }: Pick<Region, 'y' | 'height'>) => y + height
const extendTo = (region: Region, bottom: number): Region => ({ ...region, height: bottom - region.y })

/** Moves a caption up to its picture, and aligns it with the picture's left edge if the lines stay long enough. */
function captionNear(box: Pick<Region, 'x' | 'y' | 'height'>, caption: Region, region: Region): Region {
  const y = caption.y - bottomOf(region) + bottomOf(box)
  const width = caption.x + caption.width - box.x
  const start = box.x > caption.x && width >= caption.width / 3 ? { x: box.x, width } : {}
  return { ...caption, ...start, y, height: bottomOf(caption) - y, align: 'top' }
}

/**
 * Moves a caption up to its picture, and aligns it with the picture's left edge if its longest line fits from there.
 */
function captionUnder(caption: PlacedBox, box: PlacedBox, region: Region): PlacedBox {
  const lines = (caption.view as TextView).page.paragraphs.flatMap((paragraph) => paragraph.lines)
  const width = Math.ceil(Math.max(...lines.map((line) => line.width))) + 1
  const x = Math.max(region.x, Math.min(box.x, region.x + region.width - width))
  return { ...caption, x, y: bottomOf(box) + captionGap, width: region.x + region.width - x }
}

/** Sets a picture with its caption below, both inside the region of the picture. */
function placeWithCaption(one: LoadedImage, slot: BlockSlot, context: BlockContext): FixedText {
  const region = pictureArea(slot, context)
  const set = typesetCaption(one.image, legendRegion(region, context), 'legend', slot, context)
  const [caption] = set?.boxes ?? []
  const free = caption ? extendTo(region, bottomOf(region) - caption.height - captionGap) : region
  const image = imageBox(one, free, slot, context)
  // Beside a text, picture and caption begin at the edge of their column.
  const beside = region.x - slot.first.x !== slot.first.x + slot.first.width - region.x - region.width
  const box = beside ? { ...image, x: region.x } : image
  if (!caption) return { boxes: [box], overflowPages: set?.overflowPages ?? [] }
  return { boxes: [box, captionUnder(caption, box, region)], overflowPages: set?.overflowPages ?? [] }
}
