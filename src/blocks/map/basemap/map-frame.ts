import { type GeoProjection, geoConicConformal, geoDistance, geoNaturalEarth1, geoPath } from 'd3-geo'
import type { Feature, Geometry } from 'geojson'
import type { LatLng } from '../understand/coordinates.ts'

/** A size on the stage. Units: px. */
export interface Size {
  width: number
  height: number
}

/** Space to keep free at the edges. Units: px. */
export interface Margins {
  top: number
  right: number
  bottom: number
  left: number
}

/**
 * Maps the globe to a box: a projection into its own units, in which shared drawings are stored, and the transform from
 * these units to the box.
 */
export interface MapFrame {
  kind: 'country' | 'close' | 'world'
  /** Identifies the units: basemaps with equal keys are interchangeable. */
  key: string
  projection: GeoProjection
  /** Units: px per unit of the projection, px. */
  scale: number
  x: number
  y: number
  detail: 'fine' | 'coarse'
  /** The area that the shared basemap covers. Units: those of the projection. */
  extent: [[number, number], [number, number]]
  /** Returns a point in the box; null if it is on the other side of the globe. Units: px. */
  at(point: LatLng): [number, number] | null
}

/** Basemaps are drawn in integers: half a px, so that edges do not visibly jump. */
const unitsPerPixel = 2

/** The extent of the detailed atlas. Units: degrees. */
const fineExtent = { west: 24, east: 111, south: 29, north: 67 }

/** The surroundings of the country for every aspect ratio. Units: those of the projection. */
const countryScale = 4000

/** The conic projection of maps of the country. Source: standard parallels 43° and 53°, chosen by eye. */
const conicProjection = (lng: number, scale: number) =>
  geoConicConformal().parallels([43, 53]).rotate([-lng, 0]).center([0, 48]).scale(scale).translate([0, 0]).precision(0)

/** The frame of the whole country: in the same units on every map, so that all share one basemap. */
export function countryFrame(contents: readonly Feature<Geometry>[], size: Size, margins: Margins): MapFrame {
  const projection = conicProjection(67, countryScale)
  const fitted = fitContents(projection, contents, size, margins)
  const { center, reach } = countryReach(size)
  const extent: MapFrame['extent'] = [
    [center[0] - reach[0], center[1] - reach[1]],
    [center[0] + reach[0], center[1] + reach[1]],
  ]
  const box = boxOf(fitted, size)
  const covered = box.every(
    ([x, y]) => x >= extent[0][0] && x <= extent[1][0] && y >= extent[0][1] && y <= extent[1][1],
  )
  const shape = size.width >= size.height ? 'wide' : 'tall'
  return withLookup({
    kind: 'country',
    key: covered ? `country ${shape}` : `country ${JSON.stringify(box)}`,
    projection,
    ...fitted,
    detail: 'fine',
    extent: covered ? extent : [box[0]!, box[1]!],
  })
}

/** The visible extent of country maps with wide or tall aspect ratios. */
function countryReach({ width, height }: Size): { center: [number, number]; reach: [number, number] } {
  return width >= height ? { center: [0, 85], reach: [1850, 805] } : { center: [0, 10], reach: [1100, 1560] }
}

/** The frame of a part of the globe, north up. `zoom`, as in web maps, overrides the extent of the contents. */
export function closeFrame(
  contents: readonly Feature<Geometry>[],
  at: LatLng,
  zoom: number | null,
  size: Size,
  margins: Margins,
): MapFrame {
  const rough = conicProjection(at.lng, countryScale)
  const southern = at.lat < 25
  const projection = southern ? rough.parallels([-30, 30]).center([0, at.lat]) : rough.center([0, at.lat])
  const fitted = zoom === null ? fitContents(projection, contents, size, margins) : fitZoom(projection, at, zoom, size)
  const scale = Math.min(fitted.scale, scaleOfZoom(maxZoom, at.lat))
  const units = (countryScale * scale) / (1 / unitsPerPixel)
  projection.scale(units)
  const center =
    zoom === null && scale === fitted.scale ? centerOf(projection, contents) : (projection([at.lng, at.lat]) ?? [0, 0])
  const middle = {
    x: (margins.left + size.width - margins.right) / 2,
    y: (margins.top + size.height - margins.bottom) / 2,
  }
  const placed = {
    scale: 1 / unitsPerPixel,
    x: middle.x - center[0] / unitsPerPixel,
    y: middle.y - center[1] / unitsPerPixel,
  }
  const [from, to] = boxOf(placed, size)
  const key = `close ${at.lng} ${at.lat} ${Math.round(units)} ${from!.map(Math.round)} ${to!.map(Math.round)}`
  const corners = [from!, to!, [from![0], to![1]], [to![0], from![1]]].map((corner) =>
    projection.invert?.(corner as [number, number]),
  )
  const fine = corners.every(
    (corner) =>
      corner &&
      corner[0] >= fineExtent.west &&
      corner[0] <= fineExtent.east &&
      corner[1] >= fineExtent.south &&
      corner[1] <= fineExtent.north,
  )
  const pad = 20
  return withLookup({
    kind: 'close',
    key,
    projection,
    ...placed,
    detail: fine ? 'fine' : 'coarse',
    extent: [
      [from![0] - pad, from![1] - pad],
      [to![0] + pad, to![1] + pad],
    ],
  })
}

