import type { Lang } from '../model/lang.ts'

type PluralForms = { other: string } & Partial<Record<'zero' | 'one' | 'two' | 'few' | 'many', string>>

/** Counts a noun as the language does: 3 with the Russian forms `слайд`, `слайда`, `слайдов` gives "3 слайда". */
export const pluralizer = (locale: string, forms: PluralForms) => {
  // Created on first use: it takes longer than the rest of a language.
  let rules: Intl.PluralRules | undefined
  return (n: number) => {
    rules ??= new Intl.PluralRules(locale)
    return `${formatNumber(n, locale)} ${forms[rules.select(n)] ?? forms.other}`
  }
}

/** Lists words as the language does: "a, b or c" by `disjunction`, "a, b and c" by `conjunction`. */
export const listFormatter = (locale: string, type: 'conjunction' | 'disjunction') => {
  let format: Intl.ListFormat | undefined
  return (words: readonly string[]) => {
    format ??= new Intl.ListFormat(locale, { type })
    return format.format(words)
  }
}

/**
 * Writes a size with the unit that suits it: "12 kB", "1.5 MB". A part of a unit is rounded up, so that a file that is
 * too large never seems to be exactly at its limit.
 *
 * Units: `bytes`; 1 MB is 10^6 bytes. `units` are the language's kB, MB, GB.
 */
export const sizeFormatter = (locale: string, [kilo, mega, giga]: readonly [string, string, string]) => {
  const tenths = (n: number) => formatNumber(Math.ceil(n * 10) / 10, locale)
  return (bytes: number) => {
    if (bytes < 999_500) return `${Math.ceil(bytes / 1e3)} ${kilo}`
    return bytes < 1e9 ? `${tenths(bytes / 1e6)} ${mega}` : `${tenths(bytes / 1e9)} ${giga}`
  }
}

/** Writes a number with this many digits after the decimal mark: `4,0`. */
export const formatFixed = (value: number, digits: number, locale: string): string =>
  new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits })
    .format(value)
    .replace('-', '−')

const numberFormats = new Map<string, Intl.NumberFormat>()

/** Writes a number as the language does, with a minus sign and no-break spaces: `−1 134,9`. */
export function formatNumber(value: number, locale: string): string {
  // Most counts are small, the same in every language, and faster without `Intl`.
  if (Number.isInteger(value) && value >= 0 && value < 1000) return String(value)
  let format = numberFormats.get(locale)
  if (!format) numberFormats.set(locale, (format = new Intl.NumberFormat(locale, { maximumFractionDigits: 6 })))
  return format.format(value).replace('-', '−')
}

/** Writes the size of an angle with four decimals, which is about 10 m on the globe. */
export const formatDegrees = (value: number, locale: string): string =>
  formatNumber(Math.round(Math.abs(value) * 1e4) / 1e4, locale)

/** The name of a language in another one: `languageName('ru', 'en')` is "Russian". */
export const languageName = (lang: Lang, locale: string): string =>
  new Intl.DisplayNames([locale], { type: 'language' }).of(lang) ?? lang

/** A text in some languages, as it is written in a deck: `{ "kk": "…", "ru": "…" }`. */
export const inLanguages = (langs: readonly Lang[]): string => `{ ${langs.map((lang) => `"${lang}": "…"`).join(', ')} }`
