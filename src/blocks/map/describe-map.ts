import { geoDistance } from 'd3-geo'

import { formatNumber } from '../../languages/format.ts'
import { type LocalizedText, textIn } from '../../model/lang.ts'
import type { Extreme, MapWords } from '../../model/words.ts'
import { withUnit } from './draw/marks.ts'
import type { MapBlock, MapView } from './types.ts'
import type { LatLng } from './understand/coordinates.ts'
import type { Gazetteer, GeoPlace } from './understand/gazetteer.ts'
import type { MapPlan, PlannedMarker, PlannedRegion } from './understand/map-plan.ts'

/** The number of names in a sentence; the rest is counted. */
const maxNames = 8
/** The number of largest values that are named if there are more than `maxNames`. */
const maxLargest = 3

/** Returns the title and the description of a map, and the table of its values, in the language of the deck. */
export function describeMap(
  block: MapBlock<LocalizedText>,
  plan: MapPlan,
  words: MapWords,
  gazetteer: Gazetteer,
): Pick<MapView, 'title' | 'description' | 'name' | 'lang' | 'table'> {
  const unit = block.unit?.text ?? null
  const title = block.caption?.text ?? titleOf(plan, words)
  const sentences = [
    ...(block.alt ? [block.alt.text] : sentencesOf(block.base, plan, unit, words, gazetteer)),
    ...(plan.unknownNames.length > 0 ? [words.unplaced(plan.unknownNames)] : []),
  ]
  // Without words of its author, a map says what it shows, and nothing before.
  const lead = block.caption ? [block.caption.text] : sentences.length === 0 ? [title] : []
  return {
    title,
    description: joined(sentences),
    name: joined([...lead, ...sentences]),
    lang: block.alt?.lang ?? words.lang,
    table: tableOf(plan, unit, title, words),
  }
}

/** Texts as sentences: each has a mark at its end, and none has two. */
const joined = (texts: readonly string[]): string =>
  texts.map((text) => (/[.!?…:]["»”)]?$/.test(text.trimEnd()) ? text.trimEnd() : `${text.trimEnd()}.`)).join(' ')

function titleOf({ view, regions, markers }: MapPlan, words: MapWords): string {
  if (view?.kind === 'world') return words.mapOfWorld
  if (view?.kind === 'area') return words.mapOf(view.name)
  const [only] = markers
  if (markers.length === 1 && regions.length === 0 && only?.name) return words.mapOf(only.name)
  return words.plainMap
}

function sentencesOf(
  base: MapBlock['base'],
  plan: MapPlan,
  unit: string | null,
  words: MapWords,
  gazetteer: Gazetteer,
): string[] {
  const { markers, regions, shapes } = plan
  const extreme = (name: string, value: number): Extreme => ({
    name,
    value: withUnit(formatNumber(value, words.lang), unit),
  })
  const sentences = shownPart(base, plan, words)
  const plain = markers.filter(({ value }) => value === null).map((marker) => nameOf(marker, words, gazetteer))
  if (plain.length > 0) sentences.push(words.marked(...cut(plain)))
  const valued = markers
    .flatMap((marker) => (marker.value === null ? [] : [{ marker, value: marker.value }]))
    .sort((a, b) => b.value - a.value)
    .map(({ marker, value }) => extreme(nameOf(marker, words, gazetteer), value))
  if (valued.length > 0) sentences.push(words.markedValues(...cut(valued)))
  sentences.push(...regionSentences(regions, extreme, words))
  if (shapes.length > 0) sentences.push(words.shapes(shapes.length))
  return sentences
}

/** What part of the globe is shown, unless the sentence about the regions says it. */
function shownPart(base: MapBlock['base'], { view, regions, markers }: MapPlan, words: MapWords): string[] {
  if (base === 'world' || view?.kind === 'world') return [words.shownWorld]
  if (view?.kind === 'area' && view.place.id === 'KZ') return [words.shownCountry]
  if (view?.kind === 'area')
    return regions.some(({ place }) => place.id === view.place.id) ? [] : [words.shown(view.name)]
  if (view?.kind === 'box') {
    const [west, south, east, north] = view.box
    return [words.shownBetween(words.coordinates(south, west), words.coordinates(north, east))]
  }
  if (view?.kind === 'point') {
    const { at, name } = view
    const isMarked = markers.some(({ lat, lng }) => lat === at.lat && lng === at.lng)
    return isMarked ? [] : [words.shownAround(name ?? words.coordinates(at.lat, at.lng))]
  }
  return base === 'kz' ? [words.shownCountry] : []
}

function regionSentences(
  regions: readonly PlannedRegion[],
  extreme: (name: string, value: number) => Extreme,
  words: MapWords,
): string[] {
  const sentences: string[] = []
  const valued = regions.filter(({ value }) => value !== null)
  if (valued.some(({ value }) => typeof value === 'string')) {
    const kinds = [...new Set(valued.map(({ value }) => value))]
    const namesOf = (kind: PlannedRegion['value']) =>
      valued.filter(({ value }) => value === kind).map(({ name }) => name)
    const named = kinds.map((kind) => ({
      name: typeof kind === 'number' ? formatNumber(kind, words.lang) : String(kind),
      all: namesOf(kind),
    }))
    sentences.push(
      words.categories(
        named.map(({ name, all }) => {
          const [regions, more] = cut(all)
          return { name, regions, more }
        }),
      ),
    )
  } else if (valued.length > 0) {
    const sorted = [...valued]
      .sort((a, b) => Number(b.value) - Number(a.value))
      .map(({ name, value }) => extreme(name, Number(value)))
    if (sorted.length <= maxNames) sentences.push(words.values(sorted))
    else sentences.push(words.valuesAmong(sorted.length, sorted.slice(0, maxLargest), sorted.at(-1)!))
  }
  const highlighted = regions.filter(({ value }) => value === null).map(({ name }) => name)
  if (highlighted.length > 0) sentences.push(words.highlighted(...cut(highlighted)))
  return sentences
}

/** The first names, and the number of the others. One that is left is named, too. */
const cut = <T>(all: readonly T[]): [shown: readonly T[], more: number] =>
  all.length <= maxNames + 1 ? [all, 0] : [all.slice(0, maxNames), all.length - maxNames]

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
