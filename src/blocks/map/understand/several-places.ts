import type { Gazetteer, GeoPlace } from './gazetteer.ts'
import { parseMapQuery } from './map-query.ts'
import { parsePlaceName } from './place-names.ts'

/** The longest text that is searched for several places. */
const longest = 2000

/** Signs and words that stand between places, never inside the name of one. */
const separators = /[;\n→]|->| (?:және|мен|и|and|&) /

/**
 * Splits a text that names several places, each to be marked: `Астана, Алматы`, `Астана; Алматы`, `Астана → Алматы`.
 * Shape: one part if the text names one place, such as a town with its region or a street.
 */
export function splitPlaces(text: string, gazetteer: Gazetteer): string[] {
  if (text.length > longest || parseMapQuery(text).kind !== 'text') return [text]
  const whole = gazetteer.find(text)
  const parts = partsOf(text, separators)
  const [first] = parts
  if (first === undefined || (parts.length === 1 && first !== text.trim())) return [text]
  // Words such as «и» may belong to one name.
  const divided = parts.length > 1 && !(whole && !/[;\n→,]|->/.test(text))
  return divided ? parts.flatMap((part) => splitAtCommas(part, gazetteer)) : splitAtCommas(text, gazetteer)
}

const partsOf = (text: string, separator: RegExp | string): string[] =>
  text
    .split(separator)
    .map((part) => part.trim())
    .filter(Boolean)

/** Commas stand between places if at least two parts are towns, none of which needs the next part to be told apart. */
function splitAtCommas(text: string, gazetteer: Gazetteer): string[] {
  const parts = partsOf(text, ',')
  const found = parts.map((part) => gazetteer.find(part))
  const towns = found.filter((match) => match && isTown(match.place))
  const qualified = parts.length === 2 && found[0] && found[0].choices.length > 1
  const hasArea = found.some((match) => match && !isTown(match.place)) || parts.some(isQualifier)
  return towns.length >= 2 && !qualified && !hasArea ? parts : [text]
}

const isStreet = (part: string) => parsePlaceName(part).hasStreet

/** A street or a region says where the town before it is. */
const isQualifier = (part: string) => isStreet(part) || parsePlaceName(part).hint === 'region'

const isTown = ({ kind }: GeoPlace): boolean =>
  kind === 'city-of-republican-significance' || kind === 'regional-centre' || kind === 'city' || kind === 'town'

/** The parts between commas of a text that no place has for a name: streets, houses, and what is misspelled. */
export function unreadParts(text: string, gazetteer: Gazetteer): string[] {
  const parts = partsOf(text, ',')
  return parts.length < 2 ? [] : parts.filter((part) => isStreet(part) || gazetteer.find(part) === null)
}

/** Returns the only region that a part after a comma names with its type word: «Семей, Шымкент облысы». */
export function regionNamedIn(text: string, gazetteer: Gazetteer): GeoPlace | null {
  const parts = partsOf(text, ',').filter((part) => parsePlaceName(part).hint === 'region')
  return parts.length === 1 && parts[0] !== text.trim() ? gazetteer.findRegion(parts[0]!) : null
}
