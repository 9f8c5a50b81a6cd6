import type { Box, Region } from '../model/theme.ts'

/** Positions are multiples of this step. Units: px. */
const gridStep = 4

/** Content that fills less of its region than this is centred vertically. */
const centeredBelowFill = 0.6

/** The share of the free space above centred content: a little less than half, at the optical centre. */
const shareAbove = 0.4

/**
 * Aligns content of a height in its region. `alone`: it is not one page of several.
 * Units: px. A box that is taller than its region starts at the top.
 */
export function alignBox(region: Region, height: number, alone = true): Box {
  const { x, width } = region
  const free = Math.max(0, region.height - height)
  return { x, y: region.y + alignOffset(region, height, free, alone), width, height }
}

function alignOffset(region: Region, height: number, free: number, alone: boolean): number {
  if (region.align === 'bottom') return free
  if (region.align === 'top' || !alone) return 0
  if (region.below && height >= centeredBelowFill * region.height) return 0
  return Math.floor((free * shareAbove) / gridStep) * gridStep
}

/** Moves the top of a region below other content; the bottom stays. Units: px. */
export function regionBelow(region: Region, bottom: number): Region {
  const y = Math.ceil(bottom + (region.gap ?? 0))
  return { ...region, y, height: Math.max(0, region.y + region.height - y) }
}

/** Extends a region by the space below it that the layout reserves for a caption. */
export function withCaptionRoom(region: Region, caption: Region | undefined): Region {
  const bottom = region.y + region.height
  return caption && caption.y >= bottom ? { ...region, height: caption.y + caption.height - region.y } : region
}

/** The distance between uncropped content and the edge of the stage. Units: px. */
const edgeInset = 40

/** Insets a region that touches the edge of the stage. */
export function insetFromEdge(region: Region): Region {
  if (region.x > 0 && region.y > 0) return region
  const { x, y, width, height } = region
  return { ...region, x: x + edgeInset, y: y + edgeInset, width: width - 2 * edgeInset, height: height - 2 * edgeInset }
}

/** Centres content in a region without changing its aspect ratio. Units: whole px. */
export function containBox(shape: Pick<Box, 'width' | 'height'>, region: Region): Box {
  const area = insetFromEdge(region)
  const scale = Math.min(area.width / shape.width, area.height / shape.height)
  const width = Math.max(1, Math.round(shape.width * scale))
  const height = Math.max(1, Math.round(shape.height * scale))
  const x = area.x + Math.floor((area.width - width) / 2)
  return { x, y: area.y + Math.floor((area.height - height) / 2), width, height }
}

/** The default distance between the parts of a region. Units: px. */
const defaultGutter = 16

/** Divides a region evenly into `columns` by `rows` parts, row by row. Units: whole px. */
export function divideRegion(region: Region, columns: number, rows = 1): Region[] {
  const between = region.gutter ?? defaultGutter
  const cut = (start: number, length: number, parts: number, i: number) =>
    start + Math.round(((length + between) * i) / parts)
  return Array.from({ length: columns * rows }, (_, i) => {
    const column = i % columns
    const row = Math.floor(i / columns)
    const x = cut(region.x, region.width, columns, column)
    const y = cut(region.y, region.height, rows, row)
    return {
      ...region,
      x,
      y,
      width: cut(region.x, region.width, columns, column + 1) - between - x,
      height: cut(region.y, region.height, rows, row + 1) - between - y,
    }
  })
}

/**
 * The visible part of a picture that fills a box of another aspect ratio, which is also the part of the box that the
 * uncropped picture covers. Units: both are widths divided by heights.
 */
export const visibleFraction = (picture: number, box: number): number => Math.min(picture / box, box / picture)
