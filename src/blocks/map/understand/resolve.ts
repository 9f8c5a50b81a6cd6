import { geoCentroid } from 'd3-geo'
import { type Lang, textIn } from '../../../model/lang.ts'
import type { Range } from '../../../model/source.ts'
import { inKazakhstan, type LatLng, onGlobe } from './coordinates.ts'
import { isWorld } from './countries.ts'
import { type GeoPlace, isArea } from './gazetteer.ts'
import type { MapLink } from './map-link.ts'
import { type ParsedQuery, parseMapQuery } from './map-query.ts'
import type { MapArea, MapData, MapTarget, ReportProblem } from './map-target.ts'
import { parsePlaceName } from './place-names.ts'
import { choosePlace, type FindCandidates, readPlace } from './read-place.ts'
import { isPrivate, linkToPoint } from './resolve-link.ts'
import { splitPlaces } from './several-places.ts'

/** Resolves what authors write, in the language of the deck. */
export class MapResolver {
  readonly lang: Lang
  readonly report: ReportProblem
  readonly #sources: MapData

  constructor(sources: MapData, lang: Lang, report: ReportProblem) {
    this.#sources = sources
    this.lang = lang
    this.report = report
  }

  /** Splits a text that names several places; one part if it names one. */
  split(text: string): string[] {
    return splitPlaces(text, this.#candidates)
  }

  query(text: string, range: Range): MapTarget {
    const query = parseMapQuery(text)
    switch (query.kind) {
      case 'point':
        return this.#resolvePoint(query, range)
      case 'text':
        return this.#resolveText(query, range)
      case 'unsafe':
        this.report({ code: 'map-address-unsafe', address: query.address.slice(0, 60), scheme: query.scheme }, range)
        return { kind: 'nothing', name: null }
      case 'broken':
        this.report({ code: 'map-address-broken', address: query.address.slice(0, 100) }, range)
        return { kind: 'nothing', name: query.address }
      case 'nowhere':
        this.report({ code: 'map-coordinates-outside', text: query.text.slice(0, 60) }, range)
        return { kind: 'nothing', name: query.text }
      default:
        return this.#resolveAddress(query, range)
    }
  }

  /** Returns a point given in two fields; null if it does not exist. */
  point(lat: number, lng: number, range: Range): LatLng | null {
    if (!inKazakhstan(lat, lng) && inKazakhstan(lng, lat)) {
      this.report({ code: 'map-coordinates-swapped', lat: lng, lng: lat }, range, 'info')
      return { lat: lng, lng: lat }
    }
    if (onGlobe({ lat, lng })) return { lat, lng }
    this.report({ code: 'map-coordinates-outside', text: `${lat}, ${lng}` }, range)
    return null
  }

  /**
   * Finds an area that can have a value: a region, a district, or a country. `around` is the region whose district is
   * meant if several have the name.
   */
  region(name: string, range: Range, around: string | null = null): MapArea | null {
    const { gazetteer } = this.#sources
    const place = gazetteer.findRegion(name)
    if (place) return this.#area(place)
    const named = gazetteer.findDistricts(name)
    const inside = named.filter(({ region }) => region === around)
    const districts = inside.length > 0 ? inside : named
    if (districts.length > 1) {
      this.#reportAmbiguous(name, null, districts, range)
      return null
    }
    const reading = districts[0] ? null : readPlace(name, this.#candidates)
    const known = districts[0] ?? (reading?.unread.length === 0 && !reading.contradicted ? reading.place : null)
    if (known && isArea(known)) return this.#area(known)
    const nearest = gazetteer.nearest(name, this.lang, 'areas')
    this.report({ code: 'map-region-unknown', region: name, nearest }, range)
    return null
  }

  /** Returns the region that all unmistakable districts of these names are in; null if they are none, or in several. */
  regionAround(names: readonly string[]): string | null {
    const { gazetteer } = this.#sources
    const single = names.flatMap((name) => {
      const districts = gazetteer.findRegion(name) ? [] : gazetteer.findDistricts(name)
      return districts.length === 1 ? (districts[0]!.region ?? []) : []
    })
    const [region, ...others] = new Set(single)
    return region !== undefined && others.length === 0 ? region : null
  }

  /** Returns the point where the marker of an area is drawn. */
  centre({ place, outline }: MapArea): LatLng | null {
    const centre = this.#sources.gazetteer.get(place.centre ?? '') ?? place
    if (centre.lat !== undefined && centre.lng !== undefined) return { lat: centre.lat, lng: centre.lng }
    if (place.id === 'KZ') return { lat: 48, lng: 67 }
    if (!outline) return null
    const [lng, lat] = geoCentroid(outline)
    return { lat, lng }
  }

  /** Returns all places that a name may mean. */
  readonly #candidates: FindCandidates = (name) => {
    const { gazetteer, countries } = this.#sources
    const places = gazetteer.candidates(name)
    const code = parsePlaceName(name).hint === null ? countries.find(name) : null
    return code === null || code === 'KZ' ? places : [this.#countryOf(code), ...places]
  }

  #countryOf = (code: string): GeoPlace => ({
    id: code,
    kind: 'country',
    name: { [this.lang]: this.#sources.countries.name(code, this.lang) },
  })

  #resolvePoint(query: Extract<ParsedQuery, { kind: 'point' }>, range: Range): MapTarget {
    const { lat, lng, zoom, label, swapped, href } = query
    if (swapped) this.report({ code: 'map-coordinates-swapped', lat, lng }, range, 'info')
    const at = { lat, lng }
    const link = href === null ? linkToPoint(at) : { href, provider: null, at }
    const known = label === null ? null : choosePlace(this.#sources.gazetteer.candidates(label)).place
    const town = known && this.#townOf(known)
    const name = town && isNear(town, at) ? textIn(town.name, this.lang) : label
    const pointLabel = name === null ? null : { text: name, lang: this.lang }
    return { kind: 'point', at, name, label: pointLabel, zoom, link }
  }

  #resolveText({ text, zoom, href }: Extract<ParsedQuery, { kind: 'text' }>, range: Range): MapTarget {
    const link = href === null ? null : { href, provider: null, at: null }
    if (isWorld(text)) return { kind: 'world' }
    const reading = readPlace(text, this.#candidates)
    if (link && (!reading || reading.unread.length > 0)) {
      this.report({ code: 'map-address-unplaced', address: link.href, provider: null }, range)
      return { kind: 'link', link }
    }
    if (!reading) {
      const alike = this.#sources.gazetteer.nearest(text, this.lang, 'any')
      const nearest = alike.length > 0 ? alike : this.#namesIn(text)
      this.report({ code: 'map-place-unknown', place: text.slice(0, 80), nearest }, range)
      return { kind: 'nothing', name: text }
    }
    const { place, choices, contradicted, unread } = reading
    if (choices.length > 1) this.#reportAmbiguous(text, place, choices, range)
    if (!place) return { kind: 'nothing', name: text }
    if (contradicted) {
      const [shown, region] = [this.qualifiedName(place), textIn(contradicted.name, this.lang)]
      this.report({ code: 'map-places-contradict', place: text.slice(0, 100), shown, region }, range)
    }
    const target = this.#resolvePlace(place, zoom, link)
    return unread.length > 0 ? this.#withUnread(text, unread, place, target, range) : target
  }

  /** Returns the names of the places that single words of a text name: `Байқоңыр` of `Байқоңыр ғарыш айлағы`. */
  #namesIn(text: string): string[] {
    const words = text.slice(0, 200).split(/[\s,;()–—-]+/)
    const places = words.flatMap((word) => (word.length > 2 ? (choosePlace(this.#candidates(word)).place ?? []) : []))
    return [...new Set(places.map(({ name }) => textIn(name, this.lang)))].slice(0, 3)
  }

  /** Keeps the words of an address that are no place: they stand at the pin, which is in the middle of the town. */
  #withUnread(text: string, unread: readonly string[], place: GeoPlace, target: MapTarget, range: Range): MapTarget {
    const shown = textIn(place.name, this.lang)
    this.report({ code: 'map-place-approximate', place: text.slice(0, 100), shown, unread }, range)
    if (target.kind === 'point') return { ...target, name: text, label: { text, lang: this.lang } }
    return target.kind === 'area' ? { ...target, name: text } : target
  }

  /** Towns are points, and so are cities of republican significance. */
  #resolvePlace(place: GeoPlace, zoom: number | null, link: MapLink | null): MapTarget {
    if (isArea(place) && place.kind !== 'city-of-republican-significance') return this.#area(place)
    const point = this.#townOf(place)
    if (point?.lat === undefined || point.lng === undefined) return this.#area(place)
    const name = textIn(point.name, this.lang)
    return {
      kind: 'point',
      at: { lat: point.lat, lng: point.lng },
      name,
      label: { text: name, lang: this.lang },
      zoom,
      link,
    }
  }

  /** Returns the town that a place is, or that a region is governed from. */
  #townOf(place: GeoPlace): GeoPlace | null {
    return place.lat === undefined ? this.#sources.gazetteer.get(place.centre ?? '') : place
  }

  #area(place: GeoPlace): MapArea {
    const { atlas, pack } = this.#sources
    const name = textIn(place.name, this.lang)
    if (place.kind !== 'country') return { kind: 'area', place, name, outline: pack.outlines.get(place.id) ?? null }
    return { kind: 'area', place, name, outline: atlas.country(place.id, place.id === 'KZ' ? 'fine' : 'coarse') }
  }

