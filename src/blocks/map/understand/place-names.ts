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

const typeWords: readonly [RegExp, PlaceTypeHint][] = [
  [/^(?:облысы|обл\.?|область|oblysy|oblast|region|province)$/iu, 'region'],
  [/^(?:ауданы|аудан|район|р-н|ауд\.?|district|audany)$/iu, 'district'],
  [
    /^(?:қаласы|қала|қ\.?|город|г\.?|гор\.?|city|town|ауылы|ауыл|а\.|село|с\.|пос\.?|поселок|посёлок|п\.|пгт\.?|кенті|кент|аул|станция|ст\.?|village)$/iu,
    'city',
  ],
]
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
    const found = typeWords.find(([pattern]) => pattern.test(word))?.[1] ?? null
    hint ??= found
    return found === null
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

/** The first lookup key: ignores case, ё, quotation marks and hyphens. */
export function nameKey(name: string): string {
  return name
    .normalize('NFC')
    .toLocaleLowerCase('ru')
    .replaceAll('ё', 'е')
    .replace(/[«»"“”„'’ʻʼ`.]/g, '')
    .replace(/[\s\u00a0‐–—-]+/g, ' ')
    .trim()
}

/** Letters that other keyboards lack, with their common replacements. */
const fallbackLetters: Readonly<Record<string, string>> = { ...kazakhSubstitutes, ы: 'и', ı: 'i' }

/** The second lookup key: also ignores Kazakh letters and Latin diacritics, but keeps й. */
export function looseNameKey(name: string): string {
  return parsePlaceName(nameKey(name))
    .bare.replace(/[әғқңөұүһіыı]/g, (letter) => fallbackLetters[letter]!)
    .normalize('NFD')
    .replace(/(?<=[a-z])[\u0300-\u036f]+/g, '')
    .normalize('NFC')
    .replaceAll('gh', 'g')
}
