import type { Lang } from '../../../model/lang.ts'

/** A region with the most or the least, as a sentence names it. */
export interface Extreme {
  name: string
  value: string
}

/** What a map says in the language of its deck. Sentences are whole: no scraps are glued. */
export interface MapWords {
  lang: Lang
  /** Titles, where the author gave none. */
  mapOf(place: string): string
  mapOfWorld: string
  plainMap: string
  /** Sentences of the description. `more` is how many are left out. */
  marked(names: readonly string[], more: number): string
  highlighted(names: readonly string[], more: number): string
  values(regions: number, most: Extreme, least: Extreme): string
  categories(regions: number, categories: readonly string[]): string
  shapes(count: number): string
  nearPlace(place: string, km: string): string
  /** The link to an online map. */
  open: string
  openIn(provider: string): string
  qr(host: string): string
  coordinates(lat: number, lng: number): string
  km(figure: string): string
  noData: string
  /** In the legend of circles. */
  circles: string
  source(text: string): string
  placesCredit: string
  basemapCredit: string
  /** Before names that are on no map. */
  unplaced(names: readonly string[]): string
  table: { region: string; place: string; value: string; kind: string }
}

const numberFormats = new Map<string, Intl.NumberFormat>()

/** A figure as the language writes it: `1 134,9`, with a no-break space. */
export function formatNumber(value: number, lang: Lang): string {
  const locale = { kk: 'kk-KZ', ru: 'ru-RU', en: 'en' }[lang]
  let format = numberFormats.get(locale)
  if (!format) numberFormats.set(locale, (format = new Intl.NumberFormat(locale, { maximumFractionDigits: 6 })))
  return format.format(value).replace('-', '−')
}

/** A part of an angle with four digits, about 10 m. */
export const formatDegrees = (value: number, lang: Lang): string =>
  new Intl.NumberFormat({ kk: 'kk-KZ', ru: 'ru-RU', en: 'en' }[lang], { maximumFractionDigits: 4 }).format(
    Math.abs(value),
  )

const listFormats = new Map<Lang, Intl.ListFormat>()

/** "a, b and c", with what is left out counted by the sentence around it. */
export function formatList(names: readonly string[], lang: Lang): string {
  let format = listFormats.get(lang)
  if (!format) listFormats.set(lang, (format = new Intl.ListFormat(lang, { type: 'conjunction' })))
  return format.format(names)
}
