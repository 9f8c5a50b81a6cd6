import type { Box, Region } from '../model/theme.ts'

/** Everything stands on a grid of this step. Units: px. */
const gridStep = 4

/** Content that fills less of its region than this is moved to the middle. */
const centeredBelowFill = 0.6

/** How much of the free space is above content in the optical middle: a little less than half. */
const shareAbove = 0.4

/**
 * The box of content of that height in its region. `alone`: it is all there is, not a page of several.
 * Units: px; a box taller than its region begins at the region's top.
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

/** A region that begins below another's content; its bottom stays. Units: px. */
export function regionBelow(region: Region, bottom: number): Region {
  const y = Math.ceil(bottom + (region.gap ?? 0))
  return { ...region, y, height: Math.max(0, region.y + region.height - y) }
}

/** A region with the room below it that a layout keeps for a caption, for what has none there. */
export function withCaptionRoom(region: Region, caption: Region | undefined): Region {
  const bottom = region.y + region.height
  return caption && caption.y >= bottom ? { ...region, height: caption.y + caption.height - region.y } : region
}

/** Between what stands whole and the edge of the stage. Units: px. */
const edgeInset = 40

/** A region clear of the stage's edge. */
export function insetFromEdge(region: Region): Region {
  if (region.x > 0 && region.y > 0) return region
  const { x, y, width, height } = region
  return { ...region, x: x + edgeInset, y: y + edgeInset, width: width - 2 * edgeInset, height: height - 2 * edgeInset }
}

/** The box of something that keeps its proportions and stands whole in the middle of its region. Units: px, whole. */
export function containBox(shape: Pick<Box, 'width' | 'height'>, region: Region): Box {
  const room = insetFromEdge(region)
  const scale = Math.min(room.width / shape.width, room.height / shape.height)
  const width = Math.max(1, Math.round(shape.width * scale))
  const height = Math.max(1, Math.round(shape.height * scale))
  const x = room.x + Math.floor((room.width - width) / 2)
  return { x, y: room.y + Math.floor((room.height - height) / 2), width, height }
}

/** The space between the parts of a region that does not name its own. Units: px. */
const defaultGutter = 16

/** A region divided evenly among `columns` by `rows` parts, row by row. Units: px, whole. */
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
