import { geoCentroid } from 'd3-geo'
import type { Feature, Geometry } from 'geojson'
import { type Lang, type LocalizedText, textIn } from '../../../model/lang.ts'
import type { MapProblem } from '../../../model/problems/map.ts'
import type { Range } from '../../../model/source.ts'
import { parseAddress } from '../../../model/web-address.ts'
import { isPrivateHost } from '../../private-host.ts'
import type { Atlas } from '../basemap/atlas.ts'
import { inKazakhstan, type LatLng, onGlobe } from './coordinates.ts'
import { type Countries, isWorld } from './countries.ts'
import type { Gazetteer, GeoPlace } from './gazetteer.ts'
import type { MapLink } from './map-link.ts'
import { type ParsedQuery, parseMapQuery } from './map-query.ts'
import type { RegionPack } from './region-pack.ts'
import { regionNamedIn, splitPlaces, unreadParts } from './several-places.ts'

/** The data of maps. */
export interface MapData {
  atlas: Atlas
  gazetteer: Gazetteer
  countries: Countries
  pack: RegionPack
}

/** The meaning of a name or an address on the map. */
export type MapTarget =
  | {
      kind: 'point'
      at: LatLng
      /** The name in the description. */
      name: string | null
      label: LocalizedText | null
      zoom: number | null
      link: MapLink | null
    }
  | { kind: 'area'; place: GeoPlace; name: string; outline: Feature<Geometry> | null; link?: null }
  | { kind: 'box'; box: readonly [number, number, number, number]; link?: null }
  | { kind: 'world'; link?: null }
  | { kind: 'link'; link: MapLink }
  /** `name` is written instead. */
  | { kind: 'nothing'; name: string | null }

