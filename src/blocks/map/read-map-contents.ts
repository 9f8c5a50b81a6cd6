import type { MarkerObject, RegionObject } from '../../model/deck-file.ts'
import { isPlaceholder } from '../../model/placeholder.ts'
import type { ArrayNode, SourceNode } from '../../model/source.ts'
import { enumOf, field, itemsOf, numberOf, stringOf, textOf } from '../fields.ts'
import type { MapMarker, MapRegion } from './types.ts'

/** Reads a list of places. */
export const readMarkers = (node: SourceNode | undefined): MapMarker[] =>
  itemsOf(node).flatMap((item) => readMarker(item) ?? [])

/** Returns a pair of coordinates as text; null for any other list. */
export function pairOf({ items }: ArrayNode): string | null {
  const [lat, lng] = items.map(numberOf)
  return items.length === 2 && lat != null && lng != null ? `${lat}, ${lng}` : null
}

/** Reads a place, a pair of coordinates, or an object, which may lack its place; null if it says nothing. */
export function readMarker(node: SourceNode): MapMarker | null {
  const { range } = node
  const empty = { lat: null, lng: null, label: null, kind: null, value: null, range }
  if (node.type !== 'object') {
    const place = node.type === 'array' ? pairOf(node) : stringOf(node)
    return place === null || isPlaceholder(place) ? null : { ...empty, place }
  }
  const own = (name: keyof MarkerObject) => field<MarkerObject>(node, name)
  const [lat, lng] = [numberOf(own('lat')), numberOf(own('lng'))]
  const written = stringOf(own('place'))
  const place = written === null || isPlaceholder(written) ? null : written
  const label = textOf(own('label'))
  const value = numberOf(own('value'))
  if ([place, lat, lng, label, value].every((one) => one === null)) return null
  const kind = enumOf(own('kind'), ['pin', 'dot', 'star', 'office'])
  return { place, lat, lng, label, kind, value, range: (own('place') ?? node).range }
}

/**
 * Reads the regions of a map: a list of highlighted ones, or values by region. Regions without a value are left out.
 */
export function readRegions(node: SourceNode | undefined): MapRegion[] {
  if (node?.type === 'object') return parseNumbers(node.members.flatMap(({ key, value }) => readRegion(key, value)))
  return itemsOf(node).flatMap((item) => {
    const name = stringOf(item)
    return name === null ? [] : [{ ...noDetails, name, range: item.range }]
  })
}

const noDetails = { value: null, label: null, color: null }

function readRegion(key: { value: string; range: MapRegion['range'] }, node: SourceNode): MapRegion[] {
  const name = key.value
  const { range } = key
  if (name.trim() === '') return []
  if (node.type !== 'object') {
    const value = readRegionValue(node)
    return value === null ? [] : [{ ...noDetails, name, value, range }]
  }
  const own = (field_: keyof RegionObject) => field<RegionObject>(node, field_)
  const region = { value: readRegionValue(own('value')), label: textOf(own('label')), color: stringOf(own('color')) }
  return Object.values(region).every((part) => part === null) ? [] : [{ ...region, name, range }]
}

function readRegionValue(node: SourceNode | undefined): number | string | null {
  return numberOf(node) ?? stringOf(node)?.trim() ?? null
}

/** Reads numbers as people type them, `"1 134,9"`, if all values are numbers; otherwise the values are words. */
function parseNumbers(regions: MapRegion[]): MapRegion[] {
  const figures = regions.map(({ value }) => (typeof value === 'string' ? parseFigure(value) : value))
  const all = regions.every(({ value }, i) => value === null || figures[i] !== null)
  return all ? regions.map((region, i) => ({ ...region, value: figures[i] ?? null })) : regions
}

function parseFigure(text: string): number | null {
  const plainText = text
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace('−', '-')
    .replace(',', '.')
  return /^[+-]?\d+(?:\.\d+)?$/.test(plainText) ? Number(plainText) : null
}
