import type { Lang } from '../model/lang.ts'
import { fold } from './nearest.ts'

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
export function langMeant(code: string): Lang | null {
  const plain = code.trim().toLowerCase()
  return codes[plain] ?? codes[fold(plain.split(/[-_]/)[0]!)] ?? null
}
