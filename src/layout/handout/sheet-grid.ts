import type { HandoutOptions, PaperName, PaperSize, PerPage, RuledLines } from '../../model/handout.ts'
import type { Box, StageDimensions } from '../../model/theme.ts'

/** Units: px on paper. */
export const mm = (length: number): number => (length * 96) / 25.4

const portraits: Readonly<Record<PaperName, PaperSize>> = {
  a4: { width: 210, height: 297 },
  a5: { width: 148, height: 210 },
  letter: { width: 215.9, height: 279.4 },
}

/**
 * The margins: more than any office printer needs, with space for a hole punch at the left and, on a landscape sheet,
 * at the top too, which is its long side. Units: mm.
 */
const margins = { left: 20, right: 12, bottom: 12, top: { portrait: 12, landscape: 18 } }

/** The distance between slides, wide enough to cut through. Units: mm. */
const gutter = { x: 10, y: 6 }

/** The distance between rows whose height depends on their words. Units: px on paper. */
export const rowGap = mm(gutter.y)

/** The height of the line with the number below a slide. Units: mm. */
const numberHeight = 5
const numberWidth = 15

/** The slide's share of the width if notes or lines are next to it. */
const besideShare = 0.52

/** The distance between a slide and its notes or lines. Units: mm. */
const besideGap = 6

/** The distance between a slide and the strip at its right. Units: mm. */
const stripGap = 3

/** Sheets with more slides have no space for QR codes that can be scanned. */
export const maxSlidesWithCodes = 4

/** The least height that a strip below a slide leaves for notes or lines. Units: mm. */
const minUnderStrip = 17

/** The distance between ruled lines, for handwriting. Units: mm. */
const linePitch = 8

/** The arrangement of slides on a sheet, and the position of notes or lines. */
interface Arrangement {
  landscape: boolean
  columns: number
  aside: 'none' | 'under' | 'beside'
}

const portrait = (columns: number, aside: Arrangement['aside'] = 'none') => ({ landscape: false, columns, aside })
const landscape = (columns: number, aside: Arrangement['aside'] = 'none') => ({ landscape: true, columns, aside })

/** Slides only, in the orientation that makes them largest. Three slides have lines by convention. */
const slidesOnly: Readonly<Record<PerPage, Arrangement>> = {
  1: landscape(1),
  2: portrait(1),
  3: portrait(1, 'beside'),
  4: landscape(2),
  6: portrait(2),
  9: landscape(3),
}

/** With notes or lines, in the orientation that balances slides and notes. */
const withAside: Readonly<Record<PerPage, Arrangement>> = {
  1: portrait(1, 'under'),
  2: landscape(2, 'under'),
  3: portrait(1, 'beside'),
  4: portrait(2, 'under'),
  6: portrait(2, 'under'),
  9: portrait(3, 'under'),
}

/** With the words in another language: beside the slides on a sheet that is wide enough, otherwise below them. */
const withOther: Readonly<Record<PerPage, Arrangement>> = { ...withAside, 2: landscape(1, 'beside') }

/** The positions on one sheet. Units: px on paper. */
export interface SheetGrid {
  paper: PaperSize
  /** The sheet without its margins. */
  area: Box
  /** The area without header and footer. */
  body: Box
  scale: number
  /** The number of slides in a row. */
  columns: number
  /** Row by row. */
  slots: SheetSlot[]
}

/** The position of one slide. */
export interface SheetSlot {
  frame: Box
  number: Box
  /** The area for notes or lines. */
  aside: Box | null
  /** The spare area of the cell: next to the number, or a strip at the right of the slide. */
  spare: Box | null
}

/**
 * `strip` is reserved at the right of slides without notes, or below the others. `upright`: the sheet stands upright, with
 * words in another language below the slides. Units: px on paper.
 */
export type GridOptions = Pick<HandoutOptions, 'paper' | 'notes' | 'lines' | 'bilingual'> & {
  strip?: number
  upright?: boolean
}

/** Returns the sheet in the orientation for a number of slides. */
export function sheetArea(perPage: PerPage, options: GridOptions): { paper: PaperSize; area: Box } {
  const isLandscape = arrangementFor(perPage, options).landscape
  const { width, height } = portraits[options.paper]
  const paper = isLandscape ? { width: height, height: width } : { width, height }
  const top = isLandscape ? margins.top.landscape : margins.top.portrait
  const area = {
    x: mm(margins.left),
    y: mm(top),
    width: mm(paper.width - margins.left - margins.right),
    height: mm(paper.height - top - margins.bottom),
  }
  return { paper, area }
}

/** How far the content of the back of a sheet is moved, so that its wide margins are at the same edges of the paper. */
export function bindingShift({ width, height }: PaperSize): { x: number; y: number } {
  const y = width > height ? mm(margins.bottom - margins.top.landscape) : 0
  return { x: mm(margins.right - margins.left), y }
}

