import type { MapProblem, ShapeFault } from '../../model/problems/map.ts'
import { pluralizer } from '../format.ts'
import type { MessagesOf } from '../messages.ts'
import { and, or } from './format.ts'

const quoted = (names: readonly string[]) => names.map((name) => `"${name}"`)
const regions = pluralizer('en', { one: 'region', other: 'regions' })
/** Lists at most twelve names. */
const some = (names: readonly string[]) => and(names.length > 12 ? [...quoted(names.slice(0, 12)), '…'] : quoted(names))
const meant = (nearest: readonly string[], otherwise: string) =>
  nearest.length > 0 ? `Did you mean ${or(quoted(nearest))}?` : otherwise

const faults: Record<ShapeFault, string> = {
  'not-json': 'it is not JSON',
  'not-geojson': 'it is neither GeoJSON nor TopoJSON',
  'no-shapes': 'it contains no shapes',
  'not-degrees': 'its coordinates are not degrees of longitude and latitude (save it as WGS 84)',
  'too-large': 'it is larger than the limit of 20 MB',
  'too-many-points': 'it has more points than the limit of 400,000; simplify its outlines',
  unreadable: 'it cannot be read',
}

/** What is wrong with maps, in English. */
export const map: MessagesOf<MapProblem> = {
  'map-place-unknown': ({ place, nearest }) =>
    `The place "${place}" is unknown, so only its name is shown. ${meant(nearest, 'Check the name, or write its coordinates: 51.1694, 71.4491.')}`,
  'map-place-ambiguous': ({ place, taken, choices }) =>
    taken === null
      ? `"${place}" is the name of several places: ${and(quoted(choices))}. Korme cannot know which one is meant, so only the name is shown. Write one of these names in full, with its region.`
      : `"${place}" is the name of several places: ${and(quoted(choices))}. The map shows "${taken}". To choose, write one of these names in full.`,
  'map-place-approximate': ({ place, shown, unread }) =>
    `Of "${place}", the map knows only ${shown}, so that is what is marked; unknown: ${some(unread)}. To mark the exact place, write its coordinates: 51.1694, 71.4491.`,
  'map-places-contradict': ({ place, shown, region }) =>
    `"${place}" contradicts itself: the place that was found is not in ${region}. The map shows ${shown}. Correct the name of the town or of the region.`,
  'map-marker-unplaced': ({ label }) =>
    label === null
      ? 'This mark has no place, so it is not shown. Write its "place", or both "lat" and "lng".'
      : `This mark has no place, so only its label is shown: "${label}". Write its "place", or both "lat" and "lng".`,
  'map-coordinates-swapped': ({ lat, lng }) =>
    `Longitude seems to come first here: with the two swapped, the place is in Kazakhstan, so it was read as ${lat}, ${lng}. Write latitude first.`,
  'map-coordinates-outside': ({ text }) =>
    `"${text}" is not a point on the globe: latitude ranges from -90 to 90, longitude from -180 to 180. Write coordinates like this: 51.1694, 71.4491.`,
  'map-address-short': ({ provider }) =>
    `This short link of ${provider} does not contain the location, and Korme does not go online to look it up, so a card with the link and a QR code is shown. To get a map, open the link in a browser and copy the long address from its address bar.`,
  'map-address-unplaced': ({ address, provider }) =>
    `The address "${address}"${provider ? ` of ${provider}` : ''} contains no coordinates, so a card with the link and a QR code is shown. To get a map, drop a pin on the place and copy the address, or write the coordinates.`,
  'map-address-unsafe': ({ address, scheme }) =>
    `"${address}" begins with "${scheme}:" and cannot be a map, so it was left out. Write an address that begins with https://.`,
  'map-address-broken': ({ address }) =>
    `"${address}" is not a complete web address, and no browser can open it, so the slide has no link to it. Open the map in a browser and copy the whole address from its address bar.`,
  'map-address-private': ({ address, host }) =>
    `"${address}" points to ${host}, which is unreachable from other computers, so the slide has no link. Write a public internet address.`,
  'map-link-unknown': ({ link }) =>
    `"${link}" is not a web address, so the map has no link. Write an address that begins with https://.`,
  'map-tiles-unavailable': () =>
    'Map services do not allow storing their tiles, so the slide shows a drawn map and a link to the online one. Write "online": "link" instead.',
  'map-region-unknown': ({ region, nearest }) =>
    `The region "${region}" is unknown, so its value is not shown. ${meant(nearest, 'Write its full name or its code, such as KZ-35.')}`,
  'map-region-repeated': ({ region, name }) =>
    `"${region}" is ${name}, which is already listed; the later value is shown. Keep only one of the two.`,
  'map-region-pack-missing': ({ regions: n }) =>
    `Korme does not include outlines of regions and districts, so ${regions(n)} ${n === 1 ? 'is shown as a circle at its centre' : 'are shown as circles at their centres'}. To colour whole regions, put a file with outlines (GeoJSON or TopoJSON with ids such as KZ-35, or with names) into static/maps.`,
  'map-region-unshaped': ({ regions: names }) =>
    `The files in static/maps have no outline for ${and(names)}, so circles are shown instead. Check the ids or names in the file.`,
  'map-values-mixed': ({ words }) =>
    `Some values are numbers and others are words (${and(quoted(words))}), so all are shown as categories. Use only numbers or only words.`,
  'map-pack-broken': ({ file, reason }) => `The outlines in ${file} were not used: ${faults[reason]}.`,
  'map-geojson-broken': ({ file, reason }) =>
    `The shapes ${file === null ? 'written here' : `in ${file}`} cannot be drawn: ${faults[reason]}.`,
  'map-empty': () =>
    'There is nothing to draw on this map, so there is no map on the slide. Write "place", both "lat" and "lng", "markers" or "regions".',
  'map-zoom-limited': ({ zoom, limit }) =>
    `Drawn maps have no streets, so zoom ${zoom} is shown as ${limit}, with a link to an online map.`,
  'map-labels-hidden': ({ labels }) =>
    `There is no space on the map for the names ${some(labels)}; only their marks are drawn. Mark fewer places, or choose a closer "view".`,
  'map-contents-outside': ({ names }) =>
    `${some(names)} ${names.length === 1 ? 'is' : 'are'} outside the visible part of the map. To show more, choose a larger place as "view", or a smaller "zoom".`,
}
