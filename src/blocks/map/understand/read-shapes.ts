import { geoArea } from 'd3-geo'
import type { Feature, Geometry, MultiPolygon, Polygon, Position } from 'geojson'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import type { ShapeFault } from '../../../model/problems/map.ts'

/** Shapes that can be drawn, or the reason why there are none. */
export type ShapesResult = { features: Feature<Geometry>[]; fault: null } | { features: []; fault: ShapeFault }

/** The largest number of points that a slide can show. */
const maxPoints = 400_000

/**
 * Reads the features of GeoJSON or TopoJSON, with the winding order of d3.
 * Errors: returns a fault for other values, values without shapes, and coordinates in metres instead of degrees.
 */
export function readShapes(value: unknown): ShapesResult {
  const fault = (reason: ShapeFault): ShapesResult => ({ features: [], fault: reason })
  let features: Feature<Geometry>[]
  try {
    features = featuresOf(value)
  } catch {
    return fault('not-geojson')
  }
  if (features.length === 0) return fault(isGeoJson(value) ? 'no-shapes' : 'not-geojson')
  const counted = { points: 0, outside: false, broken: false }
  const drawn = features.filter(({ geometry }) => {
    const before = counted.points
    counted.broken ||= !isValidGeometry(geometry, counted)
    return counted.points > before
  })
  if (counted.broken) return fault('not-geojson')
  if (drawn.length === 0) return fault('no-shapes')
  if (counted.outside) return fault('not-degrees')
  if (counted.points > maxPoints) return fault('too-many-points')
  return { features: drawn.map(rewindFeature), fault: null }
}

const geometryTypes = new Set([
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'Polygon',
  'MultiPolygon',
  'GeometryCollection',
])

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const isGeoJson = (value: unknown) =>
  isObject(value) &&
  (geometryTypes.has(String(value.type)) || /^(?:Feature|FeatureCollection|Topology)$/.test(String(value.type)))

function featuresOf(value: unknown): Feature<Geometry>[] {
  if (!isObject(value)) return []
  if (value.type === 'Topology') {
    const topology = value as unknown as Topology
    return Object.values(topology.objects).flatMap((object) => {
      const made = feature(topology, object as GeometryCollection)
      return featuresOf(made)
    })
  }
  if (value.type === 'FeatureCollection') return (value.features as unknown[]).flatMap(featuresOf)
  if (value.type === 'Feature')
    return flattenGeometry(value.geometry).map((geometry) => ({ ...(value as object as Feature), geometry }))
  return flattenGeometry(value).map((geometry) => ({ type: 'Feature', properties: {}, geometry }))
}

/** Flattens collections of geometries. */
function flattenGeometry(geometry: unknown): Geometry[] {
  if (!isObject(geometry) || !geometryTypes.has(String(geometry.type))) return []
  return geometry.type === 'GeometryCollection'
    ? (geometry.geometries as unknown[]).flatMap(flattenGeometry)
    : [geometry as unknown as Geometry]
}

const coordinateDepths: Readonly<Record<string, number>> = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
}

/** Whether coordinates are numbers, nested as their type requires. */
function isValidGeometry(geometry: Geometry, counted: { points: number; outside: boolean }): boolean {
  if (geometry.type === 'GeometryCollection') return false
  const visit = (value: unknown, depth: number): boolean => {
    if (!Array.isArray(value)) return false
    if (depth > 0) return value.every((one) => visit(one, depth - 1))
    const [x, y] = value as unknown[]
    if (typeof x !== 'number' || typeof y !== 'number' || !Number.isFinite(x + y)) return false
    counted.points++
    counted.outside ||= Math.abs(x) > 180.001 || Math.abs(y) > 90.001
    return true
  }
  return visit(geometry.coordinates, coordinateDepths[geometry.type]!)
}

/**
 * GeoJSON winds outer rings counterclockwise (RFC 7946), d3 clockwise, and files do either: returns rings as d3 needs
 * them.
 */
function rewindFeature(one: Feature<Geometry>): Feature<Geometry> {
  const { geometry } = one
  if (geometry.type === 'Polygon')
    return { ...one, geometry: { ...geometry, coordinates: rewindRings(geometry.coordinates) } }
  if (geometry.type !== 'MultiPolygon') return one
  return { ...one, geometry: { ...geometry, coordinates: geometry.coordinates.map(rewindRings) } }
}

const rewindRings = (rings: Position[][]): Position[][] =>
  rings.map((ring, i) => (coversMostOfGlobe(ring) === i > 0 ? ring : [...ring].reverse()))

/** Whether d3 reads a ring as the whole globe except its inside. On a part of the globe the plane area tells. */
function coversMostOfGlobe(ring: readonly Position[]): boolean {
  let [west, east, doubled] = [Infinity, -Infinity, 0]
  for (let i = 0, before = ring.length - 1; i < ring.length; before = i++) {
    const [[x1, y1], [x2, y2]] = [ring[before] as [number, number], ring[i] as [number, number]]
    west = Math.min(west, x2)
    east = Math.max(east, x2)
    doubled += x1 * y2 - x2 * y1
  }
  if (east - west < 90) return doubled > 0
  return geoArea({ type: 'Polygon', coordinates: [[...ring]] }) > 2 * Math.PI
}

/** Merges several areas. */
export function mergeAreas(features: readonly Feature<Geometry>[]): Feature<MultiPolygon> {
  const polygons = features.flatMap(({ geometry }) => polygonsOf(geometry))
  return { type: 'Feature', properties: {}, geometry: { type: 'MultiPolygon', coordinates: polygons } }
}

/** Whether a geometry is a polygon or several. */
export const isArea = (one: Feature<Geometry>): one is Feature<Polygon | MultiPolygon> =>
  one.geometry.type === 'Polygon' || one.geometry.type === 'MultiPolygon'

function polygonsOf(geometry: Geometry): Position[][][] {
  if (geometry.type === 'Polygon') return [geometry.coordinates]
  return geometry.type === 'MultiPolygon' ? geometry.coordinates : []
}
