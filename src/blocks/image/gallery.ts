import type { BlockContext, BlockSlot } from '../../model/block-type.ts'
import type { PlacedBox } from '../../model/laid-out.ts'
import type { Region } from '../../model/theme.ts'
import { divideRegion, insetFromEdge, visibleFraction } from '../../typeset/box-geometry.ts'
import type { FixedText } from '../../typeset/typeset-text.ts'
import { bestEqualColumns, breaksWord, equalColumns } from './equal-columns.ts'
import {
  aspectRatio,
  boxOf,
  captionGap,
  imageBox,
  isPhotograph,
  type LoadedImage,
  legendRegion,
  typesetCaption,
} from './image-box.ts'
import { fitRows, gutter, type PictureRows } from './picture-rows.ts'

/** Sets several pictures in one region, each with its caption: uncropped, or cropped if the deck asks for it. */
export function placeGallery(pictures: readonly LoadedImage[], slot: BlockSlot, context: BlockContext): FixedText {
  return pictures.every(({ image }) => image.fit === 'cover')
    ? placeCropped(pictures, slot, context)
    : placeUncropped(pictures, slot, context)
}

/**
 * The height of captions depends on the width of pictures and the other way round, and no picture should be narrower
 * than a word of its caption. This many rounds settle both in practice.
 */
const maxRounds = 14

/** The factor by which a cell grows per round while its caption would break inside a word. */
const widenFactor = 1.25

function placeUncropped(pictures: readonly LoadedImage[], slot: BlockSlot, context: BlockContext): FixedText {
  const region = insetFromEdge(slot.first)
  let ratios = pictures.map(aspectRatio)
  const captioned = pictures.map(({ image }) => Boolean(image.caption?.text.trim()))
  let heights = captioned.map(() => 0)
  let grid = fitRows(ratios, heights, region)
  const legend = legendRegion(region, context)
  const captionsIn = ({ cells }: PictureRows, most: readonly number[], context: BlockContext) =>
    pictures.map(({ image }, i) =>
      typesetCaption(image, { ...legend, ...horizontalExtent(cells[i]!), height: most[i]! }, 'legend', slot, context),
    )
  for (let round = 0; round < maxRounds; round++) {
    const captions = captionsIn(
      grid,
      heights.map(() => legend.height),
      { ...context, report: () => {} },
    )
    const needed = captions.map((set) => (set?.boxes[0] ? set.boxes[0].height + captionGap : 0))
    const cut = captions.map((set) => set !== null && breaksWord(set))
    if (!cut.includes(true) && needed.every((height, i) => height <= heights[i]!)) break
    if (round < maxRounds - 4) ratios = ratios.map((ratio, i) => (cut[i] ? ratio * widenFactor : ratio))
    heights = needed.map((height, i) => Math.max(height, heights[i]!))
    grid = fitRows(ratios, heights, region)
  }
  // If captions have pushed the pictures apart, equal columns look better.
  const apart = pictures.length > 2 && !pictures.every((one, i) => fitsCell(one, grid.cells[i]!))
  const even = apart ? bestEqualColumns(pictures, region, slot, context) : null
  if (even && even.visibleArea >= visibleArea(grid, pictures) * equalColumnsBonus) {
    const { pictures: shown, captions } = equalColumns(pictures, even.columns, region, slot, context)!
    return { boxes: shown.flatMap((box, i) => [box, ...(captions[i]?.boxes ?? [])]), overflowPages: [] }
  }
  const widened = pictures.every(mayBeCropped) && widenRows(grid, region)
  if (widened) grid = widened
  // A caption gets only the height reserved for it, because the next row begins below.
  const kept = heights.map((height) => Math.min(legend.height, height - captionGap))
  const captions = captionsIn(grid, kept, context)
  const boxes = pictures.flatMap((one, i): PlacedBox[] => {
    const cell = grid.cells[i]!
    const box =
      widened || fitsCell(one, cell)
        ? boxOf(one, cell, widened ? 'cover' : 'contain', slot.regionName, context)
        : alignToCaption(
            imageBox({ ...one, image: { ...one.image, fit: 'contain' } }, { ...region, ...cell }, slot, context),
            cell,
          )
    return [box, ...(captions[i]?.boxes ?? []).map((caption) => captionBelow(caption, cell))]
  })
  return { boxes, overflowPages: captions.flatMap((set) => set?.overflowPages ?? []) }
}

/** Equal columns win even if they show a little less of the pictures. */
const equalColumnsBonus = 0.85

/** The visible area of uncropped pictures in their cells, some of which are wider to hold a caption. Units: px². */
const visibleArea = ({ cells }: PictureRows, pictures: readonly LoadedImage[]): number =>
  cells.reduce(
    (sum, { width, height }, i) => sum + width * height * visibleFraction(aspectRatio(pictures[i]!), width / height),
    0,
  )

/** Whether a picture is a photograph without a `fit` of its own. */
const mayBeCropped = ({ image, picture }: LoadedImage) => !image.fit && isPhotograph(picture)

/**
 * Rows are widened to their region, so that they align with the title, if at least this part of each picture stays
 * visible.
 */
const minVisible = 0.74

/** Widens rows to their region; null if too much of the pictures would be cropped. */
function widenRows({ cells, rows }: PictureRows, { x, width }: Region): PictureRows | null {
  const places = [...cells]
  for (const row of rows) {
    const between = (row.length - 1) * gutter
    const wide = row.reduce((sum, i) => sum + cells[i]!.width, 0)
    const scale = (width - between) / wide
    if (scale * minVisible > 1) return null
    let at = x
    for (const i of row) {
      const next = at + cells[i]!.width * scale
      places[i] = { ...cells[i]!, x: Math.round(at), width: Math.round(next) - Math.round(at) }
      at = next + gutter
    }
  }
  return { cells: places, rows }
}

/** Whether a cell has the aspect ratio of its picture, as all cells do except those of very long pictures. */
const fitsCell = (one: LoadedImage, { width, height }: Pick<Region, 'width' | 'height'>) =>
  visibleFraction(aspectRatio(one), width / height) > 0.95

/** Aligns a picture that is narrower than its cell with the caption. */
const alignToCaption = (box: PlacedBox, { x }: Pick<Region, 'x'>): PlacedBox => ({ ...box, x })

const horizontalExtent = ({ x, width }: Pick<Region, 'x' | 'width'>) => ({ x, width })

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
      boxOf(one, cell, 'cover', slot.regionName, context),
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
