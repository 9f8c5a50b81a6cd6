import type { MapWords } from '../../model/words.ts'
import { formatDegrees, listFormatter, pluralizer } from '../format.ts'

const list = listFormatter('en', 'conjunction')
const regions = pluralizer('en', { one: 'region', other: 'regions' })
const places = pluralizer('en', { one: 'other place', other: 'other places' })
const others = pluralizer('en', { one: 'other region', other: 'other regions' })

/** The texts of maps in English. */
export const mapWords: MapWords = {
  lang: 'en',
  mapOf: (place) => `Map: ${place}`,
  mapOfWorld: 'Map of the world',
  plainMap: 'Map',
  marked: (names, more) => `Marked: ${list(more > 0 ? [...names, places(more)] : names)}.`,
  highlighted: (names, more) => `Highlighted: ${list(more > 0 ? [...names, others(more)] : names)}.`,
  values: (n, most, least) =>
    `${regions(n)}; highest: ${most.name}, ${most.value}; lowest: ${least.name}, ${least.value}.`,
  categories: (n, kinds) => `${regions(n)} in groups: ${list(kinds)}.`,
  shapes: (n) => `Shapes: ${n}.`,
  nearPlace: (place, km) => `a point ${km} km from ${place}`,
  open: 'Open the map',
  openIn: (provider) => `Open in ${provider}`,
  qr: (host) => `QR code of the map on ${host}`,
  coordinates: (lat, lng) =>
    `${formatDegrees(lat, 'en')}°\u00a0${lat < 0 ? 'S' : 'N'}, ${formatDegrees(lng, 'en')}°\u00a0${lng < 0 ? 'W' : 'E'}`,
  km: (figure) => `${figure} km`,
  noData: 'No data',
  circles: 'Circle areas are proportional to values',
  source: (text) => `Source: ${text}`,
  placesCredit: 'Places: GeoNames, CC BY 4.0',
  basemapCredit: 'Map: Natural Earth',
  unplaced: (names) => `Not on the map: ${list(names)}`,
  table: { region: 'Region', place: 'Place', value: 'Value', kind: 'Group' },
}
