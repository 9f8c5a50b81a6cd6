import type { PlaceTools, Slot } from '../../model/block.ts'
import type { PlacedBox } from '../../model/laid-out.ts'
import type { Region } from '../../model/theme.ts'
import { clear, divide } from '../../typeset/boxes.ts'
import type { Fixed } from '../../typeset/set-text.ts'
import {
  boxOf,
  captionGap,
  imageBox,
  isPhotograph,
  legendRoom,
  type Pictured,
  part,
  ratioOf,
  setCaption,
} from './box.ts'
import { cutsWord, evenColumns, evenIn } from './even.ts'
import { type Grid, gridOf, gutter } from './grid.ts'

/** Sets several pictures in one region, each with its caption below it: whole, or cropped where the deck wants that. */
export function placeSeveral(pictures: readonly Pictured[], slot: Slot, tools: PlaceTools): Fixed {
  return pictures.every(({ image }) => image.fit === 'cover')
    ? placeEven(pictures, slot, tools)
    : placeWhole(pictures, slot, tools)
}

/**
 * Captions are as high as their pictures are narrow, and pictures as small as captions are high, and no picture should be
 * narrower than a word of its caption: this often at most.
 */
const rounds = 14

/** How much wider the place of a picture gets at a time whose caption would be cut inside a word. */
const wider = 1.25

function placeWhole(pictures: readonly Pictured[], slot: Slot, tools: PlaceTools): Fixed {
  const region = clear(slot.first)
  let ratios = pictures.map(ratioOf)
  const captioned = pictures.map(({ image }) => Boolean(image.caption?.text.trim()))
  let heights = captioned.map(() => 0)
  let grid = gridOf(ratios, heights, region)
  const room = legendRoom(region, tools)
  const captionsIn = ({ cells }: Grid, most: readonly number[], place: PlaceTools) =>
    pictures.map(({ image }, i) =>
      setCaption(image, { ...room, ...columnOf(cells[i]!), height: most[i]! }, 'legend', slot, place),
    )
  for (let round = 0; round < rounds; round++) {
    const captions = captionsIn(
      grid,
      heights.map(() => room.height),
      { ...tools, report: () => {} },
    )
    const needed = captions.map((set) => (set?.boxes[0] ? set.boxes[0].height + captionGap : 0))
    const cut = captions.map((set) => set !== null && cutsWord(set))
    if (!cut.includes(true) && needed.every((height, i) => height <= heights[i]!)) break
    if (round < rounds - 4) ratios = ratios.map((ratio, i) => (cut[i] ? ratio * wider : ratio))
    heights = needed.map((height, i) => Math.max(height, heights[i]!))
    grid = gridOf(ratios, heights, region)
  }
  // Where captions have pushed pictures apart, their edges are better kept in columns.
  const apart = pictures.length > 2 && !pictures.every((one, i) => exact(one, grid.cells[i]!))
  const even = apart ? evenColumns(pictures, region, slot, tools) : null
  if (even && even.shown >= shownIn(grid, pictures) * evenBonus) {
    const { pictures: shown, captions } = evenIn(pictures, even.columns, region, slot, tools)!
    return { boxes: shown.flatMap((box, i) => [box, ...(captions[i]?.boxes ?? [])]), further: [] }
  }
  const widened = pictures.every(mayBeCropped) && filled(grid, region)
  if (widened) grid = widened
  // What was kept for a caption is all it gets: beyond that lies the next row.
  const kept = heights.map((height) => Math.min(room.height, height - captionGap))
  const captions = captionsIn(grid, kept, tools)
  const boxes = pictures.flatMap((one, i): PlacedBox[] => {
    const cell = grid.cells[i]!
    const box =
      widened || exact(one, cell)
        ? boxOf(one, cell, widened ? 'cover' : 'contain', slot.name, tools)
        : overCaption(
            imageBox({ ...one, image: { ...one.image, fit: 'contain' } }, { ...region, ...cell }, slot, tools),
            cell,
          )
    return [box, ...(captions[i]?.boxes ?? []).map((caption) => under(caption, cell))]
  })
  return { boxes, further: captions.flatMap((set) => set?.further ?? []) }
}

/** Columns that go through all rows are worth a little of the pictures' size. */
const evenBonus = 0.85

/** How much is seen of pictures that stand whole in their places, some of which are wider for their captions. Units: px². */
const shownIn = ({ cells }: Grid, pictures: readonly Pictured[]): number =>
  cells.reduce((sum, { width, height }, i) => sum + width * height * part(ratioOf(pictures[i]!), width / height), 0)

/** A photograph that nobody asked to be shown whole. */
const mayBeCropped = ({ image, picture }: Pictured) => !image.fit && isPhotograph(picture)

/** Rows nearly as wide as their region are made as wide, so that they begin below the title: this part stays in sight. */
const leastKept = 0.74

/** The same rows as wide as their region; null where too much of the pictures would be lost. */
function filled({ cells, rows }: Grid, { x, width }: Region): Grid | null {
  const places = [...cells]
  for (const row of rows) {
    const between = (row.length - 1) * gutter
    const wide = row.reduce((sum, i) => sum + cells[i]!.width, 0)
    const scale = (width - between) / wide
    if (scale * leastKept > 1) return null
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
const exact = (one: Pictured, { width, height }: Pick<Region, 'width' | 'height'>) =>
  part(ratioOf(one), width / height) > 0.95

/** A picture narrower than its place begins where its caption does. */
const overCaption = (box: PlacedBox, { x }: Pick<Region, 'x'>): PlacedBox => ({ ...box, x })

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
