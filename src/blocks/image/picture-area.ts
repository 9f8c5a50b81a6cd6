import type { BlockContext, BlockSlot } from '../../model/block-type.ts'
import type { Box, Region } from '../../model/theme.ts'
import { insetFromEdge } from '../../typeset/box-geometry.ts'

/** The distances of pictures that do not fill their region: to the edge above, and to the footer. Units: px. */
const distances = { top: 40, footer: 24 }

/**
 * The part of a region that touches the edge of the stage in which uncropped pictures stand: between the margins of the
 * slide, level with its title and texts. On a ground of their own they stand in its middle.
 */
export function pictureArea(slot: BlockSlot, { stage }: Pick<BlockContext, 'stage'>): Region {
  const { first: region, layout } = slot
  const { title, matte, rule, footer } = layout.regions
  const touches = region.x <= 0 || region.y <= 0
  const isBand = region.width >= stage.width
  if (touches && matte) return { ...insetFromEdge(region), align: 'middle' }
  if (!touches || !title || (isBand && region.height >= stage.height)) return insetFromEdge(region)
  if (isBand) return between(region, title.x, distances.top, title.x + title.width, region.y + region.height)
  const bottom = ((rule ?? footer)?.y ?? stage.height - title.y) - distances.footer
  return region.x <= 0
    ? between(region, stage.width - title.x - title.width, title.y, region.x + region.width, bottom)
    : between(region, region.x, title.y, stage.width - title.x, bottom)
}

/** Moves a picture that is narrower than its area beside a text to the margin of the slide. */
export function atMargin(box: Box, area: Region, region: Region): Box {
  const [left, right] = [area.x - region.x, region.x + region.width - area.x - area.width]
  if (left === right) return box
  return { ...box, x: left > right ? area.x : area.x + area.width - box.width }
}

const between = (region: Region, left: number, top: number, right: number, bottom: number): Region => ({
  ...region,
  ...({ x: left, y: top, width: right - left, height: bottom - top } satisfies Box),
})
