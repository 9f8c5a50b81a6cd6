import type { ImageAsset } from '../../model/asset.ts'
import type { Placed, PlaceTools, Shape, Slot } from '../../model/block.ts'
import type { ImageBlock, ImageRef, TextBlock } from '../../model/deck.ts'
import type { ImageView, PlacedBox } from '../../model/laid-out.ts'
import type { Lang, Said } from '../../model/lang.ts'
import type { Region } from '../../model/theme.ts'
import { type Fixed, setFixed } from '../set.ts'
import { below, divide } from '../stand.ts'
import { plainParagraphs } from '../text/paragraphs.ts'

type Image = ImageRef<Said>

/** A photograph is cropped to fill its place only while at least this part of it stays in sight. */
const leastSeen = 0.4

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

/** Proportions of a picture, or of a row of pictures. */
export function shapeOf(block: ImageBlock<Said>, asset: PlaceTools['asset']): Shape | null {
  const pictures = block.images.flatMap((image) => shown(image, asset) ?? [])
  if (pictures.length === 0) return null
  const ratio = pictures.reduce((sum, { width, height }) => sum + width / height, 0)
  const [image] = block.images
  const crop =
    pictures.length === 1 && image?.fit !== 'contain' && (image?.fit === 'cover' || isPhotograph(pictures[0]!))
  return { ratio, crop }
}

/** Sets pictures in their region: one fills it or stands whole in it, several share it evenly. */
export function placeImages(block: ImageBlock<Said>, slot: Slot, tools: PlaceTools): Placed {
  const pictures = block.images.flatMap((image) => {
    const picture = shown(image, tools.asset)
    return picture ? [{ image, picture }] : []
  })
  if (pictures.length === 0) return { pages: [], rest: [], size: null }
  const { boxes, further } =
    pictures.length === 1 ? placeOne(pictures[0]!, slot, tools) : placeGrid(pictures, slot, tools)
  return { pages: [boxes, ...further], rest: [], size: null }
}

interface Pictured {
  image: Image
  picture: ImageAsset
}

function placeOne({ image, picture }: Pictured, slot: Slot, tools: PlaceTools): Fixed {
  const region = slot.layout.regions.caption
  const caption = image.caption?.text ? image.caption : null
  if (!caption) {
    // What the caption leaves free goes to the picture, where it would have stood below.
    const free = region && region.y >= bottomOf(slot.first) ? reach(slot.first, bottomOf(region)) : slot.first
    return { boxes: [imageBox(image, picture, free, slot.name, tools.lang)], further: [] }
  }
  if (!region) return withCaption({ image, picture }, slot.first, slot, tools)
  const at = region.below === slot.name ? below(region, bottomOf(slot.first)) : region
  const set = setCaption(image, caption, at, slot, tools)
  return { ...set, boxes: [imageBox(image, picture, slot.first, slot.name, tools.lang), ...set.boxes] }
}

const bottomOf = ({ y, height }: Region) => y + height
const reach = (region: Region, bottom: number): Region => ({ ...region, height: bottom - region.y })

function placeGrid(pictures: readonly Pictured[], slot: Slot, tools: PlaceTools): Fixed {
  const cells = divide(slot.first, ...gridOf(pictures, slot.first))
  const set = pictures.map((pictured, i): Fixed => {
    const { image, picture } = pictured
    if (image.caption?.text) return withCaption(pictured, cells[i]!, slot, tools)
    return { boxes: [imageBox(image, picture, cells[i]!, slot.name, tools.lang)], further: [] }
  })
  return { boxes: set.flatMap(({ boxes }) => boxes), further: set.flatMap(({ further }) => further) }
}

/** Columns and rows that crop the pictures least. */
function gridOf(pictures: readonly Pictured[], region: Region): [columns: number, rows: number] {
  const n = pictures.length
  const grids = Array.from({ length: n }, (_, i): [number, number] => [i + 1, Math.ceil(n / (i + 1))])
  const seen = ([columns, rows]: [number, number]) => {
    const ratio = region.width / columns / (region.height / rows)
    const all = pictures.reduce((sum, { picture }) => sum + part(picture.width / picture.height, ratio), 0)
    return (all / n) * (n / (columns * rows))
  }
  return grids.reduce((best, grid) => (seen(grid) > seen(best) + 0.001 ? grid : best))
}

/** What is seen of a picture in a place of other proportions; also, what it fills of it when it stays whole. */
const part = (ratio: number, place: number) => Math.min(ratio / place, place / ratio)

/** Between a picture and its caption in one region. Units: px. */
const captionGap = 8

/** A picture with its caption under it, both inside one region; the caption takes half of it at most. */
function withCaption({ image, picture }: Pictured, region: Region, slot: Slot, tools: PlaceTools): Fixed {
  const style = tools.theme.styles.caption ? 'caption' : 'body'
  const room: Region = { ...region, style, align: 'top', height: Math.floor(region.height / 2) }
  const { boxes, further } = setCaption(image, image.caption!, room, slot, tools)
  const [caption] = boxes
  if (!caption) return { boxes: [imageBox(image, picture, region, slot.name, tools.lang)], further }
  const cell = reach(region, bottomOf(region) - caption.height - captionGap)
  const under = { ...caption, y: bottomOf(region) - caption.height }
  return { boxes: [imageBox(image, picture, cell, slot.name, tools.lang), under], further }
}

function setCaption(image: Image, caption: Said, region: Region, slot: Slot, tools: PlaceTools): Fixed {
  const paragraphs = plainParagraphs(caption.text)
  return setFixed(paragraphs, caption.lang, { region, name: 'caption' }, slot, image.range, tools)
}

function imageBox(image: Image, picture: ImageAsset, region: Region, name: string, lang: Lang): PlacedBox {
  const { x, y, width, height } = region
  const view: ImageView = {
    picture,
    alt: image.alt?.text ?? '',
    lang: (image.alt ?? image.caption)?.lang ?? lang,
    fit: image.fit ?? fitOf(picture, width / height),
    focus: image.focus ?? { x: 0.5, y: 0.5 },
  }
  return { x, y, width, height, region: name, template: 'image', view }
}

function fitOf(picture: ImageAsset, ratio: number): ImageView['fit'] {
  return isPhotograph(picture) && part(picture.width / picture.height, ratio) >= leastSeen ? 'cover' : 'contain'
}

/** Drawings, tables and screenshots come as PNG, GIF or SVG, and lose their sense when an edge is cut off. */
const isPhotograph = ({ mime }: ImageAsset) => mime === 'image/jpeg' || mime === 'image/webp' || mime === 'image/avif'
