import { degrees, listed, type MapWords } from '../../blocks/map/words/words.ts'

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
  marks: (names, more) => `Marked: ${listed(more > 0 ? [...names, places(more)] : names, 'en')}.`,
  stresses: (names, more) => `Highlighted: ${listed(more > 0 ? [...names, others(more)] : names, 'en')}.`,
  values: (n, most, least) =>
    `${regions(n)}; highest: ${most.name}, ${most.value}; lowest: ${least.name}, ${least.value}.`,
  kinds: (n, kinds) => `${regions(n)} in groups: ${listed(kinds, 'en')}.`,
  shapes: (n) => `Shapes drawn: ${n}.`,
  nearPlace: (place, km) => `a point ${km} km from ${place}`,
  open: 'Open the map',
  openIn: (provider) => `Open in ${provider}`,
  qr: (host) => `QR code of the map's address at ${host}`,
  coordinates: (lat, lng) =>
    `${degrees(lat, 'en')}°\u00a0${lat < 0 ? 'S' : 'N'}, ${degrees(lng, 'en')}°\u00a0${lng < 0 ? 'W' : 'E'}`,
  km: (figure) => `${figure} km`,
  noData: 'No data',
  circles: 'The area of a circle shows its value',
  source: (text) => `Source: ${text}`,
  places: 'Places: GeoNames, CC BY 4.0',
  ground: 'Map: Natural Earth',
  unplaced: (names) => `Not on the map: ${listed(names, 'en')}`,
  table: { region: 'Region', place: 'Place', value: 'Value', kind: 'Group' },
}
