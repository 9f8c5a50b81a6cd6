import { cyrillicWordOf } from './latin-typed-words.ts'
import { type LetterScript, scriptOf, type TwinLanguage } from './letter-twins.ts'
import { isNoProse } from './no-prose.ts'
import { type MixedReading, readMixedWord } from './read-mixed-word.ts'

/** A word with letters of another script. Units: `start` is an index into the text. */
export interface MixedWord extends MixedReading {
  word: string
  start: number
}

/** Letters of both scripts, with accents that combine with them. */
const wordPattern = /(?:[A-Za-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02AF\u0400-\u0481\u048A-\u052F]|[\u0300-\u036F])+/g
const border = /[A-Za-z\u00C0-\u02AF][\u0400-\u052F]|[\u0400-\u052F][A-Za-z\u00C0-\u02AF]/
/** A Cyrillic `е` before a Latin word: `e-mail`, `e-gov`. */
const electronic = /(?<![\p{L}\p{M}])[еЕ](?=-[A-Za-z]{3})/gu
const latinLetter = /[A-Za-z]/
const typedWord = /(?<![A-Za-z])[ABCEHKMOPTX][ABCEHKMOPTXYaceopxy]{4}|(?<![A-Za-z])[ceopx][aceopxy]{4}/

/**
 * Finds words with letters of another script: `қaла` with a Latin `a`, `Exсel` with a Cyrillic `с`, and a few words that are
 * Cyrillic but typed in Latin letters, such as `COBET`.
 *
 * Shape: `languageIn` tells the language of the text, if that matters. In the order of the text. Addresses, file names and formulas are no words.
 */
export function findMixedWords(text: string, languageIn: () => TwinLanguage): MixedWord[] {
  const isTyped = latinLetter.test(text) && typedWord.test(text)
  const single = [...text.matchAll(electronic)].map(({ 0: word, index: start }): MixedWord => {
    return { script: 'Latin', odd: [0], mended: word === 'е' ? 'e' : 'E', word, start }
  })
  if (!isTyped && !border.test(text)) return single
  const runs = [...text.matchAll(wordPattern)].map(({ 0: word, index }) => ({
    word,
    start: index,
    counts: count(word),
  }))
  const sum = { Cyrillic: 0, Latin: 0 }
  for (const { counts } of runs) {
    if (counts.Cyrillic > 0 && counts.Latin > 0) continue
    sum.Cyrillic += counts.Cyrillic
    sum.Latin += counts.Latin
  }
  const around = scriptAround(sum)
  const lang = languageIn()
  const found = runs.flatMap(({ word, start, counts }) => {
    const reading =
      counts.Cyrillic > 0 && counts.Latin > 0
        ? readMixedWord(word, lang, around)
        : around === 'Cyrillic' && counts.Latin > 4
          ? readTypedWord(word)
          : null
    return reading && !isNoProse(text, start, start + word.length) ? [{ ...reading, word, start }] : []
  })
  return single.length === 0 ? found : [...found, ...single].sort((a, b) => a.start - b.start)
}

function count(word: string) {
  const counts = { Cyrillic: 0, Latin: 0 }
  for (const letter of word) {
    const script = scriptOf(letter)
    if (script) counts[script]++
  }
  return counts
}

/** The script of a text: that of twice as many letters as of the other; null if there is none. */
const scriptAround = ({ Cyrillic, Latin }: Record<LetterScript, number>): LetterScript | null =>
  Cyrillic > 2 * Latin ? 'Cyrillic' : Latin > 2 * Cyrillic ? 'Latin' : null

function readTypedWord(word: string): MixedReading | null {
  const mended = cyrillicWordOf(word)
  if (mended === null) return null
  return { script: 'Cyrillic', odd: [...word].map((_, i) => i), mended }
}

/** Returns a word with its odd letters in square brackets: `қ[a]ла`. */
export function markOddLetters({ word, odd }: Pick<MixedWord, 'word' | 'odd'>): string {
  const isOdd = new Set(odd)
  let marked = ''
  for (let i = 0; i < word.length; i++) {
    if (isOdd.has(i) && !isOdd.has(i - 1)) marked += '['
    marked += word[i]
    if (isOdd.has(i) && !isOdd.has(i + 1)) marked += ']'
  }
  return marked
}
