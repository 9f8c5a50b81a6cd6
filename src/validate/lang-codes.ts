import type { Lang } from '../model/lang.ts'
import { normalizeName } from './field-names.ts'

/** What people write for a language. Shape: folded, without a country. */
const codes: Readonly<Record<string, Lang>> = {
  kk: 'kk',
  kz: 'kk',
  kaz: 'kk',
  kazakh: 'kk',
  қазақша: 'kk',
  ru: 'ru',
  rus: 'ru',
  russian: 'ru',
  русский: 'ru',
  en: 'en',
  eng: 'en',
  english: 'en',
}

/** The language that a code means: `kz`, `kk-KZ` and `KAZ` are Kazakh. Null where it means none of ours. */
export function parseLangCode(code: string): Lang | null {
  const plain = code.trim().toLowerCase()
  return codes[plain] ?? codes[normalizeName(plain.split(/[-_]/)[0]!)] ?? null
}
