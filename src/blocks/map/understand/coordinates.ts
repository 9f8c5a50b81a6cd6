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

const decimalPattern = String.raw`[+-]?\d{1,3}(?:[.,]\d+)?`
/** `51.1694, 71.4491`, `51,1694; 71,4491`, `51.17° N 71.45° E`. */
const decimalPairPattern = new RegExp(
  String.raw`^\(?\s*(${decimalPattern})\s*°?\s*(?:[,;/|]\s*|\s+)(${decimalPattern})\s*°?\s*\)?$`,
)

/** Degrees, minutes, seconds, with the letter of the hemisphere before or after them. */
const anglePattern = String.raw`([+-]?\d{1,3}(?:[.,]\d+)?)\s*(?:°|º|град\.?|deg)\s*(?:(\d{1,2}(?:[.,]\d+)?)\s*['′’‘ʹ]\s*)?(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:"|″|”|“|''|′′|’’)\s*)?`
const hemispherePattern = String.raw`(?:[NSEW]|[сюСЮ]\.?\s*[шШ]\.?|[вВзЗ]\.?\s*[дД]\.?|[сСоОшШбБ]\.?\s*[еЕбБ]\.?)`
const anglePairPattern = new RegExp(
  String.raw`^\(?\s*(${hemispherePattern})?\s*${anglePattern}(${hemispherePattern})?\s*[,;]?\s*(${hemispherePattern})?\s*${anglePattern}(${hemispherePattern})?\s*\)?\.?$`,
  'i',
)

/** The letters of hemispheres in Latin, Russian and Kazakh: the axis, and the sign. */
const hemispheres: Readonly<Record<string, { axis: 'lat' | 'lng'; sign: 1 | -1 }>> = {
  n: { axis: 'lat', sign: 1 },
  s: { axis: 'lat', sign: -1 },
  e: { axis: 'lng', sign: 1 },
  w: { axis: 'lng', sign: -1 },
  сш: { axis: 'lat', sign: 1 },
  юш: { axis: 'lat', sign: -1 },
  вд: { axis: 'lng', sign: 1 },
  зд: { axis: 'lng', sign: -1 },
  // Kazakh: солтүстік ендік, оңтүстік ендік, шығыс бойлық, батыс бойлық.
  се: { axis: 'lat', sign: 1 },
  ое: { axis: 'lat', sign: -1 },
  шб: { axis: 'lng', sign: 1 },
  бб: { axis: 'lng', sign: -1 },
}

const hemisphereOf = (text: string | undefined) =>
  text ? hemispheres[text.toLowerCase().replace(/[.\s]/g, '')] : undefined
const parseNumber = (text: string | undefined) => Number((text ?? '0').replace(',', '.'))

/** Parses coordinates; null if the text is something else, or not a point of the globe. */
export function readCoordinates(text: string): ParsedPoint | null {
  const trimmed = text.trim()
  const plain = readPair(trimmed)
  if (plain) return plain
  const match = anglePairPattern.exec(trimmed)
  if (!match) return null
  const [, before1, d1, m1, s1, after1, before2, d2, m2, s2, after2] = match
  // `N 51° … E 71° …`: the first letter after the first angle belongs to the second one.
  const leads = before1 !== undefined
  const first = hemisphereOf(leads ? before1 : after1)
  const second = hemisphereOf(leads ? (before2 ?? after1) : (after2 ?? before2))
  const one = toDegrees(d1, m1, s1) * (first?.sign ?? 1)
  const two = toDegrees(d2, m2, s2) * (second?.sign ?? 1)
  if (first && second && first.axis === second.axis) return null
  const lngFirst = first?.axis === 'lng' || second?.axis === 'lat'
  return toPoint(lngFirst ? two : one, lngFirst ? one : two, !first && !second)
}

function readPair(text: string): ParsedPoint | null {
  const [, first, second] = decimalPairPattern.exec(text) ?? []
  if (first === undefined || second === undefined) return null
  if (isOneNumber(text)) return null
  return toPoint(parseNumber(first), parseNumber(second), true)
}

function toDegrees(degrees: string | undefined, minutes: string | undefined, seconds: string | undefined): number {
  const whole = parseNumber(degrees)
  const sign = Math.sign(whole) || 1
  return sign * (Math.abs(whole) + parseNumber(minutes) / 60 + parseNumber(seconds) / 3600)
}

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

/** Whether a text looks like coordinates, even if the point does not exist. */
export function looksLikeCoordinates(text: string): boolean {
  const trimmed = text.trim()
  return (decimalPairPattern.test(trimmed) && !isOneNumber(trimmed)) || anglePairPattern.test(trimmed)
}

/** `51,17` is one number with a decimal comma. */
const isOneNumber = (text: string): boolean => /^[+-]?\d+,\d+$/.test(text)
