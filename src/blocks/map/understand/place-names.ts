import { kazakhSubstitutes } from '../../../model/kazakh-letters.ts'

/** The meaning of a type word next to a name: `Қарағанды облысы` is a region, `г. Караганда` a city. */
export type PlaceTypeHint = 'region' | 'city' | 'district'

/** The parts of a name. */
export interface ParsedPlaceName {
  /** Without words such as «облысы» or «город». */
  bare: string
  hint: PlaceTypeHint | null
  /** The parts between commas. */
  parts: string[]
  /** One of the parts is a street or a house number. */
  hasStreet: boolean
}

const wordsOfTypes: Readonly<Record<PlaceTypeHint, string>> = {
  region: 'облысы обл область oblysy oblast region province',
  district: 'ауданы аудан район р-н р-он ауд rayon raion district audany',
  city: `қаласы қала қ-сы қ город г гор city town ауылы ауыл а село с пос поселок посёлок п пгт кенті кент аул станция ст
    village`,
}

const typeWords = new Map<string, PlaceTypeHint>()
for (const [hint, words] of Object.entries(wordsOfTypes))
  for (const word of words.split(/\s+/)) typeWords.set(word, hint as PlaceTypeHint)

/** The type that a word next to a name means; undefined for other words. */
const typeOf = (word: string): PlaceTypeHint | undefined => typeWords.get(word.toLowerCase().replace(/\.$/, ''))

const streetPattern =
  /(?:^|[\s.])(?:ул|улица|пр|пр-т|проспект|просп|көшесі|көш|даңғылы|даңғ|street|st|avenue|ave|мкр|микрорайон|ықшамауданы|дом|д|үй|кв|офис)(?:$|[\s.])|^\d+[а-яa-z]?(?:[/-]\d+)?$/iu

/** Parses a name. */
export function parsePlaceName(text: string): ParsedPlaceName {
  const parts = text
    .split(/[,;(]/)
    .map((part) => part.replace(/\)/g, '').trim())
    .filter(Boolean)
  const spaced = (parts[0] ?? '').replace(/^(г|с|п|қ|а|гор|пос)\.(?=\S)/iu, '$1. ')
  let hint: PlaceTypeHint | null = null
  const kept = spaced.split(/\s+/).filter((word) => {
    const found = typeOf(word)
    hint ??= found ?? null
    return found === undefined
  })
  const streets = parts.filter((part) => streetPattern.test(part))
  // A type word without anything else is a name.
  if (kept.length === 0) return { bare: spaced, hint: null, parts, hasStreet: streets.length > 0 }
  return {
    bare: kept.join(' '),
    hint,
    parts: parts.filter((part) => !streets.includes(part)),
    hasStreet: streets.length > 0,
  }
}

/** Returns a name without its type words: «Қарағанды» for «Қарағанды облысы». */
export const bareName = (name: string): string => parsePlaceName(name).bare

/** Lower-case names that are their own key, as most names of the gazetteer are. */
const plainName = /^[a-zа-яәғқңөұүһі]+(?: [a-zа-яәғқңөұүһі]+)*$/

/** The first lookup key: ignores case, ё, hyphens, quotation marks and other signs. */
export function nameKey(name: string): string {
  const lower = name.normalize('NFC').toLowerCase()
  if (plainName.test(lower)) return lower
  return lower
    .replaceAll('ё', 'е')
    .replace(/[«»"“”„'’ʻʼ`.,!?:]/g, '')
    .replace(/[\s\u00a0‐–—-]+/g, ' ')
    .trim()
}

/** Letters that other keyboards lack, with their common replacements. */
const fallbackLetters: Readonly<Record<string, string>> = { ...kazakhSubstitutes, ы: 'и', ı: 'i' }

/** Spellings of one sound in Latin letters. */
const latinSpellings: readonly (readonly [string, string])[] = [
  ['gh', 'g'],
  ['kh', 'h'],
  ['zh', 'j'],
  ['q', 'k'],
  ['w', 'u'],
  ['y', 'i'],
  ['ii', 'i'],
]

/** The second lookup key: also ignores Kazakh letters, Latin diacritics and transliterations, but keeps й. */
export function looseNameKey(name: string): string {
  const key = nameKey(name)
  const bare = key.includes(' ') ? key.split(' ').filter((word) => !typeWords.has(word)) : []
  const plain = (bare.length > 0 ? bare.join(' ') : key).replace(/[әғқңөұүһіыı]/g, (letter) => fallbackLetters[letter]!)
  if (!/[a-z]/.test(plain)) return plain
  const letters = plain
    .normalize('NFD')
    .replace(/(?<=[a-z])[\u0300-\u036f]+/g, '')
    .normalize('NFC')
  return latinSpellings.reduce((all, [from, to]) => all.replaceAll(from, to), letters)
}
