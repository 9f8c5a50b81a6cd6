import { detectTextLanguage } from '../languages/detect-language.ts'
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
 * Reports a slide whose texts are written once, in another language than the edition's. In the deck's only language that
 * is as it should be; numbers and names are the same in every language.
 */
export function untranslatedSlide(plain: readonly PlainText[], slide: Slide, deck: Deck, lang: Lang): Diagnostic[] {
  const promised = deck.langs.includes(lang)
  // The author says that this slide is in one language in all editions.
  if (promised && (deck.langs.length === 1 || slide.lang !== null)) return []
  const told = plain.filter(({ text }) => hasWords(text) && !isName(text))
  const [first] = told
  if (!first) return []
  const joined = told.map(({ text }) => text).join(' ')
  const shown = slide.lang ?? detectTextLanguage(joined, promised ? lang : deck.lang)
  if (shown === lang) return []
  return [{ code: 'slide-untranslated', lang, shown, severity: 'warning', range: first.range, count: told.length }]
}

const hasWords = (text: string) => /\p{L}{2}/u.test(text)

/** Whether a text is up to three words that all begin with a capital, or an address or file name of one word. */
function isName(text: string): boolean {
  const words = text.trim().split(/\s+/, 4)
  if (words.length === 1) return /[.@/:\d]\p{L}/u.test(words[0]!) || /^[^\p{Ll}]+$/u.test(words[0]!)
  return words.length <= 3 && words.every((word) => /^[^\p{L}]*(?:\p{Lu}|$)/u.test(word))
}
