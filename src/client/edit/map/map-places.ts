import type { JsonValue, NodePath } from '../../../model/source.ts'
import type { EditOp } from '../../../model/wire/edit.ts'
import { isBlank, isObject, type JsonObject, opsToSet, valueAt } from '../values.ts'

/** A place of a map as it is written. */
export interface MapPlace {
  path: NodePath
  /** What its field shows: its name, address or coordinates. */
  text: string
  /** Whether it is an object, with a label and a kind of its own. */
  isObject: boolean
}

/** Whether a value is GeoJSON, whose type begins with a capital letter. */
export const isGeoJson = (value: JsonValue | undefined): boolean =>
  isObject(value) && typeof value.type === 'string' && /^[A-Z]/.test(value.type)

const isPair = (value: JsonValue | undefined): value is [JsonValue, JsonValue] =>
  Array.isArray(value) && value.length === 2 && value.every((one) => !isBlank(one) && Number.isFinite(Number(one)))

const textOf = (value: JsonValue): string => {
  if (isPair(value)) return value.join(', ')
  if (!isObject(value)) return isBlank(value) || Array.isArray(value) ? '' : String(value)
  if (!isBlank(value.place)) return String(value.place)
  return isBlank(value.lat) || isBlank(value.lng) ? '' : `${value.lat}, ${value.lng}`
}

/** Whether an object of a map has a place beside its list of places. */
const hasOwnPlace = (map: JsonObject) => !isBlank(map.place) || !isBlank(map.lat) || !isBlank(map.lng)

/** The places of a map in every form in which it may be written, in order. */
export function placesOf(deck: JsonValue, path: NodePath): MapPlace[] {
  const value = valueAt(deck, path)
  if (isBlank(value) || isGeoJson(value)) return []
  const one = (at: NodePath, place: JsonValue) => ({ path: at, text: textOf(place), isObject: isObject(place) })
  const list = (at: NodePath, items: readonly JsonValue[]) => items.map((item, i) => one([...at, i], item))
  if (Array.isArray(value)) return isPair(value) ? [one(path, value)] : list(path, value)
  if (!isObject(value)) return [one(path, value!)]
  const own = hasOwnPlace(value) ? [{ ...one(path, value), isObject: false }] : []
  return [...own, ...(Array.isArray(value.markers) ? list([...path, 'markers'], value.markers) : [])]
}

/** The operations that put another text in the place of one. Numbers beside a name belong to the name before. */
export function opsToName(deck: JsonValue, { path }: MapPlace, text: string): EditOp[] {
  const value = valueAt(deck, path)
  if (!isObject(value)) return opsToSet(deck, path, text)
  const removed = ['lat', 'lng'].flatMap((name): EditOp[] =>
    value[name] === undefined ? [] : [{ op: 'remove', path: [...path, name] }],
  )
  return [...removed, ...opsToSet(deck, [...path, 'place'], text)]
}

/** The operations that add a place to a map. One place becomes a list of places. */
export function opsToAdd(deck: JsonValue, path: NodePath, text: string, isBlock: boolean): EditOp[] {
  const value = valueAt(deck, path)
  if (isObject(value)) {
    if (!hasOwnPlace(value) && !Array.isArray(value.markers)) return opsToSet(deck, [...path, 'place'], text)
    const { markers } = value
    return opsToSet(deck, [...path, 'markers', Array.isArray(markers) ? markers.length : 0], text)
  }
  if (isBlank(value)) return opsToSet(deck, path, isBlock ? { type: 'map', place: text } : text)
  const isOne = !Array.isArray(value) || isPair(value)
  return isOne ? opsToSet(deck, path, [value!, text]) : opsToSet(deck, [...path, value.length], text)
}

/** The operations that take a place away. */
export function opsToRemove(deck: JsonValue, map: NodePath, { path }: MapPlace): EditOp[] {
  const value = valueAt(deck, path)
  if (path.length > map.length) return [{ op: 'remove', path }]
  if (!isObject(value)) return opsToSet(deck, path, undefined)
  return ['place', 'lat', 'lng'].flatMap((name): EditOp[] =>
    value[name] === undefined ? [] : [{ op: 'remove', path: [...path, name] }],
  )
}

/** The operations that make of a place what was typed for it; an empty text takes it away. */
export const opsToPlace = (deck: JsonValue, map: NodePath, place: MapPlace, text: string): EditOp[] =>
  text === '' ? opsToRemove(deck, map, place) : opsToName(deck, place, text)

/** Returns a map with the names of its parts, so that it can have settings. */
export function withNames(value: JsonValue | undefined): JsonObject {
  if (isObject(value)) return value
  if (isPair(value)) return { lat: value[0]!, lng: value[1]! }
  if (Array.isArray(value)) return { markers: value }
  return isBlank(value) ? {} : { place: value! }
}
