/** The scripts whose letters look alike. */
export type LetterScript = 'Cyrillic' | 'Latin'

/** Cyrillic letters and the Latin ones that look the same in print. */
const pairs = 'аa сc еe оo рp хx уy ѕs јj һh іi әə өɵ ёë АA ВB СC ЕE НH ІI КK МM ОO РP ТT ХX УY ЅS ЈJ ӘƏ ӨƟ ЁË'.split(
  ' ',
)

const toLatin = new Map(pairs.map(([cyrillic, latin]) => [cyrillic!, latin!]))
const toCyrillic = new Map(pairs.map(([cyrillic, latin]) => [latin!, cyrillic!]))

/** Letters that neither Kazakh nor Russian has, so that nobody meant them. */
for (const letter of 'sjSJ') toCyrillic.delete(letter)
/** Letters that no Latin word in a deck has. */
for (const letter of 'әөёӘӨЁ') toLatin.delete(letter)

/** The language of a text as far as it decides which letters look alike in it; null if it does not show. */
export type TwinLanguage = 'kk' | 'ru' | null

/** Returns the letter of the other script that looks the same, and was meant in this language; null if there is none. */
export function twinOf(letter: string, lang: TwinLanguage): string | null {
  if (scriptOf(letter) === 'Cyrillic') return toLatin.get(letter) ?? null
  // A capital Y looks like the Kazakh Ү, too, and Russian has no letter like these.
  if (lang !== 'ru' && letter === 'Y') return null
  if (lang === 'ru' && 'ihəɵƏƟ'.includes(letter)) return null
  return toCyrillic.get(letter) ?? null
}

/** Returns the script of a letter; null for anything else, such as accents that combine with a letter. */
export function scriptOf(letter: string): LetterScript | null {
  const code = letter.charCodeAt(0)
  if (code >= 0x400 && code <= 0x52f) return 'Cyrillic'
  return (code >= 0x300 && code <= 0x36f) || Number.isNaN(code) ? null : 'Latin'
}
