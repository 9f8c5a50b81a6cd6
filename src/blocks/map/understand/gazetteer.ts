import { distance } from 'fastest-levenshtein'
import { type Lang, textIn } from '../../../model/lang.ts'
import { looseNameKey, nameKey, type PlaceTypeHint, parsePlaceName } from './place-names.ts'

/** A place of the gazetteer. A region has no point of its own but names its centre. Units: degrees. */
export interface GeoPlace {
  id: string
  kind:
    | 'country'
    | 'region'
    | 'city-of-republican-significance'
    | 'regional-centre'
    | 'city'
    | 'town'
    | 'district'
    | 'world-city'
  name: { readonly [L in Lang]?: string }
  aliases?: readonly string[]
  lat?: number
  lng?: number
  /** The id of its region. */
  region?: string
  /** The id of the town that a region is governed from. */
  centre?: string
  /** The code of the country of a city abroad. */
  country?: string
}

/** The kinds of places in the order in which a bare name means them. */
const kindOrder: readonly GeoPlace['kind'][] = [
  'country',
  'city-of-republican-significance',
  'regional-centre',
  'region',
  'city',
  'town',
  'world-city',
  'district',
]

const areaKinds: ReadonlySet<GeoPlace['kind']> = new Set(['region', 'city-of-republican-significance'])

/** The kinds of places that a type word next to a name means. */
const matchesHint: Record<PlaceTypeHint, (place: GeoPlace) => boolean> = {
  region: ({ kind }) => areaKinds.has(kind),
  city: ({ kind }) => kind !== 'region' && kind !== 'country' && kind !== 'district',
  district: ({ kind }) => kind === 'district',
}

/** Places by their names. */
export class Gazetteer {
  readonly #byId = new Map<string, GeoPlace>()
  readonly #exact = new Map<string, GeoPlace[]>()
  readonly #loose = new Map<string, GeoPlace[]>()

  constructor(places: readonly GeoPlace[]) {
    for (const place of places) this.add(place)
  }

