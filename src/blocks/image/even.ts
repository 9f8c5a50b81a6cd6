import type { PlaceTools, Slot } from '../../model/block.ts'
import type { PlacedBox, TextView } from '../../model/laid-out.ts'
import type { Region } from '../../model/theme.ts'
import { divide } from '../../typeset/boxes.ts'
import type { Fixed } from '../../typeset/set-text.ts'
import { captionGap, imageBox, legendRoom, type Pictured, setCaption } from './box.ts'

/** Pictures in places of one width, with how much of them is seen, less where places stay empty. Units: px². */
export interface Even {
  columns: number
  pictures: PlacedBox[]
  captions: (Fixed | null)[]
  shown: number
}

/**
 * The grid of even columns that shows most of pictures with long captions: words of one width need fewer lines than those
 * that are as narrow as their pictures. Reports nothing. Null where every grid cuts a caption.
 */
export function evenColumns(pictures: readonly Pictured[], region: Region, slot: Slot, tools: PlaceTools): Even | null {
  const silent = { ...tools, report: () => {} }
  const grids = pictures.flatMap((_, i) => evenIn(pictures, i + 1, region, slot, silent) ?? [])
  return grids.reduce<Even | null>((best, one) => (best && best.shown >= one.shown ? best : one), null)
}

/** Pictures in so many columns; says what there is to say of them. */
export function evenIn(
  pictures: readonly Pictured[],
  columns: number,
  region: Region,
  slot: Slot,
  tools: PlaceTools,
): Even | null {
  const rows = Math.ceil(pictures.length / columns)
  const cells = divide(region, columns, rows)
  const captions = pictures.map(({ image }, i) =>
    setCaption(image, legendRoom(cells[i]!, tools), 'legend', slot, tools),
  )
  if (captions.some((set) => set && cutsWord(set))) return null
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
    captions: captions.map((set, i) => set && { ...set, boxes: set.boxes.map((box) => below(box, boxes[i]!)) }),
    // Empty places in the last row look forgotten.
    shown: boxes.reduce((sum, { width, height }) => sum + width * height, 0) * (pictures.length / (columns * rows)),
  }
}

/** Whether a caption has a line that ends inside a word, or no room at all. */
export function cutsWord({ boxes, further }: Fixed): boolean {
  if (further.length > 0) return true
  const lines = boxes.flatMap(({ view }) => (view as TextView).page.paragraphs.flatMap((paragraph) => paragraph.lines))
  return lines.some(({ end, runs }) => end === 'inside' && /[\p{L}\p{N}]$/u.test(runs.at(-1)?.text ?? ''))
}

const below = (caption: PlacedBox, { x, y, height }: PlacedBox): PlacedBox => ({
  ...caption,
  x,
  y: y + height + captionGap,
})
