import type { Feature, Geometry, Position } from 'geojson'
import type { MapBlock } from '../types.ts'
import type { LatLng } from '../understand/coordinates.ts'
import type { Gazetteer, GeoPlace } from '../understand/gazetteer.ts'
import type { MapPlan, PlannedRegion } from '../understand/map-plan.ts'
import type { Atlas } from './atlas.ts'
import { boundsOf, boundsOfAll } from './bounds.ts'
import { closeFrame, countryFrame, type MapFrame, type Margins, maxZoom, type Size, worldFrame } from './map-frame.ts'

/** What a frame is chosen from. */
export interface FrameContext {
  atlas: Atlas
  gazetteer: Gazetteer
  size: Size
  margins: Margins
}

/** The surroundings of the country. Units: degrees. */
const countrySurroundings = { west: 36, east: 98, south: 33, north: 62 }

/** The zoom limit for pasted addresses: a drawn map has no detail to show beyond it. */
const maxZoomOfAddress = 7
const zoomOfPoint = 6

type GeoShape = Feature<Geometry>
type FrameMode =
  | { kind: 'world' }
  | { kind: 'country'; with: GeoShape[] }
  | { kind: 'close'; contents: GeoShape[]; zoom: number | null }

/** Chooses the visible part of the globe: what the author asks for, otherwise what the contents need. */
export function chooseFrame(base: MapBlock['base'], plan: MapPlan, context: FrameContext): MapFrame {
  const { atlas, size, margins } = context
  const mode = chooseMode(base, plan, context)
  if (mode.kind === 'world') return worldFrame(size, margins)
  if (mode.kind === 'country') return countryFrame([atlas.country('KZ', 'fine')!, ...mode.with], size, margins)
  const [west, south, east, north] = boundsOfAll(mode.contents)
  const span = east - west
  if (span > 100 || north - south > 75) return worldFrame(size, margins)
  const at = { lat: (south + north) / 2, lng: west + span / 2 }
  const tiny = span < 0.4 && north - south < 0.4
  const zoom = mode.zoom ?? (tiny ? (plan.markers.length > 1 ? maxZoom : zoomOfPoint) : null)
  if (zoom !== null && zoom < 3.5) return worldFrame(size, margins)
  return closeFrame(mode.contents, at, zoom === null ? null : Math.min(zoom, maxZoom), size, padded(margins))
}

/** A map of the country or the world is about twice as wide as high. */
const wideRatio = 1.6

/** Whether what a map shows is much wider than high. A map of a place has no shape of its own, and is not. */
export function isWideMap(
  { base }: Pick<MapBlock, 'base'>,
  plan: MapPlan,
  sources: Omit<FrameContext, 'size' | 'margins'>,
) {
  const none = { top: 0, right: 0, bottom: 0, left: 0 }
  const mode = chooseMode(base, plan, { ...sources, size: { width: 1000, height: 1000 }, margins: none })
  if (mode.kind !== 'close') return true
  const [west, south, east, north] = boundsOfAll(mode.contents)
  const width = (east - west) * Math.cos((((south + north) / 2) * Math.PI) / 180)
  return mode.zoom === null && width > 1 && width / (north - south) > wideRatio
}

/** Contents at a high zoom keep a distance from the edges. */
const padded = ({ top, right, bottom, left }: Margins): Margins => ({
  top: top + 24,
  right: right + 24,
  bottom: bottom + 16,
  left: left + 24,
})

function chooseMode(base: MapBlock['base'], plan: MapPlan, context: FrameContext): FrameMode {
  const { view, markers, regions, shapes } = plan
  const contents = contentsOf(plan, context)
  const away = contents.some((shape) => !isNearCountry(shape))
  const zoom = plan.zoom === null ? null : plan.link?.at ? Math.min(plan.zoom, maxZoomOfAddress) : plan.zoom
  if (base === 'world' || view?.kind === 'world') return { kind: 'world' }
  const viewed = view ? viewShapes(plan, context) : []
  if (viewed.length > 0) return { kind: 'close', contents: viewed, zoom }
  const isCountry = view?.kind === 'area' && view.place.id === 'KZ'
  if (base === 'kz' || isCountry) return { kind: 'country', with: [] }
  if (base === 'region' && contents.length > 0) return { kind: 'close', contents, zoom }
  if (zoom !== null && contents.length > 0) return { kind: 'close', contents, zoom }
  if (shapes.length > 0 && !coversCountry(shapes)) return { kind: 'close', contents, zoom: null }
  if (away) return abroadMode(contents, plan, context)
  // Places so close together would overlap on a map of the whole country.
  if (regions.length === 0 && markers.length > 1 && isCluster(markers)) return { kind: 'close', contents, zoom: null }
  const exact = markers.length === 1 && plan.link?.at
  return exact ? { kind: 'close', contents, zoom: zoomOfPoint } : { kind: 'country', with: markers.map(pointOf) }
}

