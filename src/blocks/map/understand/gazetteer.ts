import { distance } from 'fastest-levenshtein'
import { type Lang, textIn } from '../../../model/lang.ts'
import { looseNameKey, nameKey, type PlaceTypeHint, parsePlaceName } from './place-names.ts'

/** A place of the gazetteer. A region has no point of its own but names its centre. Units: degrees. */
export interface GeoPlace {
  id: string
  kind: 'country' | 'region' | 'city-of-republican-significance' | 'regional-centre' | 'city' | 'town' | 'district'
  name: { readonly [L in Lang]?: string }
  aliases?: readonly string[]
  lat?: number
  lng?: number
  /** The id of its region. */
  region?: string
  /** The id of the town that a region is governed from. */
  centre?: string
}

/** The likeliest place with a name, and all candidates if it is ambiguous. */
export interface Match {
  place: GeoPlace
  choices: readonly GeoPlace[]
}

/** The kinds of places in the order in which a bare name means them. */
const kindOrder: readonly GeoPlace['kind'][] = [
  'country',
  'city-of-republican-significance',
  'regional-centre',
  'region',
  'city',
  'town',
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

  /** Finds the place that a text names; the parts after a comma say where it is. */
  find(text: string): Match | null {
    const { parts, hasStreet } = parsePlaceName(text)
    const named = this.#exact.get(nameKey(text)) ?? []
    const whole = named.length > 0 || parts.length > 1 || hasStreet ? [...named] : this.#lookUp(text, () => true)
    if (whole.length > 0) return toMatch(whole.sort((a, b) => kindRank(a) - kindRank(b)))
    if (parts.length < 2 && !hasStreet) return null
    const found = parts.map((part) => this.#lookUp(part, () => true))
    const known = found.filter((places) => places.length > 0)
    if (known.length === 0 || (known.length < parts.length && !hasStreet)) return null
    const regions = new Set(known.flat().flatMap(({ id, kind }) => (areaKinds.has(kind) ? [id] : [])))
    const settlements = known.flatMap((places) => {
      const inside = places.filter(({ region }) => region !== undefined && regions.has(region))
      return inside.length > 0 && regions.size > 0 ? [inside] : []
    })
    const best = settlements[0] ?? known.reduce((a, b) => (kindRank(b[0]!) > kindRank(a[0]!) ? b : a))
    return toMatch(best)
  }

  /** Finds a region or a city of republican significance by code or name, never a town. */
  findRegion(text: string): GeoPlace | null {
    const code = /^\s*KZ[-\s]?(\d{2})\s*$/i.exec(text)?.[1]
    if (code !== undefined) return this.#byId.get(`KZ-${code}`) ?? null
    return this.#lookUp(text, ({ kind }) => areaKinds.has(kind))[0] ?? null
  }

  /** Finds a district of a region pack. Of several with one name, the region after a comma selects one. */
  findDistricts(text: string): GeoPlace[] {
    const [name = '', ...where] = parsePlaceName(text).parts
    const districts = this.#lookUp(name, ({ kind }) => kind === 'district')
    const regions = new Set(where.flatMap((part) => this.findRegion(part)?.id ?? []))
    return regions.size > 0 ? districts.filter(({ region }) => region !== undefined && regions.has(region)) : districts
  }

  /** Returns the names most similar to a text, in a language, best first. */
  nearest(text: string, lang: Lang, wanted: 'any' | 'regions', count = 3): string[] {
    const key = looseNameKey(text)
    const limit = Math.max(1, Math.min(3, Math.floor(key.length / 3)))
    const apart = new Map<GeoPlace, number>()
    for (const [name, places] of this.#loose) {
      if (Math.abs(name.length - key.length) > limit) continue
      const far = distance(key, name)
      if (far > limit) continue
      for (const place of places) {
        if (wanted === 'regions' && !areaKinds.has(place.kind)) continue
        apart.set(place, Math.min(far, apart.get(place) ?? Infinity))
      }
    }
    const sorted = [...apart].sort((a, b) => a[1] - b[1] || kindRank(a[0]) - kindRank(b[0]))
    return [...new Set(sorted.map(([place]) => textIn(place.name, lang)))].slice(0, count)
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

function addToIndex(index: Map<string, GeoPlace[]>, key: string, place: GeoPlace): void {
  if (key === '') return
  const known = index.get(key)
  if (!known) index.set(key, [place])
  else if (!known.includes(place)) known.push(place)
}

const kindRank = ({ kind }: GeoPlace): number => kindOrder.indexOf(kind)

/** A region and its own centre are distinguished by their order; other places of one name are ambiguous. */
function toMatch(places: readonly GeoPlace[]): Match {
  const [place] = places
  const own = new Set(places.flatMap(({ centre }) => centre ?? []))
  const others = places.filter(({ id, kind }) => !own.has(id) && kind !== 'district')
  const districts = places.filter(({ kind }) => kind === 'district')
  const choices = others.length > 1 ? others : others.length === 0 && districts.length > 1 ? districts : []
  return { place: place!, choices }
}
