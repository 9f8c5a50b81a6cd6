import { geoDistance } from 'd3-geo'

import { formatNumber } from '../../languages/format.ts'
import { type LocalizedText, textIn } from '../../model/lang.ts'
import type { MapWords } from '../../model/words.ts'
import { withUnit } from './draw/marks.ts'
import type { MapBlock, MapView } from './types.ts'
import type { LatLng } from './understand/coordinates.ts'
import type { Gazetteer, GeoPlace } from './understand/gazetteer.ts'
import type { MapPlan, PlannedMarker, PlannedRegion } from './understand/map-plan.ts'

/** The number of names in a sentence; the rest is counted. */
const maxNames = 8

/** Returns the title and the description of a map, and the table of its values, in the language of the deck. */
export function describeMap(
  block: MapBlock<LocalizedText>,
  plan: MapPlan,
  words: MapWords,
  gazetteer: Gazetteer,
): Pick<MapView, 'title' | 'description' | 'lang' | 'table'> {
  const unit = block.unit?.text ?? null
  const sentences = [
    ...(block.alt ? [block.alt.text] : sentencesOf(plan, unit, words, gazetteer)),
    ...(plan.unknownNames.length > 0 ? [`${words.unplaced(plan.unknownNames)}.`] : []),
  ]
  const title = block.caption?.text ?? titleOf(plan, words)
  return {
    title: sentences.length > 0 ? title : (block.alt?.text ?? title),
    description: sentences.join(' '),
    lang: block.alt?.lang ?? words.lang,
    table: tableOf(plan, unit, title, words),
  }
}

function titleOf({ view, regions, markers }: MapPlan, words: MapWords): string {
  if (view?.kind === 'world') return words.mapOfWorld
  if (view?.kind === 'area') return words.mapOf(view.name)
  const [only] = markers
  if (markers.length === 1 && regions.length === 0 && only?.name) return words.mapOf(only.name)
  return words.plainMap
}

function sentencesOf(
  { markers, regions, shapes }: MapPlan,
  unit: string | null,
  words: MapWords,
  gazetteer: Gazetteer,
) {
  const sentences: string[] = []
  if (markers.length > 0) {
    const names = markers.map((marker) => nameOf(marker, words, gazetteer))
    sentences.push(words.marked(names.slice(0, maxNames), Math.max(0, names.length - maxNames)))
  }
  const figures = regions.filter(({ value }) => typeof value === 'number')
  const kinds = [...new Set(regions.flatMap(({ value }) => (typeof value === 'string' ? [value] : [])))]
  if (kinds.length > 0) sentences.push(words.categories(regions.filter(({ value }) => value !== null).length, kinds))
  else if (figures.length > 1) {
    const sorted = [...figures].sort((a, b) => Number(a.value) - Number(b.value))
    const withValue = ({ name, value }: PlannedRegion) => ({
      name,
      value: withUnit(formatNumber(Number(value), words.lang), unit),
    })
    sentences.push(words.values(figures.length, withValue(sorted.at(-1)!), withValue(sorted[0]!)))
  }
  const highlighted = regions.filter(({ value }) => value === null).map(({ name }) => name)
  if (highlighted.length > 0)
    sentences.push(words.highlighted(highlighted.slice(0, maxNames), Math.max(0, highlighted.length - maxNames)))
  if (shapes.length > 0) sentences.push(words.shapes(shapes.length))
  return sentences
}

/** A point without a name is described by the nearest town. */
function nameOf(marker: PlannedMarker, words: MapWords, gazetteer: Gazetteer): string {
  if (marker.name !== null && marker.name !== '') return marker.name
  const nearest = nearestTown(marker, gazetteer)
  if (!nearest || nearest.km > 300) return words.coordinates(marker.lat, marker.lng)
  const { name } = nearest
  return words.nearPlace(textIn(name, words.lang), formatNumber(Math.max(1, Math.round(nearest.km)), words.lang))
}

function nearestTown({ lat, lng }: LatLng, gazetteer: Gazetteer) {
  let nearest: { name: GeoPlace['name']; km: number } | null = null
  for (const place of gazetteer.all()) {
    if (place.kind === 'district' || place.lat === undefined || place.lng === undefined) continue
    const km = geoDistance([lng, lat], [place.lng, place.lat]) * 6371
    if (!nearest || km < nearest.km) nearest = { name: place.name, km }
  }
  return nearest
}

/** All values of the map, largest first. */
function tableOf(
  { regions, markers }: MapPlan,
  unit: string | null,
  caption: string,
  words: MapWords,
): MapView['table'] {
  const { table, lang } = words
  const valued = regions.filter(({ value }) => value !== null)
  const marked = markers.filter(({ value }) => value !== null)
  if (valued.length + marked.length === 0) return null
  const withValue = (value: number | string) =>
    typeof value === 'number' ? withUnit(formatNumber(value, lang), unit) : value
  const order = (a: { value: number | string | null }, b: { value: number | string | null }) =>
    typeof a.value === 'number' && typeof b.value === 'number' ? b.value - a.value : 0
  const isKind = valued.some(({ value }) => typeof value === 'string')
  const rows = [
    ...[...valued].sort(order).map(({ name, value }) => [name, withValue(value!)]),
    ...[...marked].sort(order).map(({ name, value }) => [name ?? '', withValue(value!)]),
  ]
  return { caption, head: [valued.length > 0 ? table.region : table.place, isKind ? table.kind : table.value], rows }
}
