import { parseAddress } from '../../../model/web-address.ts'
import { type LatLng, onGlobe, readCoordinates } from './coordinates.ts'

/** The contents of an address of an online map. */
export type MapAddress =
  /** `exact`: a pin, not only the visible area. */
  | { kind: 'point'; lat: number; lng: number; zoom: number | null; label: string | null; exact: boolean }
  /** A search for words. */
  | { kind: 'text'; text: string; zoom: number | null }
  /** An address whose coordinates only the network could resolve. */
  | { kind: 'short'; provider: string }
  | { kind: 'unplaced'; provider: string | null }

interface AddressParts {
  host: string
  path: string
  query: URLSearchParams
  hash: string
  /** Everything after the host, decoded, for patterns that may occur anywhere. */
  whole: string
}

/** Hosts of short addresses, which contain no coordinates. */
const shortLinkHosts: readonly [RegExp, string][] = [
  [/^(?:maps\.app\.goo\.gl|goo\.gl|g\.co|g\.page)\//, 'Google Maps'],
  [/^go\.2gis\.com\//, '2GIS'],
  [/^yandex\.[a-z.]+\/(?:maps|harita)\/-\//, 'Yandex Maps'],
  [/^(?:clck\.ru|ya\.cc|bit\.ly|t\.ly|tinyurl\.com|is\.gd|osm\.org\/go|maps\.apple)\//, ''],
]

/**
 * Parses an address in the format of its service. Source: a table of the services' orders of latitude and longitude.
 */
export function readAddress(address: string): MapAddress {
  const parts = partsOf(address)
  if (!parts) return { kind: 'unplaced', provider: null }
  const site = `${parts.host}/${parts.path}`
  const shortened = shortLinkHosts.find(([pattern]) => pattern.test(site))
  if (shortened) return { kind: 'short', provider: shortened[1] || parts.host }
  if (/(?:^|\.)google\.[a-z]{2,3}(?:\.[a-z]{2})?$/.test(parts.host)) return readGoogle(parts)
  if (/(?:^|\.)yandex\.[a-z]{2,3}(?:\.[a-z]{2})?$/.test(parts.host)) return readYandex(parts)
  if (/(?:^|\.)2gis\.[a-z.]+$/.test(parts.host)) return read2gis(parts)
  if (/(?:^|\.)openstreetmap\.org$|^osm\.org$/.test(parts.host)) return readOsm(parts)
  if (parts.host === 'maps.apple.com') return readApple(parts)
  if (/(?:^|\.)wikimapia\.org$/.test(parts.host)) return readWikimapia(parts)
  return readOther(parts)
}

function partsOf(address: string): AddressParts | null {
  const url = parseAddress(/^[a-z]+:/i.test(address) ? address : `https://${address.replace(/^\/\//, '')}`)
  if (!url) return null
  const host = url.hostname.toLowerCase().replace(/^www\.|^m\./, '')
  const tail = address.slice(address.indexOf(url.pathname))
  return { host, path: url.pathname.slice(1), query: url.searchParams, hash: url.hash.slice(1), whole: decoded(tail) }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}

const numberPattern = String.raw`(-?\d{1,3}(?:\.\d+)?)`
const pinOfGoogle = new RegExp(`!3d${numberPattern}!4d${numberPattern}`)
const embedOfGoogle = new RegExp(`!2d${numberPattern}!3d${numberPattern}`)
const viewOfGoogle = new RegExp(String.raw`@${numberPattern},${numberPattern}(?:,(\d+(?:\.\d+)?)(z|m)?)?`)
const placeOfGoogle = /\/(?:place|search|dir)\/([^/@]+)/

/**
 * The pin (`!3d…!4d…`) wins over the search and the visible area (`@…`), all latitude first; an embed is longitude
 * first.
 */
function readGoogle({ path, query, whole }: AddressParts): MapAddress {
  const view = viewOfGoogle.exec(whole)
  const zoom = zoomOf(view?.[4] === 'm' ? null : view?.[3]) ?? zoomOf(query.get('z')) ?? zoomOf(query.get('zoom'))
  const named = placeOfGoogle.exec(`/${path}`)?.[1]
  const name = named === undefined ? null : decoded(named)
  const pin = pinOfGoogle.exec(whole)
  if (pin) return toPoint(pin[1], pin[2], { zoom, label: withoutCoordinates(name), exact: true })
  for (const key of ['q', 'query', 'destination', 'daddr', 'll', 'center', 'sll', 'cbll', 'viewpoint']) {
    const found = readValue(query.get(key), zoom, key !== 'll' && key !== 'center' && key !== 'sll')
    if (found) return found
  }
  const embed = embedOfGoogle.exec(whole)
  if (embed) return toPoint(embed[2], embed[1], { zoom, label: null, exact: false })
  const written = name === null ? null : readCoordinates(name.replace(/(?<!\s)\s*,\s*/, ', '))
  if (written) return toPoint(written.lat, written.lng, { zoom, label: null, exact: true })
  if (view) return toPoint(view[1], view[2], { zoom, label: withoutCoordinates(name), exact: false })
  return name ? { kind: 'text', text: name, zoom } : { kind: 'unplaced', provider: 'Google Maps' }
}

const withoutCoordinates = (name: string | null) => (name !== null && readCoordinates(name) ? null : name)

/** Longitude first, except in `text` and `rtext`. */
function readYandex({ query, whole }: AddressParts): MapAddress {
  const zoom = zoomOf(query.get('z'))
  for (const key of ['whereami', 'pt', 'whatshere[point]', 'poi[point]', 'point']) {
    const found = readLngLat(query.get(key), { zoom: zoom ?? zoomOf(query.get('whatshere[zoom]')), exact: true })
    if (found) return found
  }
  const route = query.get('rtext')?.split('~').at(-1)
  for (const text of [query.get('text'), route]) {
    const found = readValue(text ?? null, zoom, true)
    if (found && !(found.kind === 'text' && query.has('ll'))) return found
  }
  const view = readLngLat(query.get('ll'), { zoom, exact: false })
  if (view) return view
  const inPath = /[?&/]ll=(-?[\d.]+),(-?[\d.]+)/.exec(whole)
  return inPath
    ? toPoint(inPath[2], inPath[1], { zoom, label: null, exact: false })
    : { kind: 'unplaced', provider: 'Yandex Maps' }
}

const pinOf2gis = new RegExp(String.raw`/(?:geo|firm|gates|station)/(?:\d+/)?${numberPattern},${numberPattern}`)
const windowOf2gis = new RegExp(String.raw`^${numberPattern},${numberPattern}(?:/(\d+(?:\.\d+)?))?`)
const routeOf2gis = /\/(?:directions\/points|to)\/([^?#]*)/
const endOfRoute = /^([\d.]+),([\d.]+)/

/** Longitude first. */
function read2gis({ path, query, whole }: AddressParts): MapAddress {
  const window = windowOf2gis.exec(query.get('m') ?? '')
  const zoom = zoomOf(window?.[3])
  const route = routeOf2gis.exec(whole)?.[1]?.split('|').at(-1) ?? ''
  const pin = pinOf2gis.exec(decoded(`/${path}`)) ?? endOfRoute.exec(route)
  if (pin) return toPoint(pin[2], pin[1], { zoom, label: null, exact: true })
  if (window) return toPoint(window[2], window[1], { zoom, label: null, exact: false })
  const search = /\/search\/([^/?]+)/.exec(`/${path}`)
  return search ? { kind: 'text', text: decoded(search[1]!), zoom } : { kind: 'unplaced', provider: '2GIS' }
}

/** Latitude first; the marker wins over the visible area. */
function readOsm({ query, hash }: AddressParts): MapAddress {
  const window = /map=(\d+(?:\.\d+)?)\/(-?[\d.]+)\/(-?[\d.]+)/.exec(hash)
  const zoom = zoomOf(window?.[1]) ?? zoomOf(query.get('zoom'))
  const [lat, lng] = [query.get('mlat'), query.get('mlon')]
  if (lat !== null && lng !== null) return toPoint(lat, lng, { zoom, label: null, exact: true })
  const marker = readValue(query.get('marker'), zoom, true)
  if (marker) return marker
  if (window) return toPoint(window[2], window[3], { zoom, label: null, exact: false })
  const [plainLat, plainLng] = [query.get('lat'), query.get('lon')]
  if (plainLat !== null && plainLng !== null) return toPoint(plainLat, plainLng, { zoom, label: null, exact: false })
  const box = query.get('bbox')?.split(',').map(Number)
  if (box?.length === 4) {
    return toPoint((box[1]! + box[3]!) / 2, (box[0]! + box[2]!) / 2, { zoom, label: null, exact: false })
  }
  return readValue(query.get('query'), zoom, false) ?? { kind: 'unplaced', provider: 'OpenStreetMap' }
}

function readApple({ query }: AddressParts): MapAddress {
  const zoom = zoomOf(query.get('z'))
  for (const key of ['coordinate', 'll', 'q', 'address', 'daddr', 'sll']) {
    const found = readValue(query.get(key), zoom, key !== 'sll')
    if (found) return found
  }
  return { kind: 'unplaced', provider: 'Apple Maps' }
}

function readWikimapia({ hash, query }: AddressParts): MapAddress {
  const named = new URLSearchParams(hash)
  const [lat, lng] = [named.get('lat') ?? query.get('lat'), named.get('lon') ?? query.get('lon')]
  const zoom = zoomOf(named.get('z') ?? query.get('z'))
  if (lat === null || lng === null) return { kind: 'unplaced', provider: 'Wikimapia' }
  return toPoint(lat, lng, { zoom, label: null, exact: false })
}

/** An unknown service: only named coordinates count. */
function readOther({ query }: AddressParts): MapAddress {
  const lat = query.get('lat') ?? query.get('latitude')
  const lng = query.get('lng') ?? query.get('lon') ?? query.get('longitude')
  if (lat === null || lng === null) return { kind: 'unplaced', provider: null }
  return toPoint(lat, lng, { zoom: zoomOf(query.get('zoom') ?? query.get('z')), label: null, exact: true })
}

/** Coordinates with latitude first, or words. */
function readValue(value: string | null, zoom: number | null, exact: boolean): MapAddress | null {
  const text = value?.replace(/^loc:|^place_id:.*/, '').trim()
  if (!text) return null
  const written = readCoordinates(text)
  if (written) return toPoint(written.lat, written.lng, { zoom, label: null, exact })
  return /[\p{L}]/u.test(text) ? { kind: 'text', text, zoom } : null
}

/** `71.4491,51.1694,pm2rdm`: longitude first; the first of several points. */
function readLngLat(value: string | null, rest: { zoom: number | null; exact: boolean }): MapAddress | null {
  const match = /^(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)/.exec(value?.split('~')[0] ?? '')
  return match ? toPoint(match[2], match[1], { ...rest, label: null }) : null
}

type PointDetails = { zoom: number | null; label: string | null; exact: boolean }

function toPoint(lat: string | number | undefined, lng: string | number | undefined, rest: PointDetails): MapAddress {
  const place: LatLng = { lat: Number(lat), lng: Number(lng) }
  return onGlobe(place) ? { kind: 'point', ...place, ...rest } : { kind: 'unplaced', provider: null }
}

function zoomOf(text: string | null | undefined): number | null {
  const zoom = Number(text)
  return text && Number.isFinite(zoom) && zoom >= 1 && zoom <= 23 ? zoom : null
}
