/** A point on the globe. Units: degrees. */
export interface LatLng {
  lat: number
  lng: number
}

/** A point as it was written. `swapped`: only the other way round does it lie in Kazakhstan, and so it was taken. */
export interface ParsedPoint extends LatLng {
  swapped: boolean
}

const decimalPattern = String.raw`[+-]?\d{1,3}(?:[.,]\d+)?`
/** `51.1694, 71.4491`, `51,1694; 71,4491`, `51.17° N 71.45° E`. */
const decimalPairPattern = new RegExp(
  String.raw`^\(?\s*(${decimalPattern})\s*°?\s*(?:[,;/|]\s*|\s+)(${decimalPattern})\s*°?\s*\)?$`,
)

/** Degrees, minutes, seconds and the letter of the hemisphere, which may stand before or after them. */
const anglePattern = String.raw`([+-]?\d{1,3}(?:[.,]\d+)?)\s*(?:°|º|град\.?|deg)\s*(?:(\d{1,2}(?:[.,]\d+)?)\s*['′’‘ʹ]\s*)?(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:"|″|”|“|''|′′|’’)\s*)?`
const hemispherePattern = String.raw`(?:[NSEW]|[сюСЮ]\.?\s*[шШ]\.?|[вВзЗ]\.?\s*[дД]\.?|[сСоОшШбБ]\.?\s*[еЕбБ]\.?)`
const anglePairPattern = new RegExp(
  String.raw`^\(?\s*(${hemispherePattern})?\s*${anglePattern}(${hemispherePattern})?\s*[,;]?\s*(${hemispherePattern})?\s*${anglePattern}(${hemispherePattern})?\s*\)?\.?$`,
  'i',
)

/** The letters of hemispheres in Latin, Russian and Kazakh: which axis, and which half of it. */
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

/** The point that a text of coordinates means; null where it is something else, or no point of the globe. */
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

/** Latitude first, as people say it; the other way round where only that lies in Kazakhstan. */
function toPoint(lat: number, lng: number, maySwap: boolean): ParsedPoint | null {
  if (maySwap && !inKazakhstan(lat, lng) && inKazakhstan(lng, lat)) return { lat: lng, lng: lat, swapped: true }
  return onGlobe({ lat, lng }) ? { lat, lng, swapped: false } : null
}

/** Whether there is such a point. */
export const onGlobe = ({ lat, lng }: LatLng): boolean =>
  Number.isFinite(lat) && Number.isFinite(lng) && Math.abs(lat) <= 90 && Math.abs(lng) <= 180

/** The box around the country: enough to tell which of two numbers is the latitude. */
export const inKazakhstan = (lat: number, lng: number): boolean =>
  lat >= 40.4 && lat <= 55.6 && lng >= 46.3 && lng <= 87.5

/** Whether a text looks like coordinates, even if they are of no point. */
export function looksLikeCoordinates(text: string): boolean {
  const trimmed = text.trim()
  return (decimalPairPattern.test(trimmed) && !isOneNumber(trimmed)) || anglePairPattern.test(trimmed)
}

/** `51,17` alone is one number with a comma. */
const isOneNumber = (text: string): boolean => /^[+-]?\d+,\d+$/.test(text)
