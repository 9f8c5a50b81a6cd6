import type { LaidOutPage, PlacedBox, QrView } from '../../model/laid-out.ts'
import type { Box } from '../../model/theme.ts'
import { mm, type SheetSlot } from './sheet-grid.ts'

/** The dark part of a code that a telephone reads from paper in the hand. Units: mm. */
const minSide = 18

/** Sheets with more slides have no room for codes of that size. */
export const maxSlidesWithCodes = 4

/** The light edge of a code, on all sides. Units: modules. */
const quietZone = 4

/** Between a code and what stands beside it. */
const gap = mm(3)

/** Notes and lines in less than this are no use. */
const minAside = { width: mm(40), height: mm(12) }

/** The codes of a page that are too small to be read where its slide prints at that scale. */
export const smallCodes = ({ boxes }: LaidOutPage, scale: number): QrView[] =>
  boxes.flatMap(({ template, view, width }) => {
    if (template !== 'qr') return []
    const code = view as QrView
    return width * scale < codeSide(code) - 0.01 ? [code] : []
  })

/** A code with its light edge, so that its dark part is large enough. Units: px on paper. */
const codeSide = ({ size }: QrView): number => (mm(minSide) * size) / (size - 2 * quietZone)

/** Codes in their places, and what they leave of the room for notes and lines. */
export interface PlacedCodes {
  boxes: PlacedBox[]
  aside: Box | null
}

/**
 * Takes codes out of a slide, in a size that can be read: to the room that a slide leaves, else to a column at the right of the room for
 * notes or lines, or to its foot where it is narrow. Errors: null where none of these has room for all of them.
 */
export function placeCodes(codes: readonly QrView[], { spare, aside }: SheetSlot): PlacedCodes | null {
  if (codes.length === 0) return { boxes: [], aside }
  const apart = spare && placeInRows(codes, spare)
  if (apart) return { boxes: apart, aside }
  if (!aside) return null
  const side = Math.max(...codes.map(codeSide))
  const column = { ...aside, x: aside.x + aside.width - side, width: side }
  const foot = { ...aside, y: aside.y + aside.height - side, height: side }
  const narrower = { ...aside, width: aside.width - side - gap }
  const lower = { ...aside, height: aside.height - side - gap }
  const [room, left] = narrower.width >= minAside.width ? [column, narrower] : [foot, lower]
  if (left.height < minAside.height) return null
  const boxes = placeInRows(codes, room)
  return boxes && { boxes, aside: left }
}

/** Codes from the right to the left, from the top to the bottom. */
function placeInRows(codes: readonly QrView[], room: Box): PlacedBox[] | null {
  let [x, y, height] = [room.x + room.width, room.y, 0]
  const boxes: PlacedBox[] = []
  for (const view of codes) {
    const side = codeSide(view)
    if (x - side < room.x - 0.01) [x, y, height] = [room.x + room.width, y + height, 0]
    x -= side
    height = Math.max(height, side)
    if (x < room.x - 0.01 || y + height > room.y + room.height + 0.01) return null
    boxes.push({ x, y, width: side, height: side, region: 'handout-code', template: 'qr', view })
  }
  return boxes
}

/** How wide a strip beside a slide is, or how high one below it, that has room for codes. */
export const stripWidth = (codes: readonly QrView[]): number => Math.max(...codes.map(codeSide))
