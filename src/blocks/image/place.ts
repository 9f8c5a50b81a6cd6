import type { ImageAsset } from '../../model/asset.ts'
import type { Placed, PlaceTools, Shape, Slot } from '../../model/block.ts'
import type { ImageBlock, ImageRef, TextBlock } from '../../model/deck.ts'
import type { PlacedBox, TextView } from '../../model/laid-out.ts'
import type { Said } from '../../model/lang.ts'
import type { Region } from '../../model/theme.ts'
import { below, clear, withCaptionRoom } from '../../typeset/boxes.ts'
import type { Fixed } from '../../typeset/set-text.ts'
import { captionGap, imageBox, isPhotograph, legendRoom, type Pictured, ratioOf, setCaption } from './box.ts'
import { placeSeveral } from './several.ts'

type Image = ImageRef<Said>

/** The picture of a reference, where there is one. */
export function shown(image: Image, asset: PlaceTools['asset']): ImageAsset | null {
  const found = asset(image.src)
  return found?.kind === 'image' ? found : null
}

/** What remains of pictures that could not be had: their captions. */
export function captionsAsTexts(images: readonly Image[]): TextBlock<Said>[] {
  return images.flatMap(({ caption, range }) =>
    caption?.text ? [{ type: 'text' as const, text: caption, range }] : [],
  )
}

/** The pictures of a block that are to be had. */
const picturesOf = ({ images }: ImageBlock<Said>, asset: PlaceTools['asset']): Pictured[] =>
  images.flatMap((image) => {
    const picture = shown(image, asset)
    return picture ? [{ image, picture }] : []
  })

/** Proportions in which several pictures stand well beside a text. */
const columnRatio = 0.7

/** Proportions of a picture; of several, those that suit a column best, as far as they can be brought into them. */
export function shapeOf(block: ImageBlock<Said>, asset: PlaceTools['asset']): Shape | null {
  const pictures = picturesOf(block, asset)
  const [first, ...more] = pictures
  if (!first) return null
  const captioned = block.images.some(({ caption }) => caption?.text)
  if (more.length === 0) {
    const { fit } = first.image
    const crop = fit === 'cover' || (fit === null && isPhotograph(first.picture))
    return { ratio: ratioOf(first), several: false, crop, captioned }
  }
  const inRow = pictures.reduce((sum, one) => sum + ratioOf(one), 0)
  const stacked = 1 / pictures.reduce((sum, one) => sum + 1 / ratioOf(one), 0)
  return { ratio: Math.min(Math.max(columnRatio, stacked), inRow), several: true, crop: false, captioned }
}

/** Sets pictures in their region: one fills it or stands whole in it, several share it. */
export function placeImages(block: ImageBlock<Said>, slot: Slot, tools: PlaceTools): Placed {
  const pictures = picturesOf(block, tools.asset)
  const [first, ...more] = pictures
  if (!first) return { pages: [], rest: [], size: null }
  const { boxes, further } =
    more.length === 0 ? placeOne(first, slot, tools) : placeSeveral(pictures, uncaptioned(slot), tools)
  return { pages: [boxes, ...further], rest: [], size: null }
}

const uncaptioned = (slot: Slot): Slot => ({
  ...slot,
  first: withCaptionRoom(slot.first, slot.layout.regions.caption),
})

function placeOne(one: Pictured, slot: Slot, tools: PlaceTools): Fixed {
  const region = slot.layout.regions.caption
  if (!one.image.caption?.text.trim()) {
    return { boxes: [imageBox(one, uncaptioned(slot).first, slot, tools)], further: [] }
  }
  const box = imageBox(one, slot.first, slot, tools)
  const smaller = box.width < slot.first.width || box.height < slot.first.height
  if (!region || (smaller && over(region, slot.first))) return withCaption(one, slot, tools)
  const at = region.below === slot.name ? below(region, bottomOf(slot.first)) : region
  const isUnder = at.y >= bottomOf(slot.first)
  const set = setCaption(one.image, isUnder ? closeTo(box, at, slot.first) : at, 'caption', slot, tools)
  return { boxes: [box, ...(set?.boxes ?? [])], further: set?.further ?? [] }
}

const over = (a: Region, b: Region) => a.y < bottomOf(b) && a.y + a.height > b.y
const bottomOf = ({ y, height }: Pick<Region, 'y' | 'height'>) => y + height
const reach = (region: Region, bottom: number): Region => ({ ...region, height: bottom - region.y })

/** A caption under a picture stands as near to it as to its region, and begins where it does if a line has room. */
function closeTo(box: Pick<Region, 'x' | 'y' | 'height'>, caption: Region, region: Region): Region {
  const y = caption.y - bottomOf(region) + bottomOf(box)
  const width = caption.x + caption.width - box.x
  const start = box.x > caption.x && width >= caption.width / 3 ? { x: box.x, width } : {}
  return { ...caption, ...start, y, height: bottomOf(caption) - y, align: 'top' }
}

/** A caption close under a picture, beginning where that does if its longest line has room from there. */
function under(caption: PlacedBox, box: PlacedBox, region: Region): PlacedBox {
  const lines = (caption.view as TextView).page.paragraphs.flatMap((paragraph) => paragraph.lines)
  const width = Math.ceil(Math.max(...lines.map((line) => line.width))) + 1
  const x = Math.max(region.x, Math.min(box.x, region.x + region.width - width))
  return { ...caption, x, y: bottomOf(box) + captionGap, width: region.x + region.width - x }
}

/** A picture with its caption under it, both inside the picture's region. */
function withCaption(one: Pictured, slot: Slot, tools: PlaceTools): Fixed {
  const region = clear(slot.first)
  const set = setCaption(one.image, legendRoom(region, tools), 'legend', slot, tools)
  const [caption] = set?.boxes ?? []
  const free = caption ? reach(region, bottomOf(region) - caption.height - captionGap) : region
  const box = imageBox(one, free, slot, tools)
  if (!caption) return { boxes: [box], further: set?.further ?? [] }
  return { boxes: [box, under(caption, box, region)], further: set?.further ?? [] }
}
