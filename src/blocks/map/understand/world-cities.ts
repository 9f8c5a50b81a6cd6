import type { GeoPlace } from './gazetteer.ts'

/**
 * A city abroad, as it is stored: the code of its country, latitude and longitude, its names in English, Russian and
 * Kazakh, and other names. Units: degrees.
 */
export type StoredCity = [country: string, lat: number, lng: number, ...names: string[]]

/** Returns the cities abroad as places. */
export const readWorldCities = (cities: readonly StoredCity[]): GeoPlace[] =>
  cities.map(([country, lat, lng, en = '', ru = en, kk = ru, ...aliases]) => ({
    id: `${country}/${en}`,
    kind: 'world-city',
    name: { kk, ru, en },
    lat,
    lng,
    country,
    ...(aliases.length > 0 ? { aliases } : {}),
  }))
