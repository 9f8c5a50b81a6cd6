import { type GeoPlace, isSettlement } from './gazetteer.ts'
import { parsePlaceName } from './place-names.ts'

/** Returns the places that a name may mean, likeliest first. */
export type FindCandidates = (name: string) => readonly GeoPlace[]

/** The place that a text means. */
export interface PlaceReading {
  /** Null if several places have the name, and none is likelier than the others. */
  place: GeoPlace | null
  /** The places that have the name, if there are several. */
  choices: readonly GeoPlace[]
  /** The parts of the text that name no place: a street, a house, an unknown name. */
  unread: readonly string[]
  /** A place that is written next to it but does not contain it. */
  contradicted: GeoPlace | null
}

/** Longer texts are no names of places. Units: letters; words of one part. */
const longest = { text: 2000, words: 8 }

/**
 * Reads a text that names one place, with the region, the district or the country that it is in, and a street:
 * «Қаскелең, Қарасай ауданы, Алматы облысы», «г. Алматы, ул. Абая, 52», «Аркалык Костанайская область».
 * Null if no part of it is known.
 */
export function readPlace(text: string, candidates: FindCandidates): PlaceReading | null {
  if (text.length > longest.text) return null
  const whole = candidates(text)
  if (whole.length > 0) return { ...choosePlace(whole), unread: [], contradicted: null }
  const parts = partsOfPlace(text, candidates)
  const unread = parts.filter((part) => candidates(part).length === 0)
  const known = parts.map(candidates).filter((places) => places.length > 0)
  if (known.length === 0) return null
  const fitting = known.flatMap((places, i) =>
    places.filter((place) => known.every((others, j) => i === j || others.some((other) => agrees(other, place)))),
  )
  const innermost = fitting.filter((place) => !fitting.some((other) => contains(place, other)))
  if (innermost.length > 0) return { ...choosePlace(innermost), unread, contradicted: null }
  const main = known.find(([first]) => isSettlement(first!)) ?? known[0]!
  const chosen = choosePlace(main)
  const [wrong] = known.flatMap((places) => {
    const elsewhere = places !== main && !places.some((other) => chosen.place && agrees(other, chosen.place))
    return elsewhere ? [places.find((one) => !isSettlement(one)) ?? places[0]!] : []
  })
  return { ...chosen, unread, contradicted: wrong ?? null }
}

/** Splits a text at commas, and, where that leaves words that are no place, between the places that are written there. */
export function partsOfPlace(text: string, candidates: FindCandidates): string[] {
  const parts = text
    .split(/[,;(]/)
    .map((part) => part.replaceAll(')', '').trim())
    .filter(Boolean)
  const withStreet = parts.length === 1
  return parts.flatMap((part) =>
    candidates(part).length > 0 ? [part] : (splitWords(part, candidates, withStreet) ?? [part]),
  )
}

/** Words that follow the name of a street, so that a name before them is no town. */
const afterStreet = /^(?:көшесі|көш|даңғылы|даңғ|алаңы|ықшамауданы|street|st|avenue|ave)(?![\p{L}\d])/iu

/** Splits words without a comma: a place inside another one, or a town and a street. */
function splitWords(part: string, candidates: FindCandidates, withStreet: boolean): string[] | null {
  const words = part.split(/\s+/)
  if (words.length < 2 || words.length > longest.words) return null
  for (let end = words.length - 1; end > 0; end--) {
    const [head, tail] = [words.slice(0, end).join(' '), words.slice(end).join(' ')]
    const heads = candidates(head)
    if (heads.length === 0) continue
    const rest = candidates(tail).length > 0 ? [tail] : splitWords(tail, candidates, false)
    if (rest?.some((one) => areRelated(heads, candidates(one)))) return [head, ...rest]
    const isStreet = withStreet && parsePlaceName(tail).hasStreet && !afterStreet.test(tail)
    if (isStreet && heads.some(isSettlement)) return [head, tail]
  }
  const lastWord = words.at(-1)!
  const street = words.slice(0, -1).join(' ')
  return withStreet && parsePlaceName(street).hasStreet && candidates(lastWord).some(isSettlement)
    ? [street, lastWord]
    : null
}

/** Whether one of the first places contains one of the others, or the other way round. */
export const areRelated = (some: readonly GeoPlace[], others: readonly GeoPlace[]): boolean =>
  some.some((one) => others.some((other) => one.id === other.id || contains(one, other) || contains(other, one)))

const agrees = (other: GeoPlace, place: GeoPlace) => other.id === place.id || contains(other, place)

/** Whether a place lies in another one. Which district a town is in is not known, only its region. */
function contains(outer: GeoPlace, inner: GeoPlace): boolean {
  if (outer.id === inner.id) return false
  if (outer.kind === 'country') return (inner.country ?? 'KZ') === outer.id && inner.kind !== 'country'
  if (inner.region === undefined) return false
  if (outer.kind === 'district')
    return inner.region === outer.region && (inner.kind === 'city' || inner.kind === 'town')
  const isCity = outer.kind === 'regional-centre' && inner.kind === 'district'
  return outer.id === inner.region || (isCity && outer.region === inner.region)
}

/**
 * Chooses the likeliest of several places of one name. A region and its own centre are distinguished by their order, and
 * so are a country and its capital; towns go before cities abroad, and those before districts.
 */
export function choosePlace(places: readonly GeoPlace[]): Pick<PlaceReading, 'place' | 'choices'> {
  const [place] = places
  const centres = new Set(places.flatMap(({ centre }) => centre ?? []))
  const districts = places.filter(({ kind }) => kind === 'district')
  const abroad = places.filter(({ kind }) => kind === 'world-city')
  const main = places.filter(({ id, kind }) => kind !== 'district' && kind !== 'world-city' && !centres.has(id))
  const equals = [main, abroad, districts].find(({ length }) => length > 0) ?? []
  if (equals.length < 2) return { place: place ?? null, choices: [] }
  return { place: equals === districts ? null : place!, choices: equals }
}
