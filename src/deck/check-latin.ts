import { OwnWords } from '../latin/own-words.ts'
import { unofficialWords } from '../latin/to-latin.ts'
import type { Deck, LocalizedDeck } from '../model/deck.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Lang, LocalizedText } from '../model/lang.ts'

/** The words that a finding names. */
const shownWords = 6

/**
 * Says that Kazakh is written in Latin letters automatically, and which words have letters without an official spelling; or
 * that there is no Kazakh text.
 */
export function checkLatin(deck: LocalizedDeck): Diagnostic {
  const own = new OwnWords(deck.latin.words)
  const words = new Map<string, string>()
  const texts = [...textsIn(deck)]
  const kazakh = texts.filter(({ lang }) => lang === 'kk')
  const other = texts.find(({ lang }) => lang !== 'kk')
  if (kazakh.length === 0 && other) return latinUnused(deck, other.lang)
  for (const { text } of kazakh)
    for (const word of unofficialWords(text, own))
      if (!words.has(word.toLowerCase())) words.set(word.toLowerCase(), word)
  const shown = [...words.values()].slice(0, shownWords)
  return { code: 'latin-automatic', words: shown, uncertain: words.size, severity: 'info', range: placeOf(deck) }
}

/** Says that nothing is written in Latin letters, since the slides are in a language other than Kazakh. */
export function latinUnused(deck: Pick<Deck, 'langs' | 'latin'>, lang: Lang): Diagnostic {
  const hasKazakh = lang !== 'kk' && deck.langs.includes('kk')
  return { code: 'latin-unused', lang, hasKazakh, severity: 'warning', range: placeOf(deck) }
}

const placeOf = ({ latin: { range } }: Pick<Deck, 'latin'>) => ({ start: range.start, end: range.start + 1 })

/** The texts with letters. */
function* textsIn(value: unknown): Generator<LocalizedText> {
  if (typeof value !== 'object' || value === null) return
  const { text, lang } = value as Partial<LocalizedText>
  if (typeof text !== 'string' || lang === undefined) for (const part of Object.values(value)) yield* textsIn(part)
  else if (/\p{L}/u.test(text)) yield { text, lang }
}
