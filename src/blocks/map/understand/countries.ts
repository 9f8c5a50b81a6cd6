import type { Lang } from '../../../model/lang.ts'
import { langs } from '../../../model/lang.ts'
import { looseNameKey, nameKey } from './place-names.ts'

/** Common names besides the official ones. */
const aliases: Readonly<Record<string, string>> = {
  рф: 'RU',
  'российская федерация': 'RU',
  сша: 'US',
  ақш: 'US',
  usa: 'US',
  uk: 'GB',
  англия: 'GB',
  оаэ: 'AE',
  бәә: 'AE',
  кнр: 'CN',
  қхр: 'CN',
  киргизия: 'KG',
  туркмения: 'TM',
  белоруссия: 'BY',
  корея: 'KR',
  'south korea': 'KR',
  türkiye: 'TR',
  czechia: 'CZ',
}

/** Names as written in Kazakhstan, if the data of the language differ. */
const localNames: Readonly<Record<string, Partial<Record<Lang, string>>>> = { KG: { ru: 'Кыргызстан' } }

const worldNames: ReadonlySet<string> = new Set([
  'әлем',
  'дүние жүзі',
  'дүниежүзі',
  'мир',
  'весь мир',
  'world',
  'the world',
])

/** Whether a text means the whole world. */
export const isWorld = (text: string): boolean => worldNames.has(nameKey(text))

/** Countries by their names in all languages, built on first use. */
export class Countries {
  readonly #codes: readonly string[]
  readonly #names = new Map<Lang, Intl.DisplayNames>()
  #index: Map<string, string> | null = null

  constructor(codes: readonly string[]) {
    this.#codes = codes
  }

  /** Returns the code of a country; null if the text names none. */
  find(text: string): string | null {
    this.#index ??= this.#buildIndex()
    if (/^[A-Z]{2}$/.test(text.trim()) && this.#codes.includes(text.trim())) return text.trim()
    return aliases[nameKey(text)] ?? this.#index.get(nameKey(text)) ?? this.#index.get(looseNameKey(text)) ?? null
  }

  name(code: string, lang: Lang): string {
    const own = localNames[code]?.[lang]
    if (own !== undefined) return own
    let names = this.#names.get(lang)
    if (!names) this.#names.set(lang, (names = new Intl.DisplayNames([lang], { type: 'region' })))
    return names.of(code) ?? code
  }

  #buildIndex(): Map<string, string> {
    const index = new Map<string, string>()
    for (const code of this.#codes) {
      for (const lang of langs) {
        const name = this.name(code, lang)
        index.set(nameKey(name), code)
        if (!index.has(looseNameKey(name))) index.set(looseNameKey(name), code)
      }
    }
    return index
  }
}
