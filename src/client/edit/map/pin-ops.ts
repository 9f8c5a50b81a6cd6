import type { JsonValue, NodePath } from '../../../model/source.ts'
import type { EditOp } from '../../../model/wire/edit.ts'
import { isBlank, isObject, opsToSet, valueAt } from '../values.ts'

/** A point of the globe. Units: degrees. */
export interface GlobePoint {
  lat: number
  lng: number
}

const decimal = /[+-]?\d{1,3}[.,]\d{1,20}/g
const address = /^\s*(?:[a-z][a-z0-9+.-]{1,20}:|<|\/\/|www\.)/i
/** Coordinates in degrees and minutes, without other words. */
const angles = /^[\d\s°º'’′"”″.,;NSEWnsewСсЮюВвЗз-]+$/

/** Degrees as decks have them: about ten metres. */
const degrees = (value: number) => Number(value.toFixed(4))

/** Coordinates in a text. Their decimals tell the reader of maps that they are some. */
const pair = ({ lat, lng }: GlobePoint) => `${lat.toFixed(4)}, ${lng.toFixed(4)}`

/** Returns a text that names a place with other coordinates; null for addresses, which name their place themselves. */
export function textAt(text: string, at: GlobePoint): string | null {
  if (address.test(text) || text.length > 300) return null
  const numbers = [...text.matchAll(decimal)]
  if (numbers.length === 2) {
    const [first, second] = numbers
    const [before, between] = [text.slice(0, first!.index), text.slice(first!.index + first![0].length, second!.index)]
    const rest = text.slice(second!.index + second![0].length)
    return `${before}${at.lat.toFixed(4)}${between}${at.lng.toFixed(4)}${rest}`
  }
  if (angles.test(text)) return pair(at)
  return `${text.trim()} ${pair(at)}`
}

/**
 * Returns the operations that move a place of a map: its numbers, if it has some, else they are added. None if it cannot be
 * moved, such as one that an address names.
 */
export function opsToMovePin(deck: JsonValue, path: NodePath, at: GlobePoint): EditOp[] {
  const value = valueAt(deck, path)
  const both = (steps: readonly [string | number, string | number]) => [
    ...opsToSet(deck, [...path, steps[0]], degrees(at.lat)),
    ...opsToSet(deck, [...path, steps[1]], degrees(at.lng)),
  ]
  if (Array.isArray(value)) return value.length === 2 ? both([0, 1]) : []
  if (typeof value === 'string') {
    const text = textAt(value, at)
    return text === null ? [] : opsToSet(deck, path, text)
  }
  if (!isObject(value)) return []
  const { place, lat, lng } = value
  if (typeof place !== 'string' || place.trim() === '' || !isBlank(lat) || !isBlank(lng)) return both(['lat', 'lng'])
  const text = textAt(place, at)
  if (text === null) return []
  // Coordinates that stand in the name of the place stay there.
  return text.startsWith(place.trim()) ? both(['lat', 'lng']) : opsToSet(deck, [...path, 'place'], text)
}