  /** Adds a place, such as a district of a region pack. */
  add(place: GeoPlace): void {
    this.#byId.set(place.id, place)
    for (const name of new Set([...Object.values(place.name), ...(place.aliases ?? [])])) {
      addToIndex(this.#exact, nameKey(name), place)
      addToIndex(this.#loose, looseNameKey(name), place)
    }
  }

  get(id: string): GeoPlace | null {
    return this.#byId.get(id) ?? null
  }

  /** Returns all places of a region except districts. */
  within(region: string): GeoPlace[] {
    return [...this.#byId.values()].filter((place) => place.region === region && place.kind !== 'district')
  }

  all(): Iterable<GeoPlace> {
    return this.#byId.values()
  }

  /**
   * Returns all places that a name may mean, likeliest first. The name may have a type word, but no second place next to
   * it; a name without a type word may be that of a district, too.
   */
  candidates(name: string): GeoPlace[] {
    const exact = this.#exact.get(nameKey(name)) ?? (/[,;(]/.test(name) ? [] : this.#lookUp(name, () => true))
    const { hint, parts } = parsePlaceName(name)
    const alike = hint === null && parts.length === 1 ? (this.#loose.get(looseNameKey(name)) ?? []) : []
    const districts = alike.filter((place) => place.kind === 'district' && !exact.includes(place))
    return [...exact, ...districts].sort((a, b) => kindRank(a) - kindRank(b))
  }

  /** Finds a region or a city of republican significance by code or name, never a town. */
  findRegion(text: string): GeoPlace | null {
    const code = regionCode.exec(text)?.[1]
    if (code !== undefined) return this.#byId.get(`KZ-${code}`) ?? null
    return this.#lookUp(text, ({ kind }) => areaKinds.has(kind))[0] ?? null
  }

  /** Finds all districts of a name. The region after a comma selects one. */
  findDistricts(text: string): GeoPlace[] {
    const [name = '', ...where] = parsePlaceName(text).parts
    const districts = this.#lookUp(name, ({ kind }) => kind === 'district')
    const regions = new Set(where.flatMap((part) => this.findRegion(part)?.id ?? []))
    return regions.size > 0 ? districts.filter(({ region }) => region !== undefined && regions.has(region)) : districts
  }

  /** Returns places one of whose names begins with a text, or has a word that does, likeliest first. */
  beginning(text: string, count: number): GeoPlace[] {
    const { bare, hint } = parsePlaceName(text)
    const key = looseNameKey(bare)
    if (key === '') return []
    const found = new Map<GeoPlace, number>()
    for (const [name, places] of this.#loose) {
      const rank = name === key ? 0 : name.startsWith(key) ? 1 : name.includes(` ${key}`) ? 2 : 3
      if (rank === 3) continue
      for (const place of places) {
        if (hint !== null && !matchesHint[hint](place)) continue
        found.set(place, Math.min(rank, found.get(place) ?? rank))
      }
    }
    const sorted = [...found].sort((a, b) => a[1] - b[1] || kindRank(a[0]) - kindRank(b[0]))
    return sorted.slice(0, count).map(([place]) => place)
  }

  /** Returns the names most similar to a text, in a language, best first: of the kind that its type word means. */
  nearest(text: string, lang: Lang, wanted: 'any' | 'areas', count = 3): string[] {
    const places = this.#alike(text, wanted === 'any' ? isNoCityAsArea : isArea)
    return [...new Set(places.map((place) => textIn(place.name, lang)))].slice(0, count)
  }

  /** Returns the places of the most similar names, best first. */
  alike(text: string, count: number): GeoPlace[] {
    return this.#alike(text, () => true).slice(0, count)
  }

  #alike(text: string, isWanted: (place: GeoPlace) => boolean): GeoPlace[] {
    const { hint } = parsePlaceName(text)
    const fits = (place: GeoPlace) =>
      isWanted(place) && (hint === null ? place.kind !== 'district' : matchesHint[hint](place))
    const key = looseNameKey(text)
    const limit = Math.max(1, Math.min(3, Math.floor(key.length / 3)))
    const apart = new Map<GeoPlace, number>()
    for (const [name, places] of this.#loose) {
      if (Math.abs(name.length - key.length) > limit) continue
      const far = distance(key, name)
      if (far > limit) continue
      for (const place of places) if (fits(place)) apart.set(place, Math.min(far, apart.get(place) ?? Infinity))
    }
    const sorted = [...apart].sort((a, b) => a[1] - b[1] || kindRank(a[0]) - kindRank(b[0]))
    return sorted.map(([place]) => place)
  }

  #lookUp(text: string, wanted: (place: GeoPlace) => boolean): GeoPlace[] {
    const { bare, hint } = parsePlaceName(text)
    const fits = (place: GeoPlace) => wanted(place) && (hint === null || matchesHint[hint](place))
    for (const [index, key] of [
      [this.#exact, nameKey(text)],
      [this.#exact, nameKey(bare)],
      [this.#loose, looseNameKey(bare)],
    ] as const) {
      const places = (index.get(key) ?? []).filter(fits)
      if (places.length > 0) return places.sort((a, b) => kindRank(a) - kindRank(b))
    }
    return []
  }
}

const regionCode = /^\s?KZ[-\s]?(\d{2})\s?$/i

function addToIndex(index: Map<string, GeoPlace[]>, key: string, place: GeoPlace): void {
  if (key === '') return
  const known = index.get(key)
  if (!known) index.set(key, [place])
  else if (!known.includes(place)) known.push(place)
}

const kindRank = ({ kind }: GeoPlace): number => kindOrder.indexOf(kind)

const isNoCityAsArea = ({ kind }: GeoPlace): boolean => kind !== 'city-of-republican-significance'

/** Whether a place can have a value on a map. */
export const isArea = ({ kind }: GeoPlace): boolean => kind === 'country' || kind === 'district' || areaKinds.has(kind)

/** Whether a place is a town, here or abroad. */
export const isSettlement = ({ kind }: GeoPlace): boolean =>
  kind !== 'country' && kind !== 'region' && kind !== 'district'
