import type { BlockContext, BlockSlot } from '../../model/block-type.ts'
import type { PlacedBox } from '../../model/laid-out.ts'
import type { Region } from '../../model/theme.ts'
import { divideRegion, insetFromEdge } from '../../typeset/box-geometry.ts'
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
  visibleFraction,
} from './image-box.ts'
import { fitRows, gutter, type PictureRows } from './picture-rows.ts'

/** Sets several pictures in one region, each with its caption below it: whole, or cropped where the deck wants that. */
export function placeGallery(pictures: readonly LoadedImage[], slot: BlockSlot, tools: BlockContext): FixedText {
  return pictures.every(({ image }) => image.fit === 'cover')
    ? placeCropped(pictures, slot, tools)
    : placeUncropped(pictures, slot, tools)
}

/**
 * Captions are as high as their pictures are narrow, and pictures as small as captions are high, and no picture should be
 * narrower than a word of its caption: this often at most.
 */
const maxRounds = 14

/** How much wider the place of a picture gets at a time whose caption would be cut inside a word. */
const widenFactor = 1.25

function placeUncropped(pictures: readonly LoadedImage[], slot: BlockSlot, tools: BlockContext): FixedText {
  const region = insetFromEdge(slot.first)
  let ratios = pictures.map(aspectRatio)
  const captioned = pictures.map(({ image }) => Boolean(image.caption?.text.trim()))
  let heights = captioned.map(() => 0)
  let grid = fitRows(ratios, heights, region)
  const room = legendRegion(region, tools)
  const captionsIn = ({ cells }: PictureRows, most: readonly number[], place: BlockContext) =>
    pictures.map(({ image }, i) =>
      typesetCaption(image, { ...room, ...horizontalExtent(cells[i]!), height: most[i]! }, 'legend', slot, place),
    )
  for (let round = 0; round < maxRounds; round++) {
    const captions = captionsIn(
      grid,
      heights.map(() => room.height),
      { ...tools, report: () => {} },
    )
    const needed = captions.map((set) => (set?.boxes[0] ? set.boxes[0].height + captionGap : 0))
    const cut = captions.map((set) => set !== null && breaksWord(set))
    if (!cut.includes(true) && needed.every((height, i) => height <= heights[i]!)) break
    if (round < maxRounds - 4) ratios = ratios.map((ratio, i) => (cut[i] ? ratio * widenFactor : ratio))
    heights = needed.map((height, i) => Math.max(height, heights[i]!))
    grid = fitRows(ratios, heights, region)
  }
  // Where captions have pushed pictures apart, their edges are better kept in columns.
  const apart = pictures.length > 2 && !pictures.every((one, i) => fitsCell(one, grid.cells[i]!))
  const even = apart ? bestEqualColumns(pictures, region, slot, tools) : null
  if (even && even.visibleArea >= visibleArea(grid, pictures) * equalColumnsBonus) {
    const { pictures: shown, captions } = equalColumns(pictures, even.columns, region, slot, tools)!
    return { boxes: shown.flatMap((box, i) => [box, ...(captions[i]?.boxes ?? [])]), overflowPages: [] }
  }
  const widened = pictures.every(mayBeCropped) && widenRows(grid, region)
  if (widened) grid = widened
  // What was kept for a caption is all it gets: beyond that lies the next row.
  const kept = heights.map((height) => Math.min(room.height, height - captionGap))
  const captions = captionsIn(grid, kept, tools)
  const boxes = pictures.flatMap((one, i): PlacedBox[] => {
    const cell = grid.cells[i]!
    const box =
      widened || fitsCell(one, cell)
        ? boxOf(one, cell, widened ? 'cover' : 'contain', slot.regionName, tools)
        : alignToCaption(
            imageBox({ ...one, image: { ...one.image, fit: 'contain' } }, { ...region, ...cell }, slot, tools),
            cell,
          )
    return [box, ...(captions[i]?.boxes ?? []).map((caption) => captionBelow(caption, cell))]
  })
  return { boxes, overflowPages: captions.flatMap((set) => set?.overflowPages ?? []) }
}

/** Columns that go through all rows are worth a little of the pictures' size. */
const equalColumnsBonus = 0.85

/** How much is seen of pictures that stand whole in their places, some of which are wider for their captions. Units: px². */
const visibleArea = ({ cells }: PictureRows, pictures: readonly LoadedImage[]): number =>
  cells.reduce(
    (sum, { width, height }, i) => sum + width * height * visibleFraction(aspectRatio(pictures[i]!), width / height),
    0,
  )

/** A photograph that nobody asked to be shown whole. */
const mayBeCropped = ({ image, picture }: LoadedImage) => !image.fit && isPhotograph(picture)

/** Rows nearly as wide as their region are made as wide, so that they begin below the title: this part stays in sight. */
const minVisible = 0.74

/** The same rows as wide as their region; null where too much of the pictures would be lost. */
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

/** Whether a place has the proportions of its picture, as all have but those of very long ones. */
const fitsCell = (one: LoadedImage, { width, height }: Pick<Region, 'width' | 'height'>) =>
  visibleFraction(aspectRatio(one), width / height) > 0.95

/** A picture narrower than its place begins where its caption does. */
const alignToCaption = (box: PlacedBox, { x }: Pick<Region, 'x'>): PlacedBox => ({ ...box, x })

const horizontalExtent = ({ x, width }: Pick<Region, 'x' | 'width'>) => ({ x, width })

const captionBelow = (caption: PlacedBox, cell: Pick<Region, 'x' | 'y' | 'height'>): PlacedBox => ({
  ...caption,
  x: cell.x,
  y: cell.y + cell.height + captionGap,
})

/** Places of one size, filled by their pictures, in the columns and rows that crop them least. */
function placeCropped(pictures: readonly LoadedImage[], slot: BlockSlot, tools: BlockContext): FixedText {
  const cells = divideRegion(slot.first, ...bestCropGrid(pictures, slot.first))
  const captions = pictures.map(({ image }, i) =>
    typesetCaption(image, legendRegion(cells[i]!, tools), 'legend', slot, tools),
  )
  const tallest = Math.max(0, ...captions.map((set) => (set?.boxes[0] ? set.boxes[0].height + captionGap : 0)))
  const boxes = pictures.flatMap((one, i): PlacedBox[] => {
    const cell = { ...cells[i]!, height: cells[i]!.height - tallest }
    return [
      boxOf(one, cell, 'cover', slot.regionName, tools),
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
