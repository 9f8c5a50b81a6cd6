import type { ImageAsset } from '../../model/asset.ts'
import type { Placed, PlaceTools, Shape, Slot } from '../../model/block.ts'
import type { ImageBlock, ImageRef, TextBlock } from '../../model/deck.ts'
import type { ImageView, PlacedBox } from '../../model/laid-out.ts'
import type { Said } from '../../model/lang.ts'
import type { Region } from '../../model/theme.ts'
import { type Fixed, setFixed } from '../set.ts'
import { below, clear, divide, whole } from '../stand.ts'
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
  return { ratio, crop, captioned: block.images.some(({ caption }) => caption?.text) }
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
    return { boxes: [imageBox(image, picture, free, slot.name, tools)], further: [] }
  }
  const box = imageBox(image, picture, slot.first, slot.name, tools)
  const smaller = box.width < slot.first.width || box.height < slot.first.height
  if (!region || (smaller && over(region, slot.first))) return withCaption({ image, picture }, slot, tools)
  const at = region.below === slot.name ? below(region, bottomOf(slot.first)) : region
  const set = setCaption(image, caption, at.y >= bottomOf(slot.first) ? from(at, box.x) : at, slot, tools)
  return { ...set, boxes: [box, ...set.boxes] }
}

const over = (a: Region, b: Region) => a.y < bottomOf(b) && a.y + a.height > b.y

/** A caption under a picture begins where the picture does, while there is room for a line worth reading. */
const from = (region: Region, x: number): Region => {
  const width = region.x + region.width - x
  return x > region.x && width >= region.width / 3 ? { ...region, x, width } : region
}

const bottomOf = ({ y, height }: Region) => y + height
const reach = (region: Region, bottom: number): Region => ({ ...region, height: bottom - region.y })

function placeGrid(pictures: readonly Pictured[], slot: Slot, tools: PlaceTools): Fixed {
  const cells = divide(slot.first, ...gridOf(pictures, slot.first))
  const captions = pictures.map(({ image }, i) =>
    image.caption?.text ? setCaption(image, image.caption, legendRoom(cells[i]!, tools), slot, tools, 'legend') : null,
  )
  const tallest = Math.max(0, ...captions.map((set) => set?.boxes[0]?.height ?? 0))
  const boxes = pictures.flatMap(({ image, picture }, i) => {
    const { cell, under } = divideCell(cells[i]!, tallest, captions[i]?.boxes[0])
    return [imageBox(image, picture, cell, slot.name, tools), ...under]
  })
  return { boxes, further: captions.flatMap((set) => set?.further ?? []) }
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

/** A picture with its caption under it, both inside the picture's region. */
function withCaption({ image, picture }: Pictured, slot: Slot, tools: PlaceTools): Fixed {
  const region = clear(slot.first)
  const { boxes, further } = setCaption(image, image.caption!, legendRoom(region, tools), slot, tools, 'legend')
  const { cell, under } = divideCell(region, boxes[0]?.height ?? 0, boxes[0])
  return { boxes: [imageBox(image, picture, cell, slot.name, tools), ...under], further }
}

/** A caption inside a picture's region takes half of it at most. */
function legendRoom(region: Region, { theme }: PlaceTools): Region {
  const style = theme.styles.caption ? 'caption' : 'body'
  return { ...region, style, align: 'top', height: Math.floor(region.height / 2) }
}

/** The picture's part of a region, and the caption below it. */
function divideCell(region: Region, height: number, caption: PlacedBox | undefined) {
  const cell = height > 0 ? reach(region, bottomOf(region) - height - captionGap) : region
  return { cell, under: caption ? [{ ...caption, y: bottomOf(region) - height }] : [] }
}

function setCaption(
  image: Image,
  caption: Said,
  region: Region,
  slot: Slot,
  tools: PlaceTools,
  name: 'caption' | 'legend' = 'caption',
): Fixed {
  const paragraphs = plainParagraphs(caption.text)
  return setFixed(paragraphs, caption.lang, { region, name }, slot, image.range, tools)
}

function imageBox(image: Image, picture: ImageAsset, region: Region, name: string, tools: PlaceTools): PlacedBox {
  const fit = image.fit ?? fitOf(picture, region.width / region.height)
  const said = [image.alt, image.caption].find((one) => one?.text.trim())
  if (!said) tools.report({ code: 'alt-missing', path: image.src, severity: 'info', range: image.range })
  const view: ImageView = {
    picture,
    alt: said?.text ?? '',
    lang: said?.lang ?? tools.lang,
    fit,
    focus: image.focus ?? { x: 0.5, y: 0.5 },
  }
  const box = fit === 'contain' ? whole(picture, region) : region
  const { x, y, width, height } = box
  return { x, y, width, height, region: name, template: 'image', view }
}

function fitOf(picture: ImageAsset, ratio: number): ImageView['fit'] {
  return isPhotograph(picture) && part(picture.width / picture.height, ratio) >= leastSeen ? 'cover' : 'contain'
}

/** Drawings, tables and screenshots come as PNG, GIF or SVG, and lose their sense when an edge is cut off. */
const isPhotograph = ({ mime }: ImageAsset) => mime === 'image/jpeg' || mime === 'image/webp' || mime === 'image/avif'
