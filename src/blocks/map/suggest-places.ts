import type { DataSource, SuggestPlaces } from '../../model/block-type.ts'
import { type Lang, textIn } from '../../model/lang.ts'
import type { PlaceKind, PlaceSuggestion } from '../../model/wire/map-edit.ts'
import { Countries } from './understand/countries.ts'
import { Gazetteer, type GeoPlace } from './understand/gazetteer.ts'
import { parseMapQuery } from './understand/map-query.ts'
import { readPlace } from './understand/read-place.ts'
import { readWorldCities, type StoredCity } from './understand/world-cities.ts'

/** So many places are suggested. */
const most = 8

/** Longer texts are no names that somebody is typing. Units: letters. */
const longestName = 100

const kinds: Readonly<Record<GeoPlace['kind'], PlaceKind>> = {
  country: 'country',
  region: 'region',
  'city-of-republican-significance': 'city',
  'regional-centre': 'city',
  city: 'city',
  town: 'town',
  district: 'district',
  'world-city': 'abroad',
}

/** Loads the places that are suggested while somebody types one. */
export async function loadSuggestions(data: Pick<DataSource, 'readBundled'>): Promise<SuggestPlaces> {
  const [places, districts, cities] = await Promise.all([
    data.readBundled('static/places/gazetteer.json'),
    data.readBundled('static/places/districts.json'),
    data.readBundled('static/places/world-cities.json'),
  ])
  const abroad = readWorldCities(cities as StoredCity[])
  const gazetteer = new Gazetteer([...(places as GeoPlace[]), ...(districts as GeoPlace[]), ...abroad])
  const countries = new Countries([...new Set(abroad.flatMap(({ country }) => country ?? []))])
  const writer = new PlaceWriter(gazetteer, countries)
  return (text, reader, deck) => {
    const typed = text.trim()
    if (typed === '') return { places: [], near: [] }
    const query = parseMapQuery(typed)
    if (query.kind === 'point' || query.kind === 'short' || query.kind === 'unplaced' || query.kind === 'text') {
      if (query.kind !== 'text' || query.href !== null) return { places: [asTyped(typed, query.kind)], near: [] }
    } else return { places: [], near: [] }
    if (typed.length > longestName) return { places: [], near: [] }
    const found = [...writer.read(typed), ...gazetteer.beginning(typed, most)]
    const suggestions = withoutTwins(found)
      .slice(0, most)
      .map((place) => writer.suggest(place, reader, deck))
    if (suggestions.length > 0) return { places: suggestions, near: [] }
    const near = withoutTwins(gazetteer.alike(typed, 6))
      .slice(0, 4)
      .map((place) => writer.suggest(place, reader, deck))
    return { places: [], near }
  }
}

const asTyped = (typed: string, kind: string): PlaceSuggestion => ({
  name: typed,
  kind: kind === 'point' ? 'point' : 'address',
  around: null,
  value: typed,
})

/** Whether a place that was read is one, or the region that is this city alone: both are shown as its point. */
const isSame = (read: GeoPlace | null | undefined, place: GeoPlace) =>
  read === place || (read?.kind === 'city-of-republican-significance' && read.centre === place.id)

/** Leaves out what stands twice, and cities that are regions of their own beside the town itself. */
function withoutTwins(places: readonly GeoPlace[]): GeoPlace[] {
  const ids = new Set(places.map(({ id }) => id))
  const isTwin = ({ kind, centre = '' }: GeoPlace) => kind === 'city-of-republican-significance' && ids.has(centre)
  return [...new Set(places)].filter((place) => !isTwin(place))
}

/** Writes places so that they are found again. */
class PlaceWriter {
  readonly #gazetteer: Gazetteer
  readonly #countries: Countries

  constructor(gazetteer: Gazetteer, countries: Countries) {
    this.#gazetteer = gazetteer
    this.#countries = countries
  }

  /** The places that a text means as it stands, with its region, its type and its street. */
  read(text: string): readonly GeoPlace[] {
    const reading = readPlace(text, (name) => this.#gazetteer.candidates(name))
    if (!reading || reading.contradicted) return []
    return [...(reading.place ? [reading.place] : []), ...reading.choices]
  }

  suggest(place: GeoPlace, reader: Lang, deck: Lang): PlaceSuggestion {
    const { name, kind } = place
    return {
      name: textIn(name, reader),
      kind: kinds[kind],
      around: this.#around(place, reader),
      value: this.#written(place, deck),
    }
  }

  #around({ region, country }: GeoPlace, lang: Lang): string | null {
    const outer = region === undefined ? null : this.#gazetteer.get(region)
    return outer ? textIn(outer.name, lang) : country === undefined ? null : this.#countries.name(country, lang)
  }

  /** The shortest text by which the reader of maps finds the place: its name, with its region, with its coordinates. */
  #written(place: GeoPlace, lang: Lang): string {
    const name = textIn(place.name, lang)
    const around = this.#around(place, lang)
    const qualified = around === null ? name : `${name}, ${around}`
    const exact = [name, qualified].find((text) => {
      const reading = readPlace(text, (one) => this.#gazetteer.candidates(one))
      return isSame(reading?.place, place) && reading?.choices.length === 0 && reading?.unread.length === 0
    })
    if (exact !== undefined || place.lat === undefined || place.lng === undefined) return exact ?? qualified
    return `${name} ${place.lat.toFixed(4)}, ${place.lng.toFixed(4)}`
  }
}
