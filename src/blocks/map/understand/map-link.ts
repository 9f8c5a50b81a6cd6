import type { LatLng } from './coordinates.ts'

/** A link to an online map. */
export interface MapLink {
  href: string
  provider: string | null
  at: LatLng | null
}

const providerNames: readonly [RegExp, string][] = [
  [/google\.|goo\.gl/, 'Google\u00a0Maps'],
  [/yandex\./, 'Yandex\u00a0Maps'],
  [/2gis\./, '2GIS'],
  [/openstreetmap|osm\.org/, 'OpenStreetMap'],
  [/maps\.apple/, 'Apple\u00a0Maps'],
]

/** The common name of a host's service. */
export const mapProviderOf = (host: string): string =>
  providerNames.find(([pattern]) => pattern.test(host))?.[1] ?? host
