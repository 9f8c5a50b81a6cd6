import { distance } from 'fastest-levenshtein'

/** The keys of a Russian or Kazakh keyboard and those of a Latin one in the same places. */
const cyrillicKeys = 'йцукенгшщзхъфывапролджэячсмитьбю'
const latinKeys = "qwertyuiop[]asdfghjkl;'zxcvbnm,."

/** What would have been typed, had the keyboard been switched to Latin: `сруслы` gives `check`. */
const withLatinLayout = (word: string): string =>
  [...word.toLowerCase()].map((sign) => latinKeys[cyrillicKeys.indexOf(sign)] ?? sign).join('')

/** The known word that was probably meant: begun but not finished, misspelt, or typed on another keyboard. */
export function suggestWord(word: string, known: readonly string[]): string | null {
  const typed = withLatinLayout(word)
  const begun = typed.length >= 2 ? known.filter((one) => one.startsWith(typed)) : []
  if (begun.length === 1) return begun[0]!
  const limit = Math.max(1, Math.floor(typed.length * 0.4))
  let best: { word: string; away: number } | null = null
  for (const one of known) {
    const away = editDistance(typed, one)
    if (away <= limit && away < (best?.away ?? Infinity)) best = { word: one, away }
  }
  return best?.word ?? null
}

/** Letters in another order are one slip of the fingers: `--fxi`. */
const editDistance = (a: string, b: string) => (sorted(a) === sorted(b) ? Math.min(1, distance(a, b)) : distance(a, b))
const sorted = (word: string) => [...word].sort().join('')
