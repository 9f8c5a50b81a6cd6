import type { Lang } from './lang.ts'

const kazakhOnly = new Set([...'ӘәҒғҚқҢңӨөҰұҮүҺһІі'].map((letter) => letter.charCodeAt(0)))

/**
 * The language of texts, by their letters: Kazakh where 5 % or more of the Cyrillic letters are Kazakh-only ones
 * (Russian texts hold under 1 %, in names), Russian where they are not; English where few letters are Cyrillic.
 * Null where there are no letters of either alphabet.
 */
export function detectLanguage(texts: Iterable<string>): Lang | null {
  let kazakh = 0
  let cyrillic = 0
  let latin = 0
  for (const text of texts) {
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i)
      if (isLatin(code)) latin++
      else if (code >= 0x400 && code <= 0x52f) {
        cyrillic++
        if (kazakhOnly.has(code)) kazakh++
      }
    }
  }
  if (cyrillic + latin === 0) return null
  // An English deck names people and places in Cyrillic letters, too.
  if (cyrillic < latin / 4) return 'en'
  return kazakh >= 0.05 * cyrillic ? 'kk' : 'ru'
}

const isLatin = (code: number) =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0xc0 && code <= 0x24f)
