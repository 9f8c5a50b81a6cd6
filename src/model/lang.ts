/** The languages of decks and of messages. */
export type Lang = 'kk' | 'ru' | 'en'

export const langs: readonly Lang[] = ['kk', 'ru', 'en']

/** A text as an author writes it: one string, or one a language. */
export type MultilingualText = string | { [L in Lang]?: string }

/** A text in the language of one output. `lang` is what the words are in, which may differ from the deck's. */
export interface LocalizedText {
  text: string
  lang: Lang
}
