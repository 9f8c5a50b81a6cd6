import { Atlas } from './atlas.ts'
import { type Basemap, BasemapCache } from './basemap.ts'
import { countryFrame, type MapFrame, worldFrame } from './map-frame.ts'

const margins = { top: 14, right: 14, bottom: 40, left: 14 }

/** A wide and a tall box: all boxes of a kind share one basemap. Units: px. */
const sizes = { wide: { width: 1120, height: 430 }, tall: { width: 520, height: 720 } }

/**
 * Draws the basemaps of most maps by the keys of their frames: the country in a wide and in a tall box, and the world.
 * They are drawn at bundling time, because each takes as long as everything else on a map.
 */
export function sharedBasemaps(fine: unknown, coarse: unknown): Record<string, Basemap> {
  const atlas = new Atlas(fine, coarse)
  const basemaps = new BasemapCache(atlas)
  const country = [atlas.country('KZ', 'fine')!]
  const frames: MapFrame[] = [
    countryFrame(country, sizes.wide, margins),
    countryFrame(country, sizes.tall, margins),
    worldFrame(sizes.wide, margins),
  ]
  return Object.fromEntries(frames.map((frame) => [frame.key, basemaps.of(frame)]))
}
