import type { Extreme, MapWords } from '../../model/words.ts'
import { formatDegrees, listFormatter, pluralizer } from '../format.ts'

const list = listFormatter('en', 'conjunction')
const regions = pluralizer('en', { one: 'region', other: 'regions' })
const shapes = pluralizer('en', { one: 'shape is', other: 'shapes are' })
const places = pluralizer('en', { one: 'other place', other: 'other places' })
const others = pluralizer('en', { one: 'other region', other: 'other regions' })

/** Names with their values, and what is said of those left out. */
const pairs = (valued: readonly Extreme[], rest: string | null = null) =>
  [...valued.map(({ name, value }) => `${name}, ${value}`), ...(rest === null ? [] : [rest])].join('; ')

/** The texts of maps in English. */
export const mapWords: MapWords = {
  lang: 'en',
  mapOf: (place) => `Map: ${place}`,
  mapOfWorld: 'Map of the world',
  plainMap: 'Map',
  shownWorld: 'The map shows the world',
  shownCountry: 'The map shows Kazakhstan',
  shown: (place) => `The map shows ${place}`,
  shownAround: (place) => `The map shows ${place} and its surroundings`,
  shownBetween: (corner, opposite) => `The map shows the area between ${corner} and ${opposite}`,
  marked: (names, more) => `The map marks ${list(more > 0 ? [...names, places(more)] : names)}`,
  markedValues: (valued, more) => `The map marks places with values: ${pairs(valued, more > 0 ? places(more) : null)}`,
  highlighted: (names, more) => `The map highlights ${list(more > 0 ? [...names, others(more)] : names)}`,
  values: (valued) =>
    valued.length === 1
      ? `The map shows one value: ${pairs(valued)}`
      : `The map shows values for ${regions(valued.length)}: ${pairs(valued)}`,
  valuesAmong: (n, most, least) =>
    `The map shows values for ${regions(n)}. Highest: ${pairs(most)}. Lowest: ${pairs([least])}`,
  categories: (groups) =>
    `The map sorts regions into groups: ${groups
      .map(({ name, regions, more }) => `${name} (${list(more > 0 ? [...regions, others(more)] : regions)})`)
      .join('; ')}`,
  shapes: (n) => `${shapes(n)} drawn on the map`,
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
