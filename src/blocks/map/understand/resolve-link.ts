import type { Range } from '../../../model/source.ts'
import { parseAddress } from '../../../model/web-address.ts'
import { isPrivateHost } from '../../private-host.ts'
import type { LatLng } from './coordinates.ts'
import type { MapLink } from './map-link.ts'
import { parseMapQuery } from './map-query.ts'
import type { ReportProblem } from './map-target.ts'

/** Returns the link to an online map; null if a browser may not open the address. */
export function resolveLink(text: string, range: Range, report: ReportProblem): MapLink | null {
  const query = parseMapQuery(text)
  if (query.kind === 'unsafe') {
    report({ code: 'map-address-unsafe', address: text.slice(0, 60), scheme: query.scheme }, range)
    return null
  }
  if (query.kind === 'broken') {
    report({ code: 'map-address-broken', address: text.slice(0, 100) }, range)
    return null
  }
  if ('href' in query && query.href !== null) {
    return isPrivate(query.href, range, report) ? null : { href: query.href, provider: null, at: null }
  }
  if (query.kind === 'point') return linkToPoint(query)
  report({ code: 'map-link-unknown', link: text.slice(0, 100) }, range)
  return null
}

/** Returns the link to a point on OpenStreetMap. */
export function linkToPoint({ lat, lng }: LatLng): MapLink {
  const [y, x] = [lat, lng].map((value) => Math.round(value * 1e5) / 1e5)
  return {
    href: `https://www.openstreetmap.org/?mlat=${y}&mlon=${x}#map=16/${y}/${x}`,
    provider: 'OpenStreetMap',
    at: { lat, lng },
  }
}

/** Whether the audience cannot reach an address, which is then reported and shown without a link. */
export function isPrivate(href: string, range: Range, report: ReportProblem): boolean {
  const hostname = parseAddress(href)?.hostname ?? ''
  const closed = hostname !== '' && isPrivateHost(hostname)
  if (closed) report({ code: 'map-address-private', address: href.slice(0, 100), host: hostname }, range)
  return closed
}
