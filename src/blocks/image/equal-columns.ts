import type { BlockContext, BlockSlot } from '../../model/block-type.ts'
import type { PlacedBox, TextView } from '../../model/laid-out.ts'
import type { Region } from '../../model/theme.ts'
import { divideRegion } from '../../typeset/box-geometry.ts'
import type { FixedText } from '../../typeset/typeset-text.ts'
import { captionGap, imageBox, type LoadedImage, legendRegion, typesetCaption } from './image-box.ts'

/** Pictures in places of one width, with how much of them is seen, less where places stay empty. Units: px². */
export interface EqualColumns {
  columns: number
  pictures: PlacedBox[]
  captions: (FixedText | null)[]
  visibleArea: number
}

/**
 * The grid of even columns that shows most of pictures with long captions: words of one width need fewer lines than those
 * that are as narrow as their pictures. Reports nothing. Null where every grid cuts a caption.
 */
export function bestEqualColumns(
  pictures: readonly LoadedImage[],
  region: Region,
  slot: BlockSlot,
  tools: BlockContext,
): EqualColumns | null {
  const silent = { ...tools, report: () => {} }
  const grids = pictures.flatMap((_, i) => equalColumns(pictures, i + 1, region, slot, silent) ?? [])
  return grids.reduce<EqualColumns | null>(
    (best, one) => (best && best.visibleArea >= one.visibleArea ? best : one),
    null,
  )
}

/** Pictures in so many columns; says what there is to say of them. */
export function equalColumns(
  pictures: readonly LoadedImage[],
  columns: number,
  region: Region,
  slot: BlockSlot,
  tools: BlockContext,
): EqualColumns | null {
  const rows = Math.ceil(pictures.length / columns)
  const cells = divideRegion(region, columns, rows)
  const captions = pictures.map(({ image }, i) =>
    typesetCaption(image, legendRegion(cells[i]!, tools), 'legend', slot, tools),
  )
  if (captions.some((set) => set && breaksWord(set))) return null
  const heights = captions.map((set) => (set?.boxes[0] ? set.boxes[0].height + captionGap : 0))
  const boxes = pictures.map((one, i) => {
    const row = Math.floor(i / columns)
    const words = Math.max(...heights.slice(row * columns, (row + 1) * columns))
    const cell = { ...cells[i]!, height: cells[i]!.height - words }
    const box = imageBox({ ...one, image: { ...one.image, fit: 'contain' } }, cell, slot, tools)
    // It begins where its words do, and stands on them.
    return { ...box, x: cell.x, y: cell.y + cell.height - box.height }
  })
  return {
    columns,
    pictures: boxes,
    captions: captions.map((set, i) => set && { ...set, boxes: set.boxes.map((box) => captionBelow(box, boxes[i]!)) }),
    // Empty places in the last row look forgotten.
    visibleArea:
      boxes.reduce((sum, { width, height }) => sum + width * height, 0) * (pictures.length / (columns * rows)),
  }
}

/** Whether a caption has a line that ends inside a word, or no room at all. */
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
