import type { BlockContext, BlockSlot } from '../../model/block-type.ts'
import type { PlacedBox, TextView } from '../../model/laid-out.ts'
import type { Region } from '../../model/theme.ts'
import { divideRegion } from '../../typeset/box-geometry.ts'
import type { FixedText } from '../../typeset/typeset-text.ts'
import { captionGap, imageBox, type LoadedImage, legendRegion, typesetCaption } from './image-box.ts'

/** Pictures in cells of one width. `visibleArea` counts empty cells against it. Units: px². */
export interface EqualColumns {
  columns: number
  pictures: PlacedBox[]
  captions: (FixedText | null)[]
  visibleArea: number
}

/**
 * Finds the grid of equal columns that shows the most of pictures with long captions: captions of equal width take
 * fewer lines than captions as narrow as their pictures. Reports nothing. Returns null if every grid cuts a caption.
 */
export function bestEqualColumns(
  pictures: readonly LoadedImage[],
  region: Region,
  slot: BlockSlot,
  context: BlockContext,
): EqualColumns | null {
  const silent = { ...context, report: () => {} }
  const grids = pictures.flatMap((_, i) => equalColumns(pictures, i + 1, region, slot, silent) ?? [])
  return grids.reduce<EqualColumns | null>(
    (best, one) => (best && best.visibleArea >= one.visibleArea ? best : one),
    null,
  )
}

/** Sets pictures in a number of equal columns, and reports problems. */
export function equalColumns(
  pictures: readonly LoadedImage[],
  columns: number,
  region: Region,
  slot: BlockSlot,
  context: BlockContext,
): EqualColumns | null {
  const rows = Math.ceil(pictures.length / columns)
  const cells = divideRegion(region, columns, rows)
  const captions = pictures.map(({ image }, i) =>
    typesetCaption(image, legendRegion(cells[i]!, context), 'legend', slot, context),
  )
  if (captions.some((set) => set && breaksWord(set))) return null
  const heights = captions.map((set) => (set?.boxes[0] ? set.boxes[0].height + captionGap : 0))
  const boxes = pictures.map((one, i) => {
    const row = Math.floor(i / columns)
    const words = Math.max(...heights.slice(row * columns, (row + 1) * columns))
    const cell = { ...cells[i]!, height: cells[i]!.height - words }
    const box = imageBox({ ...one, image: { ...one.image, fit: 'contain' } }, cell, slot, context)
    // The picture aligns with the left edge and the top of its caption.
    return { ...box, x: cell.x, y: cell.y + cell.height - box.height }
  })
  return {
    columns,
    pictures: boxes,
    captions: captions.map((set, i) => set && { ...set, boxes: set.boxes.map((box) => captionBelow(box, boxes[i]!)) }),
    // Empty cells in the last row look like a mistake.
    visibleArea:
      boxes.reduce((sum, { width, height }) => sum + width * height, 0) * (pictures.length / (columns * rows)),
  }
}

/** Whether a caption does not fit, or has a line that ends inside a word. */
export function breaksWord({ boxes, overflowPages: further }: FixedText): boolean {
  if (further.length > 0) return true
  const lines = boxes.flatMap(({ view }) => (view as TextView).page.paragraphs.flatMap((paragraph) => paragraph.lines))
  return lines.some(({ end, runs }) => end === 'inside' && /[\p{L}\p{N}]$/u.test(runs.at(-1)?.text ?? ''))
}

const captionBelow = (caption: PlacedBox, { x, y, height }: PlacedBox): PlacedBox => ({
  ...caption,
  x,
  y: y + height + captionGap,
})
