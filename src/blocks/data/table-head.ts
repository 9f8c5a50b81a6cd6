import type { Lang } from '../../model/lang.ts'
import { isNoValue, magnitudeOf, readNumberAlone } from './read-number.ts'

/** The name of a first column, or of one of numbers in a list. */
const headWord =
  /^(?:№|n|#|п\/п|№ ?п\/п|р\/с|№ ?р\/с|аты|атауы?|аты-жөні|тегі|көрсеткіш(?:тер)?|облыс|өңір|аймақ|қала|аудан|жыл|айы?|бағыт|шығыс|кіріс|сома|саны|үлесі|ұпай|балл|мерзімі?|жауапты|фио|ф\.и\.о\.?|имя|название|наименование|показател[ьи]|регион|область|город|район|год|месяц|направление|статья|сумма|количество|доля|балл(?:ы)?|срок|ответственный|должность|name|title|indicator|region|city|year|month|item|amount|share|score|points|rank|place|date|орын|орны|место)$/iu

/** Whether a word is a usual name of a column. */
export const isHeadWord = (word: string): boolean => headWord.test(word.replaceAll('*', '').trim())

const year = /^(?:1[89]|20)\d\d(?: ?(?:ж|г)\.?)?$/u

/**
 * Whether the first of some rows names the columns: it has words above numbers, years above other numbers, bold words, or
 * the usual names of columns.
 */
export function hasHead(rows: readonly (readonly string[])[], lang: Lang): boolean {
  const [first, ...body] = rows
  if (!first || body.length === 0) return false
  const filled = first.filter((cell) => cell !== '')
  if (filled.length === 0) return false
  if (filled.every((cell) => /^\*\*[^*]+\*\*$/.test(cell))) return true
  const numeric = first.flatMap((_, column) => (isNumeric(body, column, lang) ? [column] : []))
  if (numeric.length > 0) {
    const above = numeric.map((column) => first[column]!).filter((cell) => cell !== '')
    const isName = (cell: string) => !isNoValue(cell) && readNumberAlone(cell, lang) === null
    if (above.length === 0 || !above.every((cell) => isName(cell) || year.test(cell))) return false
    if (above.some(isName)) return true
    return numeric.some((column) => body.some((row) => !year.test(row[column] ?? '')))
  }
  return filled.some(isHeadWord) || isShortRow(first, body)
}

/** Whether a column of words has, in every row but the first, cells longer than the first. */
function isShortRow(first: readonly string[], body: readonly (readonly string[])[]): boolean {
  if (body.length < 2 || first.length < 3 || first.some((cell) => cell === '' || cell.length > 30)) return false
  return first.every((cell, column) => body.every((row) => row[column] !== cell))
}

/** Whether the cells of a column are numbers of one unit, besides those without a value. */
export function isNumeric(rows: readonly (readonly string[])[], column: number, lang: Lang): boolean {
  const units = new Set<string>()
  let numbers = 0
  let words = 0
  for (const row of rows) {
    const cell = row[column] ?? ''
    if (isNoValue(cell)) continue
    const number = readNumberAlone(cell, lang)
    if (number === null) words++
    else {
      numbers++
      const { base } = magnitudeOf(number.unit)
      if (base !== '') units.add(base)
    }
  }
  return numbers > 0 && words * 5 <= numbers && (units.size <= 1 || [...units].every(isSign))
}

/** Whether a unit is a sign or an abbreviation, such as `%`, `₸` and `кг`. */
const isSign = (unit: string): boolean => unit.length <= 4
