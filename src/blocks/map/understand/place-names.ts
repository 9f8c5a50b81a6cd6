import { kazakhSubstitutes } from '../../../model/kazakh-letters.ts'

/** What a type word beside a name says: `Қарағанды облысы` is a region, `г. Караганда` a city. */
export type PlaceTypeHint = 'region' | 'city' | 'district'

/** A name as people write it, in parts. */
export interface ParsedPlaceName {
  /** Without words such as «облысы» or «город». */
  bare: string
  hint: PlaceTypeHint | null
  /** Between commas. */
  parts: string[]
  /** One of the parts is a street or a house. */
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

/** Takes a name apart. */
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
  // A type word alone is a name after all.
  if (kept.length === 0) return { bare: spaced, hint: null, parts, hasStreet: streets.length > 0 }
  return {
    bare: kept.join(' '),
    hint,
    parts: parts.filter((part) => !streets.includes(part)),
    hasStreet: streets.length > 0,
  }
}

/** A name without its type words: «Қарағанды» of «Қарағанды облысы». */
export const bareName = (name: string): string => parsePlaceName(name).bare

/** How a name is looked up first: case, ё, quotation marks and hyphens make no difference. */
export function nameKey(name: string): string {
  return name
    .normalize('NFC')
    .toLocaleLowerCase('ru')
    .replaceAll('ё', 'е')
    .replace(/[«»"“”„'’ʻʼ`.]/g, '')
    .replace(/[\s\u00a0‐–—-]+/g, ' ')
    .trim()
}

/** Letters that are often replaced on other keyboards, with their replacements. */
const fallbackLetters: Readonly<Record<string, string>> = { ...kazakhSubstitutes, ы: 'и', ı: 'i' }

/** How it is looked up then: Kazakh letters and Latin diacritics make no difference either; й stays й. */
export function looseNameKey(name: string): string {
  return parsePlaceName(nameKey(name))
    .bare.replace(/[әғқңөұүһіыı]/g, (letter) => fallbackLetters[letter]!)
    .normalize('NFD')
    .replace(/(?<=[a-z])[\u0300-\u036f]+/g, '')
    .normalize('NFC')
    .replaceAll('gh', 'g')
}
