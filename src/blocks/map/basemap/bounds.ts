import type { Feature, Geometry } from 'geojson'

/** A box in degrees: west, south, east, north. */
export type Bounds = [number, number, number, number]

const boundsCache = new WeakMap<Geometry, Bounds>()

/** Returns the box of a shape on a flat map. A shape across the date line has one around the globe. */
export function boundsOf({ geometry }: Feature<Geometry>): Bounds {
  const before = boundsCache.get(geometry)
  if (before) return before
  const bounds: Bounds = [180, 90, -180, -90]
  if (geometry.type !== 'GeometryCollection') extend(bounds, geometry.coordinates)
  boundsCache.set(geometry, bounds)
  return bounds
}

/** Returns the common box of several shapes. */
export function boundsOfAll(shapes: readonly Feature<Geometry>[]): Bounds {
  const all: Bounds = [180, 90, -180, -90]
  for (const shape of shapes) {
    const [west, south, east, north] = boundsOf(shape)
    extend(all, [west, south])
    extend(all, [east, north])
  }
  return all
}

function extend(bounds: Bounds, coordinates: unknown): void {
  const list = coordinates as number[] | unknown[]
  if (typeof list[0] !== 'number') {
    for (const one of list) extend(bounds, one)
    return
  }
  const [x, y] = list as [number, number]
  if (x < bounds[0]) bounds[0] = x
  if (y < bounds[1]) bounds[1] = y
  if (x > bounds[2]) bounds[2] = x
  if (y > bounds[3]) bounds[3] = y
}
