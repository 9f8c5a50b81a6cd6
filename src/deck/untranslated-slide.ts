import { detectShortText, detectTextLanguage } from '../languages/detect-language.ts'
import { languages } from '../languages/languages.ts'
import type { Deck, Slide } from '../model/deck.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Lang } from '../model/lang.ts'
import type { Range } from '../model/source.ts'
import { hasWords, translatableText } from './translatable-text.ts'

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
  const words = plain.flatMap((one) => {
    const text = translatableText(one.text)
    return hasWords(text) ? [{ text, range: one.range }] : []
  })
  const joined = words.map(({ text }) => text).join(' ')
  const ofSlide = slide.lang ?? detectTextLanguage(joined, referenceFor(joined, deck, lang))
  const languageOf = (text: string) => slide.lang ?? shortLanguage(text, referenceFor(text, deck, lang)) ?? ofSlide
  const told = words.filter(({ text }) => languageOf(text) !== lang)
  const [first] = told
  if (!first) return []
  const shown = languageOf(first.text)
  return [{ code: 'slide-untranslated', lang, shown, severity: 'warning', range: first.range, count: told.length }]
}

/** Reports a text of the whole deck, such as its name, that is written once in another language than the edition's. */
export function untranslatedText({ text: written, range }: PlainText, deck: Deck, lang: Lang): Diagnostic[] {
  const promised = deck.langs.includes(lang)
  const text = translatableText(written)
  if ((promised && deck.langs.length === 1) || !hasWords(text)) return []
  const shown = shortLanguage(text, referenceFor(text, deck, lang))
  return shown === null || shown === lang
    ? []
    : [{ code: 'translation-missing', lang, shown, severity: 'warning', range }]
}

/**
 * The language that a text is in unless it shows another: that of the edition, or the deck's own if it is no edition of the deck
 * or the text is in other letters.
 */
function referenceFor(text: string, { lang: first, langs }: Deck, lang: Lang): Lang {
  if (!langs.includes(lang)) return first
  const isForeign = languages[lang].alphabet.script === 'Latin' && isCyrillic(text)
  return isForeign ? (langs.find((one) => languages[one].alphabet.script === 'Cyrillic') ?? lang) : lang
}

const isCyrillic = (text: string) => /[\u0400-\u052f]/.test(text)

/** The language that a text shows by its letters, words or endings; null if it is too short, or only names. */
export function shownLanguage(written: string, deckLang: Lang): Lang | null {
  const text = translatableText(written)
  return hasWords(text) ? shortLanguage(text, deckLang) : null
}

/** The language of one text; null if it has nothing that tells it. One foreign word is a name. */
function shortLanguage(text: string, deckLang: Lang): Lang | null {
  const detected = detectTextLanguage(text, deckLang)
  return detected === deckLang && isCyrillic(text) ? detectShortText(text) : detected
}
