import { detectShortText, detectTextLanguage } from '../languages/detect-language.ts'
import type { Deck, Slide } from '../model/deck.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Lang } from '../model/lang.ts'
import type { Range } from '../model/source.ts'

/** A text that is written once, in no language in particular. */
export interface PlainText {
  text: string
  range: Range
}

/**
 * Reports a slide with texts that are written once, in another language than the edition's, as far as their letters, words or
 * endings show it. In the deck's only language that is as it should be; numbers and names are the same in every language.
 */
export function untranslatedSlide(plain: readonly PlainText[], slide: Slide, deck: Deck, lang: Lang): Diagnostic[] {
  const promised = deck.langs.includes(lang)
  // The author says that this slide is in one language in all editions.
  if (promised && (deck.langs.length === 1 || slide.lang !== null)) return []
  const words = plain.filter(({ text }) => hasWords(text) && !isName(text))
  const joined = words.map(({ text }) => text).join(' ')
  const ofSlide = slide.lang ?? detectTextLanguage(joined, promised ? lang : deck.lang)
  const languageOf = (text: string) => slide.lang ?? shortLanguage(text, promised ? lang : deck.lang) ?? ofSlide
  const told = words.filter(({ text }) => languageOf(text) !== lang)
  const [first] = told
  if (!first) return []
  const shown = languageOf(first.text)
  return [{ code: 'slide-untranslated', lang, shown, severity: 'warning', range: first.range, count: told.length }]
}

/** Reports a text of the whole deck, such as its name, that is written once in another language than the edition's. */
export function untranslatedText({ text, range }: PlainText, deck: Deck, lang: Lang): Diagnostic[] {
  const promised = deck.langs.includes(lang)
  if ((promised && deck.langs.length === 1) || !hasWords(text) || isName(text)) return []
  const shown = shortLanguage(text, promised ? lang : deck.lang)
  return shown === null || shown === lang
    ? []
    : [{ code: 'translation-missing', lang, shown, severity: 'warning', range }]
}

/** The language of one text; null if it has nothing that tells it. One foreign word is a name. */
function shortLanguage(text: string, deckLang: Lang): Lang | null {
  const detected = detectTextLanguage(text, deckLang)
  return detected === deckLang && /[\u0400-\u04ff]/.test(text) ? detectShortText(text) : detected
}

const hasWords = (text: string) => /\p{L}{2}/u.test(text)

/** Whether a text is up to three words that all begin with a capital, or an address or file name of one word. */
function isName(text: string): boolean {
  const words = text.trim().split(/\s+/, 4)
  if (words.length === 1) return /[.@/:\d]\p{L}/u.test(words[0]!) || /^[^\p{Ll}]+$/u.test(words[0]!)
  return words.length <= 3 && words.every((word) => /^[^\p{L}]*(?:\p{Lu}|$)/u.test(word))
}
