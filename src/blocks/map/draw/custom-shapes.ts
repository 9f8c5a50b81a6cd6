import type { Feature, Geometry, Position } from 'geojson'
import polylabel from 'polylabel'
import { isHexColor } from '../../../model/color.ts'
import { framePath, frameRings, frameTransform, ringArea } from '../basemap/basemap.ts'
import type { Canvas } from './canvas.ts'
import type { DrawnMark } from './marks.ts'

type GeoShape = Feature<Geometry>
type Point = [number, number]

/** Draws the author's shapes: areas, lines, points. Their names are placed later. */
export function drawCustomShapes(shapes: readonly GeoShape[], canvas: Canvas): DrawnMark[] {
  return shapes.flatMap((shape): DrawnMark[] => {
    const { geometry } = shape
    if (geometry.type === 'Point') return drawPoints(shape, [geometry.coordinates], canvas)
    if (geometry.type === 'MultiPoint') return drawPoints(shape, geometry.coordinates, canvas)
    const isLine = geometry.type === 'LineString' || geometry.type === 'MultiLineString'
    const at = isLine ? drawLine(shape, canvas) : drawArea(shape, canvas)
    return at ? labelMark(shape, at, 6) : []
  })
}

function drawPoints(shape: GeoShape, coordinates: readonly Position[], { frame, sketch, space }: Canvas): DrawnMark[] {
  const points = coordinates.flatMap(([lng, lat]): Point[] => {
    const at = frame.at({ lat: lat!, lng: lng! })
    return at ? [at] : []
  })
  for (const [x, y] of points) {
    sketch.circle([x, y], 6, 'm-mark', styleColor(shape, 'marker-color'))
    space.reserve({ x: x - 7, y: y - 7, width: 14, height: 14 })
  }
  return points.flatMap((at) => labelMark(shape, at, 8))
}

/** Labels avoid a line, whose own label is at its middle. */
function drawLine(shape: GeoShape, { frame, sketch, space }: Canvas): Point | null {
  const stroke = styleColor(shape, 'stroke')
  const transform = frameTransform(frame)
  if (stroke) sketch.stroke(framePath(frame, shape), 'm-line', stroke, transform)
  else sketch.path(framePath(frame, shape), 'm-line', null, transform)
  const points = frameRings(frame, shape).flat()
  const taken = new Set<string>()
  for (const [i, [x, y]] of points.entries()) {
    const [px, py] = points[i - 1] ?? [x, y]
    const steps = Math.min(200, Math.max(1, Math.ceil(Math.hypot(x - px, y - py) / 8)))
    for (let step = 1; step <= steps; step++) {
      const t = step / steps
      const [at, down] = [Math.round((px + (x - px) * t) / 4) * 4, Math.round((py + (y - py) * t) / 4) * 4]
      if (taken.has(`${at} ${down}`)) continue
      taken.add(`${at} ${down}`)
      space.reserve({ x: at - 3, y: down - 3, width: 6, height: 6 })
    }
  }
  return points[Math.floor(points.length / 2)] ?? null
}

function drawArea(shape: GeoShape, { frame, sketch }: Canvas): Point | null {
  sketch.path(framePath(frame, shape), 'm-shape', styleColor(shape, 'fill'), frameTransform(frame))
  const ring = frameRings(frame, shape).sort((a, b) => ringArea(b) - ringArea(a))[0]
  if (!ring) return null
  const [x, y] = polylabel([ring], 2) as unknown as Point
  return [x, y]
}

function labelMark({ properties }: GeoShape, at: Point, clearance: number): DrawnMark[] {
  const name = ['name', 'title', 'label'].map((key) => properties?.[key]).find((text) => typeof text === 'string')
  if (!name) return []
  return [{ at, clearance, plate: { name, nameLang: null, value: null, paint: null, strong: false } }]
}

/** Reads a colour of GeoJSON's simple style. Source: simplestyle-spec 1.1.0. */
function styleColor({ properties }: GeoShape, name: string): string | null {
  const color = properties?.[name]
  return typeof color === 'string' && isHexColor(color) ? color : null
}
