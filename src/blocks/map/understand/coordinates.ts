import { parseAngles } from './angles.ts'
import { readPlusCode } from './plus-code.ts'

/** A point on the globe. Units: degrees. */
export interface LatLng {
  lat: number
  lng: number
}

/**
 * A parsed point. `swapped`: only with latitude and longitude exchanged is it in Kazakhstan, so they were exchanged.
 */
export interface ParsedPoint extends LatLng {
  swapped: boolean
}

/** Parses coordinates; null if the text is something else, or not a point of the globe. */
export function readCoordinates(text: string): ParsedPoint | null {
  const pair = parseAngles(text)
  if (!pair) {
    const coded = readPlusCode(text)
    return coded && { ...coded, swapped: false }
  }
  const { angles, named } = pair
  const [one, two] = angles
  if (one.axis !== null && one.axis === two.axis) return null
  const lngFirst = one.axis === 'lng' || two.axis === 'lat'
  return lngFirst ? toPoint(two.degrees, one.degrees, false) : toPoint(one.degrees, two.degrees, !named)
}

/** Whether a text looks like coordinates, even if the point does not exist. */
export const looksLikeCoordinates = (text: string): boolean => parseAngles(text) !== null

/** Latitude first, as people write it; the other way round if only that is in Kazakhstan. */
function toPoint(lat: number, lng: number, maySwap: boolean): ParsedPoint | null {
  if (maySwap && !inKazakhstan(lat, lng) && inKazakhstan(lng, lat)) return { lat: lng, lng: lat, swapped: true }
  return onGlobe({ lat, lng }) ? { lat, lng, swapped: false } : null
}

/** Whether such a point exists. */
export const onGlobe = ({ lat, lng }: LatLng): boolean =>
  Number.isFinite(lat) && Number.isFinite(lng) && Math.abs(lat) <= 90 && Math.abs(lng) <= 180

/** The box around the country, which tells latitude and longitude apart. */
export const inKazakhstan = (lat: number, lng: number): boolean =>
  lat >= 40.4 && lat <= 55.6 && lng >= 46.3 && lng <= 87.5

/** How many numbers of a text are tried as the beginning of coordinates. */
const mostNumbers = 8

/** Parses exact coordinates with a name before or after them: `Бәйтерек 51.1694, 71.4491`. */
export function readNamedPoint(text: string): { point: ParsedPoint; name: string } | null {
  if (text.length > 300) return null
  const spans = [...text.matchAll(/(?<!\d)[+-]?\d{1,3}[.,]\d{3,20}/g)].slice(0, mostNumbers)
  for (const [i, first] of spans.slice(0, -1).entries()) {
    const second = spans[i + 1]!
    const end = second.index + second[0].length
    const before = text
      .slice(0, first.index)
      .replace(/[({[]$/, '')
      .trim()
    const after = text.slice(end)
    const tail = /^\s?[°º]?\s?[NSEWnsew]?(?![\p{L}\d])/u.exec(after)?.[0] ?? ''
    const point = readCoordinates(text.slice(first.index, end) + tail)
    const rest = after.slice(tail.length).replace(/^\s?[)}\]]/, '')
    const name = [before, rest.trim()].map((part) => part.replace(/^[,;:–—-]|[,;:–—-]$/g, '').trim())
    if (point && name.some(Boolean)) return { point, name: name.filter(Boolean).join(', ') }
  }
  return null
}
