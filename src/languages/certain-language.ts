import type { Lang } from '../model/lang.ts'
import { detectShortText } from './detect-language.ts'
import { languages } from './languages.ts'

/** What a text in one language may hold of another: quotations, remarks in brackets, addresses, file names. */
const quoted = /«[^«»]*»|“[^“”]*”|"[^"]*"|\([^()]*\)/g
const address = /[@/_\\]|\.[A-Za-z\d]{2,5}[,;:!?)]*$/
const word = /[\p{L}\p{M}]+(?:[-’'][\p{L}\p{M}]+)*/gu

/** Words without which there is hardly an English or Russian sentence, and which no other language of a deck has. */
const englishWords = new Set(
  'the of and in to for is are with on we our you your it this that from by at be was were has have will not as an or who what how'.split(
    ' ',
  ),
)
const smallWords = new Set('the of and in to for on with at by from a an'.split(' '))
const russianWords = new Set(
  'и в на с для по из от что это как при за до о об к у мы наш наша наши не или также чтобы который которые все его ее их был была были будет без под над между через после'.split(
    ' ',
  ),
)

/**
 * Returns the language of a text if there can be no doubt; else null. Names, numbers, abbreviations, single words, and texts
 * that read the same in two languages have none.
 */
export function certainLanguage(text: string): Lang | null {
  const words = wordsOf(text)
  const common = words.filter((one) => !/^\p{Lu}/u.test(one) && one.length > 1)
  if (words.length < 3 || common.length < 2) return null
  const letters = words.join('')
  const cyrillic = letters.replace(/[^\u0400-\u052F]/g, '').length
  const latin = letters.replace(/[^A-Za-z]/g, '').length
  if (latin > 4 * cyrillic) return words.length > 3 && isEnglish(common) ? 'en' : null
  if (cyrillic <= 4 * latin) return null
  return certainCyrillic(words, common)
}

/** Names in several words have small words too, and all others with a capital: `Best of the Best`. */
const isEnglish = (common: readonly string[]) =>
  has(common, englishWords) >= 2 && common.some((one) => !smallWords.has(one))

function certainCyrillic(words: readonly string[], common: readonly string[]): Lang | null {
  const kazakh = common.filter(hasKazakhLetter).length
  const russian = words.filter((one) => russianWords.has(one)).length
  if (russian === 0 && kazakh > 1 && kazakh >= common.length / 4) return 'kk'
  const isRussian =
    russian > 0 && kazakh === 0 && detectShortText(words.filter((one) => !hasKazakhLetter(one)).join(' ')) === 'ru'
  return isRussian && (russian > 1 || words.length > 4) ? 'ru' : null
}

/** Whether a text is in Cyrillic letters, names apart: no English text is. */
export function isCyrillicText(text: string): boolean {
  const words = wordsOf(text)
  const cyrillic = words.filter((one) => /^[\u0400-\u052F-]+$/.test(one))
  return (
    cyrillic.length > 1 &&
    cyrillic.length >= 0.8 * words.length &&
    cyrillic.some((one) => one.length > 2 && !/^\p{Lu}/u.test(one))
  )
}

/** The words of a text, without what it quotes. A text of one quotation is a name. */
function wordsOf(text: string): string[] {
  const parts = text.replace(quoted, ' ').split(/\s+/)
  return parts.filter((part) => !address.test(part)).flatMap((part) => [...part.matchAll(word)].map(([one]) => one))
}
const has = (words: readonly string[], known: ReadonlySet<string>) =>
  new Set(words.filter((one) => known.has(one))).size
const own = new Set(languages.kk.alphabet.ownLetters)
const hasKazakhLetter = (one: string) => [...one].some((letter) => own.has(letter))
