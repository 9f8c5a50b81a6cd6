import { geoPath } from 'd3-geo'
import type { Feature, Geometry, Position } from 'geojson'
import type { MapFrame } from './map-frame.ts'

/** A shape in degrees that can be drawn. */
export type Drawable = Feature<Geometry> | Geometry

/** A line, or the closed edge of an area. Units: those of the projection. */
export interface Trace {
  points: [number, number][]
  closed: boolean
}

/**
 * Returns the lines and edges of a shape in a frame, clipped to its extent.
 * Around the country the globe is flat enough to project point by point, which takes a tenth of the time that d3 needs.
 */
export function trace(frame: MapFrame, drawn: Drawable): Trace[] {
  const geometry = drawn.type === 'Feature' ? drawn.geometry : drawn
  return frame.detail === 'fine' ? traceFlat(frame, geometry) : traceOnGlobe(frame, geometry)
}

function traceOnGlobe({ projection, extent }: MapFrame, geometry: Geometry): Trace[] {
  const traces: Trace[] = []
  const context = {
    beginPath() {},
    moveTo: (x: number, y: number) => traces.push({ points: [[x, y]], closed: false }),
    lineTo: (x: number, y: number) => traces.at(-1)!.points.push([x, y]),
    arc() {},
    closePath() {
      traces.at(-1)!.closed = true
    },
  }
  projection.clipExtent(extent)
  geoPath(projection, context as never)(geometry)
  projection.clipExtent(null)
  return traces
}

type Point = [number, number]

function traceFlat(frame: MapFrame, geometry: Geometry): Trace[] {
  const areas = (rings: Position[][]) =>
    rings.flatMap((ring): Trace[] => {
      const points = clipRing(projectAll(ring.slice(0, -1), frame), frame.extent)
      return points.length > 2 ? [{ points, closed: true }] : []
    })
  const line = (positions: Position[]) =>
    clipLine(projectAll(positions, frame), frame.extent).map((points): Trace => ({ points, closed: false }))
  switch (geometry.type) {
    case 'Polygon':
      return areas(geometry.coordinates)
    case 'MultiPolygon':
      return geometry.coordinates.flatMap(areas)
    case 'LineString':
      return line(geometry.coordinates)
    case 'MultiLineString':
      return geometry.coordinates.flatMap(line)
    default:
      return []
  }
}

function projectAll(positions: readonly Position[], { projection }: MapFrame): Point[] {
  const points: Point[] = []
  for (const [lng, lat] of positions) {
    const point = projection([lng!, lat!])
    if (point) points.push(point)
  }
  return points
}

/** Two opposite corners. */
type Extent = MapFrame['extent']

const isInside = ([x, y]: Point, [[left, top], [right, bottom]]: Extent) =>
  x >= left && x <= right && y >= top && y <= bottom

/** Clips an edge at one side of the extent after the other. Source: Sutherland and Hodgman, 1974. */
export function clipRing(ring: Point[], extent: Extent): Point[] {
  if (ring.every((point) => isInside(point, extent))) return ring
  let points = ring
  for (const axis of [0, 1] as const) {
    points = clipSide(points, axis, extent[0][axis], 1)
    points = clipSide(points, axis, extent[1][axis], -1)
  }
  return points
}

function clipSide(points: readonly Point[], axis: 0 | 1, limit: number, sign: 1 | -1): Point[] {
  const kept: Point[] = []
  let before = points.at(-1)
  for (const point of points) {
    const isIn = (point[axis] - limit) * sign >= 0
    if (before && isIn !== (before[axis] - limit) * sign >= 0) {
      const t = (limit - before[axis]) / (point[axis] - before[axis])
      const other = before[1 - axis]! + t * (point[1 - axis]! - before[1 - axis]!)
      kept.push(axis === 0 ? [limit, other] : [other, limit])
    }
    if (isIn) kept.push(point)
    before = point
  }
  return kept
}

/** Returns the visible parts of a line, each with one more point at its ends. */
function clipLine(points: readonly Point[], extent: Extent): Point[][] {
  const parts: Point[][] = []
  let open: Point[] | null = null
  for (const [i, point] of points.entries()) {
    const seen = [points[i - 1], point, points[i + 1]].some((one) => one && isInside(one, extent))
    if (!seen) open = null
    else if (open) open.push(point)
    else parts.push((open = [point]))
  }
  return parts.filter((part) => part.length > 1)
}
