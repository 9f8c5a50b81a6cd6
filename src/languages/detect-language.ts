import { type Lang, langs } from '../model/lang.ts'
import type { Language } from './language.ts'
import { languages } from './languages.ts'

type Script = Language['alphabet']['script']

/** The letters that only one language has: by code, 1 more than the index of the language. All are below U+0530. */
const letterOwners = new Uint8Array(0x530)
for (const [i, lang] of langs.entries())
  for (const letter of languages[lang].alphabet.ownLetters) letterOwners[letter.charCodeAt(0)] = i + 1

/** The language of a script in which no letters of another language are found. */
const plainLanguages = new Map<Script, Lang>()
for (const lang of langs) {
  const { script, ownLetters } = languages[lang].alphabet
  if (ownLetters === '' && !plainLanguages.has(script)) plainLanguages.set(script, lang)
}

/** The share of a script's letters that must be a language's own. Kazakh texts are far above it; Russian ones, with Kazakh names, below 1 %. */
const minOwnShare = 0.05

/**
 * Detects the language of texts by their letters: first the script, then the language with enough letters of its own
 * in that script. Returns null if there are no letters.
 */
export function detectLanguage(texts: Iterable<string>): Lang | null {
  const own = new Uint32Array(langs.length + 1)
  let cyrillic = 0
  let latin = 0
  for (const text of texts) {
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i)
      if (isLatin(code)) latin++
      else if (isCyrillic(code)) cyrillic++
      else continue
      if (code > 0x7f) own[letterOwners[code]!]!++
    }
  }
  if (cyrillic + latin === 0) return null
  // A deck in a Latin script may name people and places in Cyrillic letters.
  const [script, letters] = cyrillic < latin / 4 ? (['Latin', latin] as const) : (['Cyrillic', cyrillic] as const)
  const [best] = langs
    .map((lang, i) => [lang, own[i + 1]!] as const)
    .filter(
      ([lang, count]) => languages[lang].alphabet.script === script && count > 0 && count >= minOwnShare * letters,
    )
    .sort((a, b) => b[1] - a[1])
  return best?.[0] ?? plainLanguages.get(script) ?? null
}

const isCyrillic = (code: number) => code >= 0x400 && code <= 0x52f
const isLatin = (code: number) =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0xc0 && code <= 0x24f)

/**
 * Detects the language of a text that is too short for its letters to tell, by words and endings that only one language of
 * the script has. Returns null if there are none, or if they contradict one another.
 */
export function detectShortText(text: string): Lang | null {
  const detected = detectLanguage([text])
  if (detected === null || languages[detected].alphabet.ownLetters !== '') return detected
  const { script } = languages[detected].alphabet
  const told = langs.filter((lang) => languages[lang].alphabet.script === script && languages[lang].signs?.test(text))
  return told.length === 1 ? told[0]! : null
}

/** A shorter text may have no letters of the language's own by chance. */
const minTellingLength = 60

/** Detects the language of a text inside a deck of another language: names and short words count as the deck's own. */
export function detectTextLanguage(text: string, deckLang: Lang): Lang {
  const detected = detectLanguage([text])
  if (detected === null || detected === deckLang) return deckLang
  const { script, ownLetters } = languages[detected].alphabet
  const deck = languages[deckLang].alphabet
  if (script === deck.script) return ownLetters !== '' || text.length >= minTellingLength ? detected : deckLang
  // One Latin word in a Cyrillic text is a name.
  return script === 'Latin' && !/\s/.test(text.trim()) ? deckLang : detected
}