  #resolveAddress(
    { kind, href, provider }: Extract<ParsedQuery, { kind: 'short' | 'unplaced' }>,
    range: Range,
  ): MapTarget {
    if (isPrivate(href, range, this.report)) return { kind: 'nothing', name: href }
    const link = { href, provider, at: null }
    const address = href.slice(0, 100)
    if (kind === 'short') this.report({ code: 'map-address-short', address, provider: provider ?? '' }, range)
    else this.report({ code: 'map-address-unplaced', address, provider }, range)
    return { kind: 'link', link }
  }

  #reportAmbiguous(text: string, taken: GeoPlace | null, places: readonly GeoPlace[], range: Range): void {
    const choices = [...new Set(places.map((place) => this.qualifiedName(place)))]
    this.report({ code: 'map-place-ambiguous', place: text, taken: taken && this.qualifiedName(taken), choices }, range)
  }

  /** Returns an unambiguous name of a place: with its region, or its country. */
  qualifiedName(place: GeoPlace): string {
    const { gazetteer, countries } = this.#sources
    const region = place.region === undefined ? null : gazetteer.get(place.region)
    const around = region ? textIn(region.name, this.lang) : place.country && countries.name(place.country, this.lang)
    const name = textIn(place.name, this.lang)
    return around ? `${name}, ${around}` : name
  }
}

/** Whether a point is plausibly inside a place of that name. */
const isNear = ({ lat, lng }: GeoPlace, at: LatLng): boolean =>
  lat !== undefined && lng !== undefined && Math.abs(lat - at.lat) < 0.5 && Math.abs(lng - at.lng) < 0.5
