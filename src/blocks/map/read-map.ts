import type { ReadBlocks } from '../../model/block-type.ts'
import type { MapObject, Slide } from '../../model/deck-file.ts'
import { isPlaceholder } from '../../model/placeholder.ts'
import {
  type ArrayNode,
  findMember,
  type ObjectNode,
  type Range,
  type SourceNode,
  toPlainValue,
} from '../../model/source.ts'
import { enumOf, field, itemsOf, numberOf, read, stringOf, textOf } from '../fields.ts'
import { pairOf, readMarker, readMarkers, readRegions } from './read-map-contents.ts'
import type { MapBlock, MapMarker, MapScale, MapViewport } from './types.ts'

/** Reads a slide's `map`: a place, coordinates, an address, a list of places, an object, or GeoJSON. */
export function fromSlide(slide: ObjectNode): ReadBlocks {
  const node = field<Slide>(slide, 'map')
  if (node?.type === 'array') return read(fromList(node))
  if (node?.type !== 'object') return read(fromText(node))
  return read(isGeoJson(node) ? fromGeoJson(node) : readMap(node))
}

/** Reads a map among a slide's `blocks`. */
export const fromEntry = (entry: ObjectNode): ReadBlocks => read(readMap(entry))

function readMap(entry: ObjectNode): MapBlock | null {
  if (isEmptyObject(entry)) return null
  const own = (name: keyof MapObject) => field<MapObject>(entry, name)
  const path = (name: 'image' | 'link') => {
    const text = stringOf(own(name))?.trim() ?? null
    return text !== null && isPlaceholder(text) ? null : text
  }
  const only = readMarker(entry)
  const query = only && shortFormOf(only)
  return {
    ...emptyMap(entry.range),
    query,
    caption: textOf(own('caption')),
    source: textOf(own('source')),
    alt: textOf(own('alt')),
    base: enumOf(own('base'), ['auto', 'kz', 'region', 'world', 'none']) ?? 'auto',
    view: readView(own('view')),
    zoom: numberOf(own('zoom')),
    markers: [...(only && query === null ? [only] : []), ...readMarkers(own('markers'))],
    regions: readRegions(own('regions')),
    scale: readScale(own('scale')),
    unit: textOf(own('unit')),
    labels: enumOf(own('labels'), ['auto', 'names', 'values', 'none']) ?? 'auto',
    legend: optionalBoolean(own('legend')) ?? true,
    geojson: readGeoJson(own('geojson')),
    image: path('image'),
    link: path('link'),
    qr: optionalBoolean(own('qr')),
    online: enumOf(own('online'), ['none', 'link', 'tiles']) ?? 'link',
  }
}

/** A place with nothing else is read as the short form: a region is highlighted, a point has a link. Null for others. */
function shortFormOf({ place, lat, lng, label, kind }: MapMarker): string | null {
  if (label !== null || kind !== null) return null
  if (lat === null && lng === null) return place
  return place === null && lat !== null && lng !== null ? `${lat}, ${lng}` : null
}

const isEmptyObject = (entry: ObjectNode): boolean =>
  entry.members.every(({ key, value }) => {
    const blank = value.type === 'string' && value.value.trim() === ''
    const none =
      (value.type === 'array' && value.items.length === 0) || (value.type === 'object' && isEmptyObject(value))
    return key.value === 'type' || value.type === 'null' || blank || none
  })

/** A map with the default of every field. */
const emptyMap = (range: Range): MapBlock => ({
  type: 'map',
  query: null,
  caption: null,
  source: null,
  alt: null,
  base: 'auto',
  view: null,
  zoom: null,
  markers: [],
  regions: [],
  scale: null,
  unit: null,
  labels: 'auto',
  legend: true,
  geojson: null,
  image: null,
  link: null,
  qr: null,
  online: 'link',
  range,
})

/** Whether an object is GeoJSON, whose `type` begins with a capital letter. */
function isGeoJson(node: ObjectNode): boolean {
  const type = findMember(node, 'type')?.value
  return type?.type === 'string' && /^[A-Z]/.test(type.value)
}

const fromGeoJson = (node: ObjectNode): MapBlock => ({
  ...emptyMap(node.range),
  geojson: toPlainValue(node) as object,
})

function readGeoJson(node: SourceNode | undefined): string | object | null {
  if (node?.type === 'object') return toPlainValue(node) as object
  return stringOf(node)?.trim() ?? null
}

/** Reads the short form. The extension of a file tells whether it contains shapes or a picture. */
function fromText(node: SourceNode | undefined): MapBlock | null {
  if (!node) return null
  const query = stringOf(node)
  if (query === null || isPlaceholder(query)) return null
  const map = { ...emptyMap(node.range), query }
  const path = query.trim()
  if (/^[a-z]+:\/\/|[\n<>?#]/i.test(path)) return map
  if (/\.(?:geo|topo)?json$/i.test(path)) return { ...map, geojson: path }
  return /\.(?:png|jpe?g|gif|webp|avif|svg)$/i.test(path) ? { ...map, image: path } : map
}

/** Reads a list: two numbers are a point, anything else are places to be marked. */
function fromList(node: ArrayNode): MapBlock | null {
  const query = pairOf(node)
  if (query !== null) return { ...emptyMap(node.range), query }
  const markers = readMarkers(node)
  return markers.length > 0 ? { ...emptyMap(node.range), markers } : null
}

function readView(node: SourceNode | undefined): MapViewport | null {
  if (node?.type !== 'object') {
    const place = stringOf(node)
    return place === null || isPlaceholder(place) ? null : { kind: 'place', place, range: node!.range }
  }
  const { range } = node
  const box = itemsOf(findMember(node, 'bbox')?.value).map(numberOf)
  const [west, south, east, north] = box
  if (west != null && south != null && east != null && north != null) {
    return { kind: 'box', box: [west, south, east, north], range }
  }
  const [lat, lng] = [numberOf(findMember(node, 'lat')?.value), numberOf(findMember(node, 'lng')?.value)]
  return lat === null || lng === null ? null : { kind: 'point', lat, lng, range }
}

function readScale(node: SourceNode | undefined): MapScale | null {
  if (node?.type !== 'object') return null
  const items = (name: string) => itemsOf(findMember(node, name)?.value)
  return {
    type: enumOf(findMember(node, 'type')?.value, ['quantile', 'steps', 'category']),
    steps: items('steps').flatMap((one) => numberOf(one) ?? []),
    colors: items('colors').flatMap((one) => stringOf(one)?.trim() ?? []),
    labels: items('labels').flatMap((one) => textOf(one) ?? []),
  }
}

/** Reads a boolean; null if there is none. */
const optionalBoolean = (node: SourceNode | undefined): boolean | null =>
  node?.type === 'boolean' ? node.value === true : null
