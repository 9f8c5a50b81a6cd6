import type { MarkerObject, RegionObject } from '../../model/deck-file.ts'
import { isPlaceholder } from '../../model/placeholder.ts'
import type { SourceNode } from '../../model/source.ts'
import { enumOf, field, itemsOf, numberOf, stringOf, textOf } from '../fields.ts'
import type { MapMarker, MapRegion } from './types.ts'

/** Reads an entry of `markers`: a place, or an object; null if it marks nothing. */
export function readMarker(node: SourceNode): MapMarker | null {
  const { range } = node
  const empty = { lat: null, lng: null, label: null, kind: null, value: null, range }
  if (node.type !== 'object') {
    const place = stringOf(node)
    return place === null || isPlaceholder(place) ? null : { ...empty, place }
  }
  const own = (name: keyof MarkerObject) => field<MarkerObject>(node, name)
  const [lat, lng] = [numberOf(own('lat')), numberOf(own('lng'))]
  const written = stringOf(own('place'))
  const place = written === null || isPlaceholder(written) ? null : written
  if (place === null && (lat === null || lng === null)) return null
  return {
    place,
    lat,
    lng,
    label: textOf(own('label')),
    kind: enumOf(own('kind'), ['pin', 'dot', 'star', 'office']),
    value: numberOf(own('value')),
    range: (own('place') ?? node).range,
  }
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
