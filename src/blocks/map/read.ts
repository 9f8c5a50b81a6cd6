import type { MapBlock } from '../../model/deck.ts'
import type { MapObject, Slide } from '../../model/deck-file.ts'
import { isPlaceholder } from '../../model/placeholder.ts'
import { member, type ObjectNode, type SourceNode, toValue } from '../../model/source.ts'
import { field, numberOf, stringOf, textOf } from '../fields.ts'

/** The map that a slide's `map` is: a place, coordinates, an address, an object, or GeoJSON. */
export function fromShort(slide: ObjectNode): MapBlock[] {
  const node = field<Slide>(slide, 'map')
  const block = node?.type === 'object' ? (isGeoJson(node) ? fromGeoJson(node) : fromEntry(node)) : fromQuery(node)
  return block ? [block] : []
}

/** A map of a slide's `blocks`, or a `map` written as an object. */
export function fromEntry(entry: ObjectNode): MapBlock | null {
  const options = Object.entries(toValue(entry) as Record<string, unknown>).filter(([name, value]) => {
    return name !== 'type' && value !== null && !(typeof value === 'string' && value.trim() === '')
  })
  if (options.length === 0) return null
  const text = (name: keyof MapObject) => textOf(field<MapObject>(entry, name))
  const said = { caption: text('caption'), source: text('source'), alt: text('alt') }
  return { type: 'map', query: null, ...said, options: Object.fromEntries(options), range: entry.range }
}

/** GeoJSON has a `type` of its own, with a capital letter. */
function isGeoJson(node: ObjectNode): boolean {
  const type = member(node, 'type')?.value
  return type?.type === 'string' && /^[A-Z]/.test(type.value)
}

const fromGeoJson = (node: ObjectNode): MapBlock => ({
  ...nothing,
  options: { geojson: toValue(node) },
  range: node.range,
})

function fromQuery(node: SourceNode | undefined): MapBlock | null {
  if (!node) return null
  const query = node.type === 'array' ? coordinates(node.items) : stringOf(node)
  return query === null || isPlaceholder(query) ? null : { ...nothing, query, range: node.range }
}

/** A pair of coordinates as people write it. */
function coordinates(items: readonly SourceNode[]): string | null {
  const [lat, lng] = items.map(numberOf)
  return lat == null || lng == null ? null : `${lat}, ${lng}`
}

const nothing = { type: 'map', query: null, caption: null, source: null, alt: null, options: null } as const