/** Divides the area between header and footer (`top`, `bottom`, in px) among the slides. */
export function sheetGrid(
  perPage: PerPage,
  options: GridOptions,
  stage: StageDimensions,
  top: number,
  bottom: number,
): SheetGrid {
  const arrangement = arrangementFor(perPage, options)
  const { paper, area } = sheetArea(perPage, options)
  const body = { ...area, y: area.y + top, height: area.height - top - bottom }
  const cells = gridCells(body, arrangement.columns, perPage / arrangement.columns)
  const strip = options.strip ? options.strip + mm(stripGap) : 0
  const available = areaForSlide(cells[0]!, arrangement, strip)
  const scale = Math.min(available.width / stage.width, available.height / stage.height)
  const size = { width: stage.width * scale, height: stage.height * scale }
  const taken = size.width + strip
  const placed = arrangement.aside === 'none' ? spreadCells(cells, body, taken, arrangement.columns) : cells
  const filled = perPage > maxSlidesWithCodes ? fillGaps(arrangement, placed[0]!, size) : arrangement
  const { columns } = arrangement
  return { paper, area, body, scale, columns, slots: placed.map((cell) => slideSlot(cell, size, filled, strip)) }
}

/** Space for several lines below slides that cannot be larger is for lines, not left empty. */
function fillGaps(arrangement: Arrangement, cell: Box, { height }: StageDimensions): Arrangement {
  const free = cell.height - height - mm(numberHeight + 1)
  return arrangement.aside === 'none' && free >= 2 * mm(linePitch) ? { ...arrangement, aside: 'under' } : arrangement
}

/** Slides narrower than their cells align with the two edges of the sheet, like the line of the header. */
function spreadCells(cells: readonly Box[], { x, width }: Box, taken: number, columns: number): Box[] {
  const free = width - taken
  const left = (i: number) => (columns === 1 ? free / 2 : (free * (i % columns)) / (columns - 1))
  return cells.map((cell, i) => ({ ...cell, x: x + left(i), width: taken }))
}

function arrangementFor(perPage: PerPage, { notes, lines, bilingual, upright }: GridOptions): Arrangement {
  if (upright) return portrait(1, 'under')
  return (bilingual ? withOther : notes || lines ? withAside : slidesOnly)[perPage]
}

/** Row by row. */
function gridCells({ x, y, width, height }: Box, columns: number, rows: number): Box[] {
  const cell = {
    width: (width - mm(gutter.x) * (columns - 1)) / columns,
    height: (height - mm(gutter.y) * (rows - 1)) / rows,
  }
  return Array.from({ length: columns * rows }, (_, i) => ({
    ...cell,
    x: x + (i % columns) * (cell.width + mm(gutter.x)),
    y: y + Math.floor(i / columns) * (cell.height + mm(gutter.y)),
  }))
}

/** The area below a slide takes at least a third of its cell, and at least a strip with some lines. */
function areaForSlide({ width, height }: Box, { aside }: Arrangement, strip: number): StageDimensions {
  const free = height - mm(numberHeight)
  if (aside === 'beside') return { width: width * besideShare, height: free }
  if (aside === 'none') return { width: width - strip, height: free }
  return { width, height: free - Math.max(height / 3, strip && strip + mm(minUnderStrip)) }
}

function slideSlot(cell: Box, size: StageDimensions, { aside }: Arrangement, strip: number): SheetSlot {
  const frame = { ...size, x: cell.x, y: cell.y }
  const number = { x: cell.x, y: cell.y + size.height + mm(1), width: mm(numberWidth), height: mm(numberHeight - 1) }
  const apart = aside === 'none' && strip > 0 ? stripBox(cell, size) : besideNumber(cell, number, size)
  const spare = aside === 'under' ? null : apart
  return { frame, number, aside: asideBox(cell, size, aside), spare }
}

function stripBox(cell: Box, { width, height }: StageDimensions): Box {
  const x = cell.x + width + mm(stripGap)
  return { x, y: cell.y, width: cell.x + cell.width - x, height }
}

function besideNumber(cell: Box, { x, y, width }: Box, slide: StageDimensions): Box {
  return { x: x + width, y, width: slide.width - width, height: cell.y + cell.height - y }
}

function asideBox(cell: Box, size: StageDimensions, aside: Arrangement['aside']): Box | null {
  if (aside === 'none') return null
  if (aside === 'beside') {
    const x = cell.x + size.width + mm(besideGap)
    return { x, y: cell.y, width: cell.x + cell.width - x, height: cell.height - mm(2) }
  }
  const y = cell.y + size.height + mm(numberHeight + 1)
  return { x: cell.x, y, width: cell.width, height: cell.y + cell.height - y }
}

/** Returns as many ruled lines as fit an area; null if none fits. */
export function ruledLines(area: Box): RuledLines | null {
  const count = Math.floor((area.height + 0.01) / mm(linePitch))
  return count < 1 ? null : { ...area, height: count * mm(linePitch), count, pitch: mm(linePitch) }
}
