import { expect, test } from 'vitest'
import { globeOf, meshOf } from '../../../src/blocks/map/basemap/globe.ts'
import { closeFrame, type MapFrame, worldFrame } from '../../../src/blocks/map/basemap/map-frame.ts'
import { pointAt } from '../../../src/client/edit/map/mesh.ts'

const size = { width: 1120, height: 488 }
const margins = { top: 14, right: 14, bottom: 30, left: 14 }
const points = (...coordinates: [number, number][]): GeoJSON.Feature => ({
  type: 'Feature',
  properties: {},
  geometry: { type: 'MultiPoint', coordinates },
})

const frames: readonly [string, MapFrame][] = [
  ['of the country', closeFrame([points([46, 41], [87, 55])], { lat: 48, lng: 67 }, null, size, margins)],
  ['of a region', closeFrame([points([70, 50], [74, 52])], { lat: 51, lng: 72 }, null, size, margins)],
  ['in the south', closeFrame([points([-50, -20])], { lat: -20, lng: -50 }, 6, size, margins)],
  ['of the world', worldFrame(size, margins)],
]

test.each(frames)('a point that is found on a map %s is drawn less than half a px away from there', (_, frame) => {
  const mesh = meshOf(globeOf(frame), size)
  let found = 0
  for (let x = 3; x < size.width; x += 41) {
    for (let y = 3; y < size.height; y += 37) {
      const at = pointAt(mesh, x, y)
      if (!at || Math.abs(at.lng) > 169 || Math.abs(at.lat) > 80) continue
      found++
      const drawn = frame.at(at)!
      expect(Math.hypot(drawn[0] - x, drawn[1] - y), `${x} ${y}`).toBeLessThan(0.5)
    }
  }
  expect(found).toBeGreaterThan(120)
})

test('there is no point beside the map', () => {
  const mesh = meshOf(globeOf(frames[0]![1]), size)
  expect(pointAt(mesh, -1, 5)).toBeNull()
  expect(pointAt(mesh, 5, size.height + 1)).toBeNull()
})
