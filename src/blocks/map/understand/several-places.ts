import { type GeoPlace, isSettlement } from './gazetteer.ts'
import { parseMapQuery } from './map-query.ts'
import { parsePlaceName } from './place-names.ts'
import { areRelated, choosePlace, type FindCandidates, partsOfPlace, readPlace } from './read-place.ts'

/** The longest text that is searched for several places. */
const longest = 2000

/** Signs that stand between places, never inside the name of one; words and dashes may also belong to a name. */
const separators = { always: /[;\n→]|->/, maybe: / (?:және|мен|и|and|&|\/|[–—-]) / }

/**
 * Splits a text that names several places, each to be marked: `Астана, Алматы`, `Астана; Алматы`, `Астана → Алматы`.
 * Shape: one part if the text names one place, such as a town with its region or a street.
 */
export function splitPlaces(text: string, candidates: FindCandidates): string[] {
  if (text.length > longest || parseMapQuery(text).kind !== 'text' || candidates(text).length > 0) return [text]
  const places = partsOf(text, separators.always).flatMap((part) => {
    const smaller = partsOf(part, separators.maybe)
    const divided = smaller.length > 1 && smaller.every((one) => readPlace(one, candidates))
    return (divided ? smaller : [part]).flatMap((one) => splitAtCommas(one, candidates))
  })
  return places.length > 1 ? places : [text]
}

const partsOf = (text: string, separator: RegExp): string[] =>
  text
    .split(separator)
    .map((part) => part.replace(/^,|,$/g, '').trim())
    .filter(Boolean)

/** The parts between commas that belong to one place. */
interface Group {
  parts: string[]
  /** The places that each known part may mean. */
  known: (readonly GeoPlace[])[]
}

/** Commas stand between places if at least two parts are places that do not lie in one another. */
function splitAtCommas(text: string, candidates: FindCandidates): string[] {
  const groups: Group[] = []
  for (const part of partsOfPlace(text, candidates)) {
    const places = candidates(part)
    const last = groups.at(-1)
    const isStreet = places.length === 0 && (parsePlaceName(part).hasStreet || /\d/.test(part))
    if (last && (isStreet || (places.length > 0 && belongs(part, places, last.known)))) {
      last.parts.push(part)
      if (places.length > 0) last.known.push(places)
    } else groups.push({ parts: [part], known: places.length > 0 ? [places] : [] })
  }
  const several = groups.filter(({ known }) => known.length > 0).length > 1
  return several ? groups.map(({ parts }) => parts.join(', ')) : [text]
}

/** Whether a part says more about the place before it. */
function belongs(part: string, places: readonly GeoPlace[], group: Group['known']): boolean {
  if (group.length === 0) return true
  const isArea = !isSettlement(places[0]!) || parsePlaceName(part).hint === 'region'
  const before = group.filter((one) => one.some(isSettlement))
  // A region after a town says where it is, even if it is wrong; a second town does if it tells two of one name apart.
  if (isArea) return before.length > 0 ? group.length === 1 || related(places, group) : related(places, group)
  if (before.length === 0) return related(places, group)
  return before.some((towns) => choosePlace(towns).choices.length > 1 && areRelated(places, towns))
}

const related = (places: readonly GeoPlace[], group: Group['known']) => group.some((one) => areRelated(places, one))
