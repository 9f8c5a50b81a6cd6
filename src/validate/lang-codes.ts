import { languages } from '../languages/languages.ts'
import { type Lang, langs } from '../model/lang.ts'
import { normalizeName } from '../model/nearest-name.ts'
import { fieldOfWord } from './field-words.ts'

/** What people write for a language, without a country. */
const codes = new Map(
  langs.flatMap((lang) => [lang, ...languages[lang].spellings].map((code) => [code, lang] as const)),
)

/** Returns the language that a code means, or null if it is none of ours: `kz`, `kk-KZ` and `KAZ` are Kazakh. */
export function parseLangCode(code: string): Lang | null {
  const plain = code.trim().toLowerCase()
  const known = codes.get(plain) ?? codes.get(normalizeName(plain.split(/[-_]/)[0]!))
  return known ?? langs.find((lang) => lang === fieldOfWord(plain, langs)) ?? null
}
