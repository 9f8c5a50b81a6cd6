import type { PlaceTools, Slot } from '../../model/block.ts'
import type { PlacedBox } from '../../model/laid-out.ts'
import type { Region } from '../../model/theme.ts'
import type { Fixed } from '../set.ts'
import { clear, divide } from '../stand.ts'
import { boxOf, captionGap, imageBox, legendRoom, type Pictured, part, ratioOf, setCaption } from './box.ts'
import { gridOf } from './grid.ts'

/** Sets several pictures in one region, each with its caption below it: whole, or cropped where the deck wants that. */
export function placeSeveral(pictures: readonly Pictured[], slot: Slot, tools: PlaceTools): Fixed {
  return pictures.every(({ image }) => image.fit === 'cover')
    ? placeEven(pictures, slot, tools)
    : placeWhole(pictures, slot, tools)
}

/** Captions are as high as their pictures are narrow, and pictures as small as captions are high: this often at most. */
const rounds = 4

function placeWhole(pictures: readonly Pictured[], slot: Slot, tools: PlaceTools): Fixed {
  const region = clear(slot.first)
  const ratios = pictures.map(ratioOf)
  const captioned = pictures.map(({ image }) => Boolean(image.caption?.text.trim()))
  let heights = captioned.map(() => 0)
  let grid = gridOf(ratios, heights, region)
  let captions: (Fixed | null)[] = []
  for (let round = 0; round < rounds; round++) {
    const { cells } = grid
    captions = pictures.map(({ image }, i) =>
      setCaption(image, { ...legendRoom(region, tools), ...columnOf(cells[i]!) }, 'legend', slot, tools),
    )
    const needed = captions.map((set) => (set?.boxes[0] ? set.boxes[0].height + captionGap : 0))
    if (needed.every((height, i) => height <= heights[i]!)) break
    heights = needed.map((height, i) => Math.max(height, heights[i]!))
    grid = gridOf(ratios, heights, region)
  }
  const boxes = pictures.flatMap((one, i): PlacedBox[] => {
    const cell = grid.cells[i]!
    const box = exact(one, cell)
      ? boxOf(one, cell, 'contain', slot.name, tools)
      : imageBox({ ...one, image: { ...one.image, fit: 'contain' } }, { ...region, ...cell }, slot, tools)
    return [box, ...(captions[i]?.boxes ?? []).map((caption) => under(caption, cell))]
  })
  return { boxes, further: captions.flatMap((set) => set?.further ?? []) }
}

/** Whether a place has the proportions of its picture, as all have but those of very long ones. */
const exact = (one: Pictured, { width, height }: Pick<Region, 'width' | 'height'>) =>
  part(ratioOf(one), width / height) > 0.95

const columnOf = ({ x, width }: Pick<Region, 'x' | 'width'>) => ({ x, width })

const under = (caption: PlacedBox, cell: Pick<Region, 'x' | 'y' | 'height'>): PlacedBox => ({
  ...caption,
  x: cell.x,
  y: cell.y + cell.height + captionGap,
})

/** Places of one size, filled by their pictures, in the columns and rows that crop them least. */
function placeEven(pictures: readonly Pictured[], slot: Slot, tools: PlaceTools): Fixed {
  const cells = divide(slot.first, ...evenGrid(pictures, slot.first))
  const captions = pictures.map(({ image }, i) =>
    setCaption(image, legendRoom(cells[i]!, tools), 'legend', slot, tools),
  )
  const tallest = Math.max(0, ...captions.map((set) => (set?.boxes[0] ? set.boxes[0].height + captionGap : 0)))
  const boxes = pictures.flatMap((one, i): PlacedBox[] => {
    const cell = { ...cells[i]!, height: cells[i]!.height - tallest }
    return [
      boxOf(one, cell, 'cover', slot.name, tools),
      ...(captions[i]?.boxes ?? []).map((caption) => under(caption, cell)),
    ]
  })
  return { boxes, further: captions.flatMap((set) => set?.further ?? []) }
}

function evenGrid(pictures: readonly Pictured[], region: Region): [columns: number, rows: number] {
  const n = pictures.length
  const grids = Array.from({ length: n }, (_, i): [number, number] => [i + 1, Math.ceil(n / (i + 1))])
  const seen = ([columns, rows]: [number, number]) => {
    const ratio = region.width / columns / (region.height / rows)
    const all = pictures.reduce((sum, one) => sum + part(ratioOf(one), ratio), 0)
    return (all / n) * (n / (columns * rows))
  }
  return grids.reduce((best, grid) => (seen(grid) > seen(best) + 0.001 ? grid : best))
}