/** The highest zoom of a drawn map: the shapes have no more detail. */
export const maxZoom = 8

/** The frame of the world, from the Pacific to the Pacific. */
export function worldFrame(size: Size, margins: Margins): MapFrame {
  const projection = geoNaturalEarth1().rotate([-11, 0]).scale(360).translate([0, 0]).precision(0)
  // Leaving out Antarctica makes the rest a third larger.
  const contents: Feature<Geometry>[] = [
    multiPoint([
      [-168.9, 0],
      [190.9, 0],
      [11, 76],
      [11, -55],
    ]),
  ]
  return withLookup({
    kind: 'world',
    key: 'world',
    projection,
    ...fitContents(projection, contents, size, { ...margins, top: 8, bottom: 8 + Math.max(0, margins.bottom - 40) }),
    detail: 'coarse',
    extent: [
      [-1100, -560],
      [1100, 560],
    ],
  })
}

const multiPoint = (coordinates: [number, number][]): Feature<Geometry> => ({
  type: 'Feature',
  properties: {},
  geometry: { type: 'MultiPoint', coordinates },
})

interface FrameTransform {
  scale: number
  x: number
  y: number
}

/** Centres all contents in the box. */
function fitContents(
  projection: GeoProjection,
  contents: readonly Feature<Geometry>[],
  size: Size,
  margins: Margins,
): FrameTransform {
  const [[left, top], [right, bottom]] = boundsOf(projection, contents)
  const [width, height] = [size.width - margins.left - margins.right, size.height - margins.top - margins.bottom]
  const scale = Math.min(width / Math.max(right - left, 1e-6), height / Math.max(bottom - top, 1e-6))
  return {
    scale,
    x: margins.left + width / 2 - (scale * (left + right)) / 2,
    y: margins.top + height / 2 - (scale * (top + bottom)) / 2,
  }
}

function fitZoom(projection: GeoProjection, at: LatLng, zoom: number, { width, height }: Size): FrameTransform {
  const scale = scaleOfZoom(zoom, at.lat)
  const [x, y] = projection([at.lng, at.lat]) ?? [0, 0]
  return { scale, x: width / 2 - scale * x, y: height / 2 - scale * y }
}

/** Px per unit at a zoom of web maps. Source: 156,543 m per px at zoom 0 on the equator, with tiles of 256 px. */
const scaleOfZoom = (zoom: number, lat: number): number => {
  const metresPerPx = (156_543 * Math.cos((lat * Math.PI) / 180)) / 2 ** zoom
  return 6_371_000 / countryScale / metresPerPx
}

function boundsOf(projection: GeoProjection, contents: readonly Feature<Geometry>[]) {
  return geoPath(projection).bounds({ type: 'FeatureCollection', features: [...contents] })
}

function centerOf(projection: GeoProjection, contents: readonly Feature<Geometry>[]): [number, number] {
  const [[left, top], [right, bottom]] = boundsOf(projection, contents)
  return [(left + right) / 2, (top + bottom) / 2]
}

/** Returns the corners of the box. Units: those of the projection. */
const boxOf = ({ scale, x, y }: FrameTransform, { width, height }: Size): [number, number][] => [
  [-x / scale, -y / scale],
  [(width - x) / scale, (height - y) / scale],
]

const withLookup = (frame: Omit<MapFrame, 'at'>): MapFrame => ({
  ...frame,
  at({ lat, lng }) {
    const point = frame.projection([lng, lat])
    return point ? [frame.x + frame.scale * point[0], frame.y + frame.scale * point[1]] : null
  },
})

/** Returns the kilometres per px in the middle of a box. */
export function kilometresPerPx(frame: MapFrame, { width, height }: Size): number {
  const invert = (x: number) =>
    frame.projection.invert?.([(x - frame.x) / frame.scale, (height / 2 - frame.y) / frame.scale])
  const [left, right] = [invert(width / 2 - 50), invert(width / 2 + 50)]
  return left && right ? (geoDistance(left, right) * 6371) / 100 : 1
}
