import type { LaidOutPage, PlacedBox, QrView } from '../../model/laid-out.ts'
import type { Box } from '../../model/theme.ts'
import { mm, type SheetSlot } from './sheet-grid.ts'

/** The side of the dark part of a code that phones can read from paper. Units: mm. */
const minSide = 18

/** The quiet zone of a code on each side. Units: modules. */
const quietZone = 4

/** The distance between a code and its neighbours. */
const gap = mm(3)

/** Areas smaller than this are useless for notes and lines. */
const minAside = { width: mm(40), height: mm(12) }

/** Returns the codes of a page that are too small to scan when its slide is printed at a scale. */
export const smallCodes = ({ boxes }: LaidOutPage, scale: number): QrView[] =>
  boxes.flatMap(({ template, view, width }) => {
    if (template !== 'qr') return []
    const code = view as QrView
    return width * scale < codeSide(code) - 0.01 ? [code] : []
  })

/** The side of a code with its quiet zone. Units: px on paper. */
const codeSide = ({ size }: QrView): number => (mm(minSide) * size) / (size - 2 * quietZone)

/** Placed codes, and the area that is left for notes and lines. */
export interface PlacedCodes {
  boxes: PlacedBox[]
  aside: Box | null
}

/**
 * Repeats codes outside their slide at a size that can be scanned: in the spare area of the slide, otherwise in a
 * column at the right of the area for notes, or at its bottom if it is narrow. Returns null if there is no space for
 * all of them.
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
  const [area, left] = narrower.width >= minAside.width ? [column, narrower] : [foot, lower]
  if (left.height < minAside.height) return null
  const boxes = placeInRows(codes, area)
  return boxes && { boxes, aside: left }
}

/** Places codes from right to left and top to bottom. */
function placeInRows(codes: readonly QrView[], area: Box): PlacedBox[] | null {
  let [x, y, height] = [area.x + area.width, area.y, 0]
  const boxes: PlacedBox[] = []
  for (const view of codes) {
    const side = codeSide(view)
    if (x - side < area.x - 0.01) [x, y, height] = [area.x + area.width, y + height, 0]
    x -= side
    height = Math.max(height, side)
    if (x < area.x - 0.01 || y + height > area.y + area.height + 0.01) return null
    boxes.push({ x, y, width: side, height: side, region: 'handout-code', template: 'qr', view })
  }
  return boxes
}

/** The width of a strip next to a slide, or the height of one below it, that holds the codes. */
export const stripWidth = (codes: readonly QrView[]): number => Math.max(...codes.map(codeSide))