/** Reports a problem with the place where it occurs. */
export type ReportProblem = (problem: MapProblem, range: Range, severity?: 'warning' | 'info') => void

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
    return splitPlaces(text, this.#sources.gazetteer)
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

  /** Finds an area that can have a value: a region, a district, or a country. */
  region(name: string, range: Range): Extract<MapTarget, { kind: 'area' }> | null {
    const { gazetteer, countries } = this.#sources
    const place = gazetteer.findRegion(name)
    if (place) return this.#area(place)
    const districts = gazetteer.findDistricts(name)
    if (districts.length > 1) this.#reportAmbiguous(name, districts, range)
    if (districts[0]) return this.#area(districts[0])
    const code = countries.find(name)
    if (code !== null) return this.#country(code)
    const nearest = gazetteer.nearest(name, this.lang, 'regions')
    this.report({ code: 'map-region-unknown', region: name, nearest }, range)
    return null
  }

  /** Returns the point where the marker of an area is drawn. */
  centre({ place, outline }: Extract<MapTarget, { kind: 'area' }>): LatLng | null {
    const centre = this.#sources.gazetteer.get(place.centre ?? '')
    if (centre?.lat !== undefined && centre.lng !== undefined) return { lat: centre.lat, lng: centre.lng }
    if (place.id === 'KZ') return { lat: 48, lng: 67 }
    if (!outline) return null
    const [lng, lat] = geoCentroid(outline)
    return { lat, lng }
  }

  /** Returns the link to an online map; null if a browser may not open the address. */
  link(text: string, range: Range): MapLink | null {
    const query = parseMapQuery(text)
    if (query.kind === 'unsafe') {
      this.report({ code: 'map-address-unsafe', address: text.slice(0, 60), scheme: query.scheme }, range)
      return null
    }
    if (query.kind === 'broken') {
      this.report({ code: 'map-address-broken', address: text.slice(0, 100) }, range)
      return null
    }
    if ('href' in query && query.href !== null) {
      return this.#isPrivate(query.href, range) ? null : { href: query.href, provider: null, at: null }
    }
    if (query.kind === 'point') return this.linkToPoint(query)
    this.report({ code: 'map-link-unknown', link: text.slice(0, 100) }, range)
    return null
  }

  /** Returns the link to a point on OpenStreetMap. */
  linkToPoint({ lat, lng }: LatLng): MapLink {
    const [y, x] = [lat, lng].map((value) => Math.round(value * 1e5) / 1e5)
    return {
      href: `https://www.openstreetmap.org/?mlat=${y}&mlon=${x}#map=16/${y}/${x}`,
      provider: 'OpenStreetMap',
      at: { lat, lng },
    }
  }

  #resolvePoint(query: Extract<ParsedQuery, { kind: 'point' }>, range: Range): MapTarget {
    const { lat, lng, zoom, label, swapped, href } = query
    if (swapped) this.report({ code: 'map-coordinates-swapped', lat, lng }, range, 'info')
    const at = { lat, lng }
    const link = href === null ? this.linkToPoint(at) : { href, provider: null, at }
    const known = label === null ? null : this.#sources.gazetteer.find(label)
    const town = known && this.#townOf(known.place)
    const name = town && isNear(town, at) ? textIn(town.name, this.lang) : label
    const pointLabel = name === null ? null : { text: name, lang: this.lang }
    return { kind: 'point', at, name, label: pointLabel, zoom, link }
  }

  #resolveText({ text, zoom, href }: Extract<ParsedQuery, { kind: 'text' }>, range: Range): MapTarget {
    const { gazetteer, countries } = this.#sources
    const link = href === null ? null : { href, provider: null, at: null }
    if (isWorld(text)) return { kind: 'world' }
    const match = gazetteer.find(text)
    if (match) {
      if (match.choices.length > 1) this.#reportAmbiguous(text, [match.place, ...match.choices], range)
      const place = this.#checkRegion(text, match.place, range)
      return this.#labelled(text, place, this.#resolvePlace(place, zoom, link), range)
    }
    const code = countries.find(text)
    if (code !== null) return this.#country(code)
    const part = text.split(',').find((one) => gazetteer.find(one))
    const known = part === undefined || link ? null : gazetteer.find(part)
    if (known) return this.#labelled(text, known.place, this.#resolvePlace(known.place, zoom, null), range)
    const nearest = gazetteer.nearest(text, this.lang, 'any')
    if (link) {
      this.report({ code: 'map-address-unplaced', address: link.href, provider: null }, range)
      return { kind: 'link', link }
    }
    this.report({ code: 'map-place-unknown', place: text.slice(0, 80), nearest }, range)
    return { kind: 'nothing', name: text }
  }

  /** Returns the place, or the town before it; reports a town that is not in the region that is written with it. */
  #checkRegion(text: string, found: GeoPlace, range: Range): GeoPlace {
    const written = regionNamedIn(text, this.#sources.gazetteer)
    const before = written?.id === found.id ? this.#sources.gazetteer.find(text.split(',', 1)[0]!)?.place : null
    const place = before ?? found
    const fits = written?.id === place.id || written?.id === place.region || written?.centre === place.id
    if (!written || place.region === undefined || fits) return found
    const [shown, region] = [this.qualifiedName(place), textIn(written.name, this.lang)]
    this.report({ code: 'map-places-contradict', place: text.slice(0, 100), shown, region }, range)
    return place
  }

  /** Keeps the words of an address that are no place: they stand at the pin, which is in the middle of the town. */
  #labelled(text: string, place: GeoPlace, target: MapTarget, range: Range): MapTarget {
    const unread = unreadParts(text, this.#sources.gazetteer)
    if (unread.length === 0 || (target.kind !== 'point' && target.kind !== 'area') || target.link) return target
    const shown = textIn(place.name, this.lang)
    this.report({ code: 'map-place-approximate', place: text.slice(0, 100), shown, unread }, range)
    if (target.kind === 'point') return { ...target, name: text, label: { text, lang: this.lang } }
    return { ...target, name: text }
  }

  /** Towns are points, and so are cities of republican significance. */
  #resolvePlace(place: GeoPlace, zoom: number | null, link: MapLink | null): MapTarget {
    const isArea = place.kind === 'country' || place.kind === 'region' || place.kind === 'district'
    if (isArea) return this.#area(place)
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

  #area(place: GeoPlace): Extract<MapTarget, { kind: 'area' }> {
    const { atlas, pack } = this.#sources
    const outline = place.id === 'KZ' ? atlas.country('KZ', 'fine') : (pack.outlines.get(place.id) ?? null)
    return { kind: 'area', place, name: textIn(place.name, this.lang), outline }
  }

  #country(code: string): Extract<MapTarget, { kind: 'area' }> {
    const { atlas, countries } = this.#sources
    const name = countries.name(code, this.lang)
    const place: GeoPlace = { id: code, kind: 'country', name: { [this.lang]: name } }
    return { kind: 'area', place, name, outline: atlas.country(code, 'coarse') }
  }

  #resolveAddress(
    { kind, href, provider }: Extract<ParsedQuery, { kind: 'short' | 'unplaced' }>,
    range: Range,
  ): MapTarget {
    if (this.#isPrivate(href, range)) return { kind: 'nothing', name: href }
    const link = { href, provider, at: null }
    const address = href.slice(0, 100)
    if (kind === 'short') this.report({ code: 'map-address-short', address, provider: provider ?? '' }, range)
    else this.report({ code: 'map-address-unplaced', address, provider }, range)
    return { kind: 'link', link }
  }

  /** Whether the audience cannot reach an address; it is then shown without a link. */
  #isPrivate(href: string, range: Range): boolean {
    const hostname = parseAddress(href)?.hostname ?? ''
    const closed = hostname !== '' && isPrivateHost(hostname)
    if (closed) this.report({ code: 'map-address-private', address: href.slice(0, 100), host: hostname }, range)
    return closed
  }

  #reportAmbiguous(text: string, places: readonly GeoPlace[], range: Range): void {
    const choices = [...new Set(places.map((place) => this.qualifiedName(place)))]
    this.report({ code: 'map-place-ambiguous', place: text, taken: choices[0]!, choices }, range)
  }

  /** Returns an unambiguous name of a place: with its region. */
  qualifiedName(place: GeoPlace): string {
    const region = place.region === undefined ? null : this.#sources.gazetteer.get(place.region)
    return region
      ? `${textIn(place.name, this.lang)}, ${textIn(region.name, this.lang)}`
      : textIn(place.name, this.lang)
  }
}

/** Whether a point is plausibly inside a place of that name. */
const isNear = ({ lat, lng }: GeoPlace, at: LatLng): boolean =>
  lat !== undefined && lng !== undefined && Math.abs(lat - at.lat) < 0.5 && Math.abs(lng - at.lng) < 0.5
