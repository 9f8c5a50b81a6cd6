import type { PlacedBox } from '../model/laid-out.ts'
import type { Layout, Region } from '../model/theme.ts'
import { regionBelow } from '../typeset/box-geometry.ts'

/** The bottom of each region's content, by the name of the region. Units: px. */
export type Bottoms = Map<string, number>

/** Records the bottoms of boxes. */
export function recordBottoms(bottoms: Bottoms, boxes: readonly PlacedBox[]): void {
  for (const { region, y, height } of boxes) bottoms.set(region, Math.max(bottoms.get(region) ?? 0, y + height))
}

/** Moves regions below the content of the regions above them. */
export function resolveRegions(layout: Layout, bottoms: Bottoms): Layout {
  const regions: Record<string, Region> = {}
  for (const name of Object.keys(layout.regions)) regions[name] = resolveRegion(name, layout, bottoms)
  return { ...layout, regions }
}

/** A region below an empty one starts where the empty one would have started. */
function resolveRegion(name: string, layout: Layout, bottoms: Bottoms, depth = 0): Region {
  const region = layout.regions[name]!
  const above = region.below === undefined ? undefined : layout.regions[region.below]
  if (region.below === undefined || !above || depth > 8) return region
  const bottom = bottoms.get(region.below)
  if (bottom !== undefined) return regionBelow(region, bottom)
  const { y } = resolveRegion(region.below, layout, bottoms, depth + 1)
  const start = above.below === undefined && above.align === 'bottom' ? region.y : Math.min(y, region.y)
  return { ...region, y: start, height: region.y + region.height - start }
}

/** The number of regions above one. Regions of depth 0 are filled first. */
export function regionDepth(name: string, layout: Layout): number {
  let depth = 0
  for (let at = layout.regions[name]?.below; at !== undefined && depth < 8; at = layout.regions[at]?.below) depth++
  return depth
}
