import type { MapProblem, ShapeFault } from '../../model/problems/map.ts'
import { listFormatter, pluralizer } from '../format.ts'
import type { MessagesOf } from '../messages.ts'

const all = listFormatter('en', 'conjunction')
const either = listFormatter('en', 'disjunction')
const quoted = (names: readonly string[]) => names.map((name) => `"${name}"`)
const regions = pluralizer('en', { one: 'region', other: 'regions' })
/** The first of many names, which stand for all. */
const some = (names: readonly string[]) => all(names.length > 12 ? [...quoted(names.slice(0, 12)), '…'] : quoted(names))
const meant = (nearest: readonly string[], otherwise: string) =>
  nearest.length > 0 ? `Did you mean ${either(quoted(nearest))}?` : otherwise

const faults: Record<ShapeFault, string> = {
  'not-json': 'it is no JSON',
  'not-geojson': 'it is neither GeoJSON nor TopoJSON',
  'no-shapes': 'there are no shapes in it',
  'not-degrees': 'its coordinates are not degrees of longitude and latitude (save it as WGS 84)',
  'too-large': 'it is too large: at most 20 MB are read',
  unreadable: 'it cannot be read',
}

/** What is wrong with maps, in English. */
export const map: MessagesOf<MapProblem> = {
  'map-place-unknown': ({ place, nearest }) =>
    `The map does not know the place "${place}", so only its name is shown. ${meant(nearest, 'Check the name, or write its coordinates: 51.1694, 71.4491.')}`,
  'map-place-ambiguous': ({ place, taken, choices }) =>
    `"${place}" is the name of several places: ${all(choices)}. The map shows ${taken}. Write one of these names in full to choose.`,
  'map-coordinates-swapped': ({ lat, lng }) =>
    `Longitude stands first here; read so, the place is in Kazakhstan, so it was taken as ${lat}, ${lng}. Write latitude first.`,
  'map-coordinates-outside': ({ text }) =>
    `"${text}" is no point of the globe: latitude goes from -90 to 90, longitude from -180 to 180. Write them like this: 51.1694, 71.4491.`,
  'map-address-short': ({ provider }) =>
    `This short link of ${provider} does not say where the place is, and nothing is fetched while slides are made, so a card with the link and a QR code is shown. To get a map, open the link in a browser and copy the long address from its address bar.`,
  'map-address-unplaced': ({ address, provider }) =>
    `The address "${address}"${provider ? ` of ${provider}` : ''} has no coordinates in it, so a card with the link and a QR code is shown. To get a map, put a pin on the place and copy the address, or write the coordinates.`,
  'map-address-unsafe': ({ address, scheme }) =>
    `"${address}" begins with "${scheme}:", leads to no map and is left out. Write an address that begins with https://.`,
  'map-address-private': ({ address, host }) =>
    `"${address}" leads to ${host}, which other people's computers do not reach, so the slide does not lead there. Write an address of the internet.`,
  'map-link-unknown': ({ link }) =>
    `"${link}" is not the address of a page, so the map has no link. Write an address that begins with https://.`,
  'map-tiles-unavailable': () =>
    'The services that "online": "tiles" would need forbid storing their maps, so the slide shows the drawn map and a link to the online one. Write "link" to say the same.',
  'map-region-unknown': ({ region, nearest }) =>
    `The map knows no region "${region}", so its value is not shown. ${meant(nearest, 'Write its full name or its code, such as KZ-35.')}`,
  'map-region-repeated': ({ region, name }) =>
    `"${region}" is ${name}, which stands here before; the later value is shown. Leave one of the two.`,
  'map-region-pack-missing': ({ regions: n }) =>
    `The outlines of regions are not part of Korme, so circles at the regional centres stand for ${regions(n)}. To colour whole regions, put a file with outlines (GeoJSON or TopoJSON with ids such as KZ-35, or with names) into static/maps.`,
  'map-region-unshaped': ({ regions: names }) =>
    `The files in static/maps have no outline of ${all(names)}, so a circle stands there. Check the ids or names in the file.`,
  'map-values-mixed': ({ words }) =>
    `Some values are numbers and others are words (${all(quoted(words))}), so all are shown as categories. Write numbers only, or words only.`,
  'map-pack-broken': ({ file, reason }) => `The outlines in ${file} are not used: ${faults[reason]}.`,
  'map-geojson-broken': ({ file, reason }) =>
    `The shapes ${file === null ? 'written here' : `in ${file}`} cannot be drawn: ${faults[reason]}.`,
  'map-zoom-limited': ({ zoom, limit }) =>
    `A drawn map has no streets, so zoom ${zoom} is shown as ${limit}, with a link for the rest.`,
  'map-labels-hidden': ({ labels }) =>
    `There is no room on the map for ${some(labels)}: the mark is drawn, the name is not. Mark fewer places, or choose a closer "view".`,
  'map-contents-outside': ({ names }) =>
    `The part of the map that is shown leaves out ${some(names)}. To show that too, choose a larger place as "view", or a smaller "zoom".`,
}
