/** A word of a line. Units: UTF-16 offsets into the line. */
export interface Word {
  text: string
  from: number
  to: number
}

/** Splits a line into its words, at spaces of all kinds. */
export function wordsOf(line: string): Word[] {
  const words: Word[] = []
  for (const { 0: text, index } of line.matchAll(/[^\s]+/g)) words.push({ text, from: index, to: index + text.length })
  return words
}

/** Units and words of magnitude that belong to a number even if nothing separates them from its label. */
const units = new Set(
  (
    '% ‰ ₸ ₽ $ € £ ¥ ° °c °с °f мың млн млн. млрд млрд. трлн трлн. тыс тыс. миллион миллиард триллион теңге тенге тг тг. ' +
    'рублей руб руб. долл долл. доллар доллара долларов kzt usd eur rub thousand million billion trillion k m bn ' +
    'м² м³ км² га м км см мм кг г т тонна тонн тонны л мвт квт гвт квт·сағ квт·ч п.п. п.т. pp'
  ).split(' '),
)

/** Whether a word is a unit: `млн`, `₸`, `%-ға`. A comma may follow it. */
export const isUnit = (word: string): boolean => {
  const plain = word.toLowerCase()
  return units.has(plain) || units.has(plain.split(/[,;-]/, 1)[0]!)
}

/** Words that stand before a number and belong to it: `более 500`. */
const approximations = new Set(
  (
    'до от более менее свыше около почти порядка не № шамамен кемінде жуық асқан over about nearly almost around up to ' +
    'more less than at least'
  ).split(' '),
)

/** Whether a word before a number belongs to it. */
export const isApproximation = (word: string): boolean => approximations.has(word.toLowerCase())

/** Words that follow the number of a year: `2025 жылы`. */
const yearWord = /^(?:жыл\p{L}*|ж\.|год\p{L}*|г\.|гг\.|years?)[,.:;]?$/iu

/** Whether a word makes the number before it a year. */
export const isYearWord = (word: string): boolean => yearWord.test(word)

/** Whether a text is the number of a year, or of several: `2025`, `2024–2025`, `2024/25`. */
export const isYear = (text: string): boolean => /^(?:1[5-9]|20|21)\d\d(?:[–—/-](?:\d\d|\d{4}))?$/.test(text)

const monthStems =
  /^(?:қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан|январ|феврал|март|апрел|ма[йя]$|июн|июл|август|сентябр|октябр|ноябр|декабр|january|february|march|april|may$|june|july|august|september|october|november|december)/iu

/** Whether a word names a month, so that the number before it is a day. */
export const isMonth = (word: string): boolean => monthStems.test(word)
