import { addressInHtml, parseAddress } from '../../../model/web-address.ts'
import { looksLikeCoordinates, onGlobe, readCoordinates, readNamedPoint } from './coordinates.ts'
import { type MapAddress, readAddress } from './map-address.ts'

/** The meaning of the short form of a map. `href` is the address that it was given by, or null. */
export type ParsedQuery =
  | {
      kind: 'point'
      lat: number
      lng: number
      zoom: number | null
      label: string | null
      /** A pin, not only the visible area. */
      exact: boolean
      /** Latitude and longitude were exchanged. */
      swapped: boolean
      href: string | null
    }
  | { kind: 'text'; text: string; zoom: number | null; href: string | null }
  /** An address that reveals its place only when it is opened. */
  | { kind: 'short' | 'unplaced'; href: string; provider: string | null }
  /** An address that a browser would run, or that leads to a local machine. */
  | { kind: 'unsafe'; address: string; scheme: string }
  /** An address that no browser can open. */
  | { kind: 'broken'; address: string }
  /** Numbers that are not a point of the globe. */
  | { kind: 'nowhere'; text: string }

const scheme = /^\s*([a-z][a-z0-9+.-]*):/i
/** Units: letters, with the scheme and a slash. */
const longestHost = 300
const mapHosts =
  /^(?:\/\/)?(?:www\.|m\.)?(?:[a-z0-9-]+\.){0,8}(?:google\.[a-z.]{2,7}\/maps|maps\.google\.[a-z.]{2,7}|goo\.gl|maps\.app\.goo\.gl|yandex\.[a-z.]{2,7}\/(?:maps|navi|web-maps)|2gis\.[a-z.]{2,7}|openstreetmap\.org|osm\.org|maps\.apple\.com|wikimapia\.org)(?:[/?#]|$)/i

/** Parses the short form of a map: coordinates, a `geo:` URI, an address or a whole `<iframe>`, or words. */
export function parseMapQuery(text: string): ParsedQuery {
  const written = (addressInHtml(text) ?? text).trim()
  const coordinates = readCoordinates(written)
  if (coordinates) return { kind: 'point', ...coordinates, zoom: null, label: null, exact: true, href: null }
  if (looksLikeCoordinates(written)) return { kind: 'nowhere', text: written }
  const given = scheme.exec(written.replace(/[\u0000-\u0020]+/g, ''))?.[1]?.toLowerCase()
  if (given === 'geo') return parseGeoUri(written)
  if (given === 'http' || given === 'https') return queryFromAddress(written)
  if (given && /^(?:javascript|data|file|vbscript|blob|about|ftp|view-source)$/.test(given)) {
    return { kind: 'unsafe', address: written, scheme: given }
  }
  if (mapHosts.test(written.slice(0, longestHost))) return queryFromAddress(`https://${written.replace(/^\/\//, '')}`)
  // A Yandex constructor or a widget without its scheme.
  if (/^\/\/[\w.-]+\.[a-z]{2,}(?:\/|$)/i.test(written)) return queryFromAddress(`https:${written}`)
  const named = readNamedPoint(written)
  if (named) return { kind: 'point', ...named.point, zoom: null, label: named.name, exact: true, href: null }
  return { kind: 'text', text: written, zoom: null, href: null }
}

/** Parses `geo:51.1694,71.4491?z=14`; `q=lat,lng(name)` is its pin. Source: RFC 5870, and Android's additions. */
function parseGeoUri(text: string): ParsedQuery {
  const [, place = '', query = ''] = /^geo:([^?]*)(?:\?(.*))?$/is.exec(text.trim()) ?? []
  const [lat, lng] = place.split(';')[0]!.split(',').map(Number)
  const named = new URLSearchParams(query)
  const zoom = Number(named.get('z')) || null
  const pin = /^\s*(-?[\d.]+)\s*,\s*(-?[\d.]+)\s*(?:\(([^)]*)\))?/.exec(named.get('q') ?? '')
  const rest = { zoom, exact: true, swapped: false, href: null }
  if (pin) {
    const at = { lat: Number(pin[1]), lng: Number(pin[2]) }
    return onGlobe(at) ? { kind: 'point', ...at, ...rest, label: pin[3] ?? null } : { kind: 'nowhere', text }
  }
  const words = named.get('q')?.trim()
  if (words && lat === 0 && lng === 0) return { kind: 'text', text: words, zoom, href: null }
  const at = { lat: lat ?? Number.NaN, lng: lng ?? Number.NaN }
  return onGlobe(at) ? { kind: 'point', ...at, ...rest, label: null } : { kind: 'nowhere', text }
}

function queryFromAddress(href: string): ParsedQuery {
  if (!parseAddress(href)) return { kind: 'broken', address: href }
  const address: MapAddress = readAddress(href)
  if (address.kind === 'point') return { ...address, swapped: false, href }
  if (address.kind === 'text') return { ...address, href }
  return { kind: address.kind, href, provider: address.provider }
}
