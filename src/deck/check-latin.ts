import { OwnWords } from '../latin/own-words.ts'
import { unofficialWords } from '../latin/to-latin.ts'
import type { LocalizedDeck } from '../model/deck.ts'
import type { Diagnostic } from '../model/diagnostic.ts'

/** The words that a finding names. */
const shownWords = 6

/** Says that Kazakh is written in Latin letters automatically, and which words have letters without an official spelling. */
export function checkLatin(deck: LocalizedDeck): Diagnostic {
  const own = new OwnWords(deck.latin.words)
  const words = new Map<string, string>()
  for (const text of kazakhTexts(deck))
    for (const word of unofficialWords(text, own))
      if (!words.has(word.toLowerCase())) words.set(word.toLowerCase(), word)
  const { start } = deck.latin.range
  const shown = [...words.values()].slice(0, shownWords)
  return {
    code: 'latin-automatic',
    words: shown,
    uncertain: words.size,
    severity: 'info',
    range: { start, end: start + 1 },
  }
}

function* kazakhTexts(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return
  const { text, lang } = value as { text?: unknown; lang?: unknown }
  if (typeof text === 'string' && lang === 'kk') yield text
  else for (const part of Object.values(value)) yield* kazakhTexts(part)
}
