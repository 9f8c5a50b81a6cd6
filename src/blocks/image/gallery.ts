import type { BlockContext, BlockSlot } from '../../model/block-type.ts'
import type { PlacedBox } from '../../model/laid-out.ts'
import type { Box, Region } from '../../model/theme.ts'
import { alignBox, containBox, divideRegion, visibleFraction } from '../../typeset/box-geometry.ts'
import type { FixedText } from '../../typeset/typeset-text.ts'
import {
  aspectRatio,
  boxOf,
  captionGap,
  isPhotograph,
  type LoadedImage,
  legendRegion,
  mayBeCropped,
  typesetCaption,
} from './image-box.ts'
import { justifyPictures } from './justify-pictures.ts'
import { pictureArea } from './picture-area.ts'
import { fitRows } from './picture-rows.ts'
import { placeTiles } from './tiles.ts'

/**
 * Sets several pictures in one region, each with its caption: photographs fill the width; pictures with captions and
 * drawings, such as the logos of partners, stand in equal tiles. Cropped further only if the deck asks for it.
 */
export function placeGallery(pictures: readonly LoadedImage[], slot: BlockSlot, context: BlockContext): FixedText {
  if (pictures.every(({ image }) => image.fit === 'cover')) return placeCropped(pictures, slot, context)
  const region = pictureArea(slot, context)
  const captioned = pictures.some(({ image }) => image.caption?.text.trim())
  if (captioned) return placeTiles(pictures, region, slot, context)
  const photographs = pictures.every(mayBeCropped)
  const ratios = pictures.map(aspectRatio)
  if (!pictures.some(({ picture }) => isPhotograph(picture)) && !areAlike(ratios)) {
    return placeTiles(pictures, region, slot, context)
  }
  const cells = cellsIn(region, ratios.map(cellRatio), photographs, slot)
  const lowest = Math.max(...cells.map(({ y, height }) => y + height))
  const { y } = alignBox(region, lowest - region.y)
  const boxes = pictures.map((one, i) => {
    const cell = { ...cells[i]!, y: cells[i]!.y + y - region.y }
    return boxInCell(one, { ...region, ...cell }, slot, context)
  })
  return { boxes, overflowPages: [] }
}

/** Pictures beside a text may be narrower than their column if that shows much more of them. */
const narrowing = { steps: [0.94, 0.88, 0.82, 0.76, 0.7, 0.64, 0.58, 0.52, 0.46, 0.4], bonus: 1.2 }

/**
 * The cells of pictures: as wide as their region; if they would be too high for that or, beside a text, too small, narrower.
 * A narrower column keeps its edge at the margin of the slide, a gallery alone stands in the middle.
 */
function cellsIn(region: Region, ratios: readonly number[], croppable: boolean, slot: BlockSlot): Box[] {
  const wide = justifyPictures(ratios, region, croppable)
  if (wide && slot.isOnlyContent) return wide.cells
  const atLeft = slot.isOnlyContent || slot.layout.regions.matte ? 0.5 : slot.first.x <= 0 ? 0 : 1
  let best = wide
  for (const step of narrowing.steps) {
    const width = Math.round(region.width * step)
    const x = region.x + Math.round((region.width - width) * atLeft)
    const narrow = justifyPictures(ratios, { ...region, x, width }, croppable)
    if (narrow && (!best || narrow.score > best.score * (best === wide ? narrowing.bonus : 1))) best = narrow
  }
  return best?.cells ?? fitRows(ratios, region).cells
}

/** A picture with a more extreme aspect ratio is shown uncropped in a cell of this one. */
const maxRatio = 4

/** The aspect ratio of the cell of a picture. */
const cellRatio = (ratio: number) => Math.min(Math.max(ratio, 1 / maxRatio), maxRatio)

/** Whether pictures of these aspect ratios look equal in rows. */
const areAlike = (ratios: readonly number[]) => Math.max(...ratios) / Math.min(...ratios) < 1.15

/** Less of a picture must not be lost. */
const minVisible = 0.7

/** A picture fills its cell, unless too much of it would be lost. */
function boxInCell(one: LoadedImage, cell: Region, slot: BlockSlot, context: BlockContext): PlacedBox {
  const visible = visibleFraction(aspectRatio(one), cell.width / cell.height)
  const fills = visible >= (mayBeCropped(one) ? minVisible : 0.97)
  const box: Box = fills ? cell : containBox(one.picture, cell)
  return boxOf(one, box, fills && visible < 0.99 ? 'cover' : 'contain', slot, context)
}

const captionBelow = (caption: PlacedBox, cell: Pick<Region, 'x' | 'y' | 'height'>): PlacedBox => ({
  ...caption,
  x: cell.x,
  y: cell.y + cell.height + captionGap,
})

/** Sets pictures that fill cells of one size, in the grid that crops them least. */
function placeCropped(pictures: readonly LoadedImage[], slot: BlockSlot, context: BlockContext): FixedText {
  const cells = divideRegion(slot.first, ...bestCropGrid(pictures, slot.first))
  const captions = pictures.map(({ image }, i) =>
    typesetCaption(image, legendRegion(cells[i]!, context), 'legend', slot, context),
  )
  const tallest = Math.max(0, ...captions.map((set) => (set?.boxes[0] ? set.boxes[0].height + captionGap : 0)))
  const boxes = pictures.flatMap((one, i): PlacedBox[] => {
    const cell = { ...cells[i]!, height: cells[i]!.height - tallest }
    return [
      boxOf(one, cell, 'cover', slot, context),
      ...(captions[i]?.boxes ?? []).map((caption) => captionBelow(caption, cell)),
    ]
  })
  return { boxes, overflowPages: captions.flatMap((set) => set?.overflowPages ?? []) }
}

function bestCropGrid(pictures: readonly LoadedImage[], region: Region): [columns: number, rows: number] {
  const n = pictures.length
  const grids = Array.from({ length: n }, (_, i): [number, number] => [i + 1, Math.ceil(n / (i + 1))])
  const seen = ([columns, rows]: [number, number]) => {
    const ratio = region.width / columns / (region.height / rows)
    const all = pictures.reduce((sum, one) => sum + visibleFraction(aspectRatio(one), ratio), 0)
    return (all / n) * (n / (columns * rows))
  }
  return grids.reduce((best, grid) => (seen(grid) > seen(best) + 0.001 ? grid : best))
}
