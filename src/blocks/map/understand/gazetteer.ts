import { distance } from 'fastest-levenshtein'
import type { Lang } from '../../../model/lang.ts'
import { type Hint, keyOf, looseKeyOf, splitName } from './names.ts'

/** One place of the gazetteer. A region has no point of its own: it names its centre. Units: degrees. */
export interface Place {
  id: string
  kind: 'country' | 'region' | 'city-of-republican-significance' | 'regional-centre' | 'city' | 'town' | 'district'
  name: { [L in Lang]: string }
  aliases?: readonly string[]
  lat?: number
  lng?: number
  /** Id of the region it lies in. */
  region?: string
  /** Id of the town that a region is led from. */
  centre?: string
}

/** What a name was found to mean: the likeliest place, and all that it could be where that is not certain. */
export interface Match {
  place: Place
  choices: readonly Place[]
}

/** Bare names mean the first of these that bears them. */
const order: readonly Place['kind'][] = [
  'country',
  'city-of-republican-significance',
  'regional-centre',
  'region',
  'city',
  'town',
  'district',
]

const areas: ReadonlySet<Place['kind']> = new Set(['region', 'city-of-republican-significance'])

/** What a type word beside a name says of it. */
const fitsHint: Record<Hint, (place: Place) => boolean> = {
  region: ({ kind }) => areas.has(kind),
  city: ({ kind }) => kind !== 'region' && kind !== 'country' && kind !== 'district',
  district: ({ kind }) => kind === 'district',
}

/** Places by the names that people give them. */
export class Gazetteer {
  readonly #byId = new Map<string, Place>()
  readonly #exact = new Map<string, Place[]>()
  readonly #loose = new Map<string, Place[]>()

  constructor(places: readonly Place[]) {
    for (const place of places) this.add(place)
  }

  /** Adds a place, such as a district of a region pack. */
  add(place: Place): void {
    this.#byId.set(place.id, place)
    for (const name of new Set([...Object.values(place.name), ...(place.aliases ?? [])])) {
      enter(this.#exact, keyOf(name), place)
      enter(this.#loose, looseKeyOf(name), place)
    }
  }

  get(id: string): Place | null {
    return this.#byId.get(id) ?? null
  }

  /** Every place of a region, without districts. */
  within(region: string): Place[] {
    return [...this.#byId.values()].filter((place) => place.region === region && place.kind !== 'district')
  }

  all(): Iterable<Place> {
    return this.#byId.values()
  }

  /** The place that a text names; parts after a comma say where it lies. */
  find(text: string): Match | null {
    const { parts, hasStreet } = splitName(text)
    const named = this.#exact.get(keyOf(text)) ?? []
    const whole = named.length > 0 || parts.length > 1 || hasStreet ? [...named] : this.#lookUp(text, () => true)
    if (whole.length > 0) return matchOf(whole.sort((a, b) => rankOf(a) - rankOf(b)))
    if (parts.length < 2 && !hasStreet) return null
    const found = parts.map((part) => this.#lookUp(part, () => true))
    const known = found.filter((places) => places.length > 0)
    if (known.length === 0 || (known.length < parts.length && !hasStreet)) return null
    const regions = new Set(known.flat().flatMap(({ id, kind }) => (areas.has(kind) ? [id] : [])))
    const settlements = known.flatMap((places) => {
      const inside = places.filter(({ region }) => region !== undefined && regions.has(region))
      return inside.length > 0 && regions.size > 0 ? [inside] : []
    })
    const best = settlements[0] ?? known.reduce((a, b) => (rankOf(b[0]!) > rankOf(a[0]!) ? b : a))
    return matchOf(best)
  }

  /** The region or city of republican significance that a text names by code or name; towns are not meant. */
  findRegion(text: string): Place | null {
    const code = /^\s*KZ[-\s]?(\d{2})\s*$/i.exec(text)?.[1]
    if (code !== undefined) return this.#byId.get(`KZ-${code}`) ?? null
    return this.#lookUp(text, ({ kind }) => areas.has(kind))[0] ?? null
  }

  /** District of a region pack; where several bear the name, the one of the region that is named after a comma. */
  findDistricts(text: string): Place[] {
    const [name = '', ...where] = splitName(text).parts
    const districts = this.#lookUp(name, ({ kind }) => kind === 'district')
    const regions = new Set(where.flatMap((part) => this.findRegion(part)?.id ?? []))
    return regions.size > 0 ? districts.filter(({ region }) => region !== undefined && regions.has(region)) : districts
  }

  /** Names most like a text, the nearest first, in a language. */
  nearest(text: string, lang: Lang, wanted: 'any' | 'regions', count = 3): string[] {
    const key = looseKeyOf(text)
    const limit = Math.max(1, Math.min(3, Math.floor(key.length / 3)))
    const apart = new Map<Place, number>()
    for (const [name, places] of this.#loose) {
      if (Math.abs(name.length - key.length) > limit) continue
      const far = distance(key, name)
      if (far > limit) continue
      for (const place of places) {
        if (wanted === 'regions' && !areas.has(place.kind)) continue
        apart.set(place, Math.min(far, apart.get(place) ?? Infinity))
      }
    }
    const sorted = [...apart].sort((a, b) => a[1] - b[1] || rankOf(a[0]) - rankOf(b[0]))
    return [...new Set(sorted.map(([place]) => place.name[lang]))].slice(0, count)
  }

  #lookUp(text: string, wanted: (place: Place) => boolean): Place[] {
    const { bare, hint } = splitName(text)
    const fits = (place: Place) => wanted(place) && (hint === null || fitsHint[hint](place))
    for (const [index, key] of [
      [this.#exact, keyOf(text)],
      [this.#exact, keyOf(bare)],
      [this.#loose, looseKeyOf(bare)],
    ] as const) {
      const places = (index.get(key) ?? []).filter(fits)
      if (places.length > 0) return places.sort((a, b) => rankOf(a) - rankOf(b))
    }
    return []
  }
}

function enter(index: Map<string, Place[]>, key: string, place: Place): void {
  if (key === '') return
  const known = index.get(key)
  if (!known) index.set(key, [place])
  else if (!known.includes(place)) known.push(place)
}

const rankOf = ({ kind }: Place): number => order.indexOf(kind)

/** A region and its own centre are told apart by their order; other places of one name are a choice. */
function matchOf(places: readonly Place[]): Match {
  const [place] = places
  const own = new Set(places.flatMap(({ centre }) => centre ?? []))
  const others = places.filter(({ id, kind }) => !own.has(id) && kind !== 'district')
  const districts = places.filter(({ kind }) => kind === 'district')
  const choices = others.length > 1 ? others : others.length === 0 && districts.length > 1 ? districts : []
  return { place: place!, choices }
}
