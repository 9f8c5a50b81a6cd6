import type { TwinLanguage } from './letter-twins.ts'
import { isNoProse } from './no-prose.ts'

/** A word with a digit in the place of a letter. Units: `start` is an index into the text, `odd` are indexes into the word. */
export interface DigitWord {
  word: string
  start: number
  odd: readonly number[]
}

/** Letters around a zero or a three, which look like О and З, with no other digit. */
const digitWord = /(?<![\p{L}\p{M}\d])\p{L}{0,30}[03]\p{L}{1,30}(?![\p{L}\p{M}\d])/gu

/** What follows a zero or a three without a hyphen: endings of `нөл` and `үш`, of Russian ordinals, units. */
const endings = {
  '0': new Set('ге дің ді де ден мен дік ші го му й я е ые ых м мм см км г кг л'.split(' ')),
  '3': new Set('ке тің ті те тен пен тік ші інші еу еуі го му й я е ий ья ье и х ю м мм см км г кг т л га'.split(' ')),
}
/** What stands before a number without a blank: `на3дня`, `м3воды`. Kazakh has no prepositions. */
const prepositions = new Set('в с к о у и а на за по до от из об не ни ст п г'.split(' '))
const units = new Set('м мм см дм км'.split(' '))

/**
 * Finds words with a digit where a letter was meant: `Қа3ақстан`, `ж0ба`, `G0ogle`. Numbers with an ending, formulas, codes
 * and names such as `топ3ке`, `CO2`, `2ГИС` are right.
 */
export function findDigitWords(text: string, languageIn: () => TwinLanguage): DigitWord[] {
  if (!/[03]\p{L}/u.test(text)) return []
  const found = [...text.matchAll(digitWord)].filter(
    ({ 0: word, index }) => !isNoProse(text, index, index + word.length),
  )
  if (found.length === 0) return []
  const lang = languageIn()
  return found.flatMap(({ 0: word, index: start }) => {
    const at = word.search(/[03]/)
    const parts = { before: word.slice(0, at), digit: word[at] as '0' | '3', after: word.slice(at + 1) }
    return isDigitForLetter(parts, lang) ? [{ word, start, odd: [at] }] : []
  })
}

interface Parts {
  before: string
  digit: '0' | '3'
  after: string
}

function isDigitForLetter({ before, digit, after }: Parts, lang: TwinLanguage): boolean {
  const letters = before + after
  // Nobody counts to zero inside a word.
  const mayCount = digit === '3' || before === ''
  if (letters.length < 3 || !isOneCase(letters) || (mayCount && endings[digit].has(after))) return false
  const isCyrillic = /^[\u0400-\u052F]+$/.test(letters)
  if (!isCyrillic && (digit === '3' || !/^[A-Za-z]+$/.test(letters))) return false
  // Codes are short, in capitals, and in letters that all languages have.
  const isCode = letters === letters.toUpperCase() && letters.length < 6 && !/[ӘҒҚҢӨҰҮҺ]/.test(letters)
  if (isCode || digit === '0') return !isCode
  // A three that begins a word counts something: `3айлық`.
  const apart = before.toLowerCase()
  return apart !== '' && !units.has(apart) && (lang === 'kk' || !prepositions.has(apart))
}

/** Whether letters are those of one word: all capitals, or none but the first. */
const isOneCase = (letters: string) => letters === letters.toUpperCase() || /^.\p{Ll}+$/u.test(letters)
