import { type GeoConicProjection, geoConicConformal, geoNaturalEarth1 } from 'd3-geo'
import type { PointMesh } from '../../../model/wire/map-edit.ts'
import type { Globe } from '../types.ts'
import type { MapFrame, Size } from './map-frame.ts'

/** Returns how a frame draws the globe. */
export function globeOf({ kind, projection, scale, x, y }: MapFrame): Globe {
  const conic = projection as Partial<Pick<GeoConicProjection, 'parallels'>>
  return {
    projection: kind === 'world' ? 'naturalEarth' : 'conic',
    rotate: projection.rotate(),
    center: projection.center(),
    parallels: conic.parallels?.() ?? null,
    scale: projection.scale(),
    transform: { scale, x, y },
  }
}

/** So many cells across and down: between their corners, the globe is as good as flat. */
const cells = { across: 64, down: 36 }

/** Returns the points of the globe below the crossings of a grid. */
export function meshOf({ projection, rotate, center, parallels, scale, transform }: Globe, size: Size): PointMesh {
  const drawn =
    projection === 'conic'
      ? geoConicConformal()
          .parallels(parallels ?? [43, 53])
          .center(center)
      : geoNaturalEarth1()
  drawn.rotate(rotate).scale(scale).translate([0, 0])
  const [columns, rows] = [cells.across + 1, cells.down + 1]
  const points = Array.from({ length: columns * rows }, (_, i) => {
    const x = ((i % columns) / cells.across) * size.width
    const y = (Math.floor(i / columns) / cells.down) * size.height
    const own: [number, number] = [(x - transform.x) / transform.scale, (y - transform.y) / transform.scale]
    const point = drawn.invert?.(own)
    const drawnAt = point && drawn(point)
    // Beside the globe, the projection gives a point that is drawn elsewhere.
    const isThere = drawnAt && Math.hypot(drawnAt[0] - own[0], drawnAt[1] - own[1]) * transform.scale < 1
    return isThere ? ([round(point[1]), round(point[0])] as const) : null
  })
  return { ...size, columns, rows, points }
}

const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6
