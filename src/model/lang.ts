/**
 * The languages of decks and of messages; where a text lacks one, the earlier ones stand in first. The rest of a language is
 * its folder and its line in `src/languages/languages.ts`.
 */
export const langs = ['kk', 'ru', 'en'] as const

/** The code of a language. */
export type Lang = (typeof langs)[number]

/** The language of a deck without letters, and of messages on a system in another language. */
export const defaultLang: Lang = 'en'

/** The BCP 47 tag of Kazakh in Latin letters. */
export const latinTag = 'kk-Latn'

/** Returns the BCP 47 tag of a language in a document whose Kazakh texts are in Latin letters, or are not. */
export const tagOf = (lang: Lang, latin = false): Lang | typeof latinTag => (latin && lang === 'kk' ? latinTag : lang)

/** A text as an author writes it: one string, or one for each language. */
export type MultilingualText = string | { [L in Lang]?: string }

/** A text in the language of one output. `lang` is the language of the words, which may differ from the deck's. */
export interface LocalizedText {
  text: string
  lang: Lang
}

/** Finds the text of a language in data that may lack it: the first language that has one stands in. */
export const textIn = (texts: { readonly [L in Lang]?: string }, lang: Lang): string =>
  texts[lang] ?? langs.map((one) => texts[one]).find((text) => text !== undefined) ?? ''
