import { formatFixed, formatNumber, listFormatter, pluralizer, sizeFormatter } from '../format.ts'

/** Lists words: "a, b, and c". */
export const and = listFormatter('en', 'conjunction')

/** Lists choices: "a, b, or c". */
export const or = listFormatter('en', 'disjunction')

/** Writes a size: "1.5 MB". Units: bytes. */
export const size = sizeFormatter('en', ['kB', 'MB', 'GB'])

/** Writes a number: "1,920". */
export const number = (n: number) => formatNumber(n, 'en')

/** Writes a number with this many digits after the decimal mark: "4.0". */
export const fixed = (n: number, digits: number) => formatFixed(n, digits, 'en')

/** Counts slides: "2 slides". */
export const slides = pluralizer('en', { one: 'slide', other: 'slides' })
