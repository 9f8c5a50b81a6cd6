import { formatDegrees, formatList, type MapWords } from '../../blocks/map/words/map-words.ts'

const rules = new Intl.PluralRules('en')
const regions = (n: number) => `${n} ${rules.select(n) === 'one' ? 'region' : 'regions'}`
const places = (n: number) => `${n} ${rules.select(n) === 'one' ? 'other place' : 'other places'}`
const others = (n: number) => `${n} ${rules.select(n) === 'one' ? 'other region' : 'other regions'}`

/** What maps say in English. */
export const words: MapWords = {
  lang: 'en',
  mapOf: (place) => `Map: ${place}`,
  mapOfWorld: 'Map of the world',
  plainMap: 'Map',
  marked: (names, more) => `Marked: ${formatList(more > 0 ? [...names, places(more)] : names, 'en')}.`,
  highlighted: (names, more) => `Highlighted: ${formatList(more > 0 ? [...names, others(more)] : names, 'en')}.`,
  values: (n, most, least) =>
    `${regions(n)}; highest: ${most.name}, ${most.value}; lowest: ${least.name}, ${least.value}.`,
  categories: (n, kinds) => `${regions(n)} in groups: ${formatList(kinds, 'en')}.`,
  shapes: (n) => `Shapes drawn: ${n}.`,
  nearPlace: (place, km) => `a point ${km} km from ${place}`,
  open: 'Open the map',
  openIn: (provider) => `Open in ${provider}`,
  qr: (host) => `QR code of the map's address at ${host}`,
  coordinates: (lat, lng) =>
    `${formatDegrees(lat, 'en')}°\u00a0${lat < 0 ? 'S' : 'N'}, ${formatDegrees(lng, 'en')}°\u00a0${lng < 0 ? 'W' : 'E'}`,
  km: (figure) => `${figure} km`,
  noData: 'No data',
  circles: 'The area of a circle shows its value',
  source: (text) => `Source: ${text}`,
  placesCredit: 'Places: GeoNames, CC BY 4.0',
  basemapCredit: 'Map: Natural Earth',
  unplaced: (names) => `Not on the map: ${formatList(names, 'en')}`,
  table: { region: 'Region', place: 'Place', value: 'Value', kind: 'Group' },
}