/**
 * A place abroad is shown with the country, if it is alone or if other places are near the country; places far away are
 * shown on their own, and values on the world.
 */
function abroadMode(contents: GeoShape[], { markers, regions, shapes }: MapPlan, { atlas }: FrameContext): FrameMode {
  if (regions.length > 0 || shapes.length > 0) return { kind: 'world' }
  const withCountry = markers.length === 1 || contents.some(isNearCountry)
  const around = withCountry ? atlas.country('KZ', 'fine')! : surroundingsOf(contents)
  return { kind: 'close', contents: [...contents, around], zoom: null }
}

/** The least part of the globe to show abroad, where the shapes have few points. Units: degrees on each side. */
const reachAbroad = { lat: 6, lng: 12 }

function surroundingsOf(contents: readonly GeoShape[]): GeoShape {
  const [west, south, east, north] = boundsOfAll(contents)
  const [lat, lng] = [(south + north) / 2, (west + east) / 2]
  const lats = [lat - reachAbroad.lat, lat + reachAbroad.lat].map((one) => Math.min(85, Math.max(-85, one)))
  return points(lats.flatMap((y): Position[] => [lng - reachAbroad.lng, lng + reachAbroad.lng].map((x) => [x, y])))
}

/** Returns the shapes that the author's `view` means; none for the whole country. */
function viewShapes({ view }: MapPlan, { gazetteer }: FrameContext): GeoShape[] {
  if (view?.kind === 'point') return [pointOf(view.at)]
  if (view?.kind === 'box') {
    const [west, south, east, north] = view.box
    const xs = [west, (west + east) / 2, east]
    return [points(xs.flatMap((x) => [south, north].map((y): Position => [x, y])))]
  }
  if (view?.kind !== 'area' || view.place.id === 'KZ') return []
  return view.outline ? [view.outline] : placePoints(view.place.id, gazetteer)
}

/** A region without an outline is represented by its places, a district by its centre. */
const pointsOf = ({ id, kind, lat, lng }: GeoPlace, gazetteer: Gazetteer): GeoShape[] =>
  kind === 'district' && lat !== undefined && lng !== undefined ? [pointOf({ lat, lng })] : placePoints(id, gazetteer)

function placePoints(id: string, gazetteer: Gazetteer): GeoShape[] {
  const inside = gazetteer
    .within(id)
    .flatMap(({ lat, lng }) => (lat === undefined || lng === undefined ? [] : [[lng, lat]]))
  return inside.length > 0 ? [points(inside)] : []
}

function contentsOf({ markers, regions, shapes }: MapPlan, { gazetteer }: FrameContext): GeoShape[] {
  const ofRegion = ({ outline, place }: PlannedRegion) => (outline ? [outline] : pointsOf(place, gazetteer))
  return [...markers.map(pointOf), ...regions.flatMap(ofRegion), ...shapes]
}

/** Units: degrees. About 250 km on each side. */
const clusterSpan = { lat: 2.5, lng: 3.5 }

function isCluster(markers: MapPlan['markers']): boolean {
  const [west, south, east, north] = boundsOfAll(markers.map(pointOf))
  return east - west < clusterSpan.lng && north - south < clusterSpan.lat
}

/** Shapes that cover much of the country are shown on the map of the whole country. */
function coversCountry(shapes: readonly GeoShape[]): boolean {
  const [west, south, east, north] = boundsOfAll(shapes)
  return east - west > 16 && north - south > 6 && west >= countrySurroundings.west && east <= countrySurroundings.east
}

function isNearCountry(shape: GeoShape): boolean {
  const [west, south, east, north] = boundsOf(shape)
  return (
    west >= countrySurroundings.west &&
    east <= countrySurroundings.east &&
    south >= countrySurroundings.south &&
    north <= countrySurroundings.north
  )
}

/** Returns a point as GeoJSON. */
export const pointOf = ({ lat, lng }: LatLng): GeoShape => points([[lng, lat]])

const points = (coordinates: Position[]): GeoShape => ({
  type: 'Feature',
  properties: {},
  geometry: { type: 'MultiPoint', coordinates },
})
