import { nearestName } from '../model/nearest-name.ts'

/** The keys of a Russian or Kazakh keyboard and the Latin keys in the same places. */
const cyrillicKeys = 'йцукенгшщзхъфывапролджэячсмитьбю'
const latinKeys = "qwertyuiop[]asdfghjkl;'zxcvbnm,."

/** Returns what the same keys type on a Latin keyboard: `сруслы` gives `check`. */
const withLatinLayout = (word: string): string =>
  [...word.toLowerCase()].map((sign) => latinKeys[cyrillicKeys.indexOf(sign)] ?? sign).join('')

/** Returns the known word that was probably meant: abbreviated, misspelled, or typed with another keyboard layout. */
export function suggestWord(word: string, known: readonly string[]): string | null {
  const typed = withLatinLayout(word)
  const [only, ...others] = typed.length >= 2 ? known.filter((one) => one.startsWith(typed)) : []
  return only !== undefined && others.length === 0 ? only : nearestName(typed, known)
}
