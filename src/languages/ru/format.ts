import { formatFixed, formatNumber, listFormatter, pluralizer, sizeFormatter } from '../format.ts'

/** Lists words: "a, b и c". */
export const and = listFormatter('ru', 'conjunction')

/** Lists choices: "a, b или c". */
export const or = listFormatter('ru', 'disjunction')

/** Writes a size: "1,5 МБ". Units: bytes. */
export const size = sizeFormatter('ru', ['КБ', 'МБ', 'ГБ'])

/** Writes a number: "1 920". */
export const number = (n: number) => formatNumber(n, 'ru')

/** Writes a number with this many digits after the decimal mark: "4,0". */
export const fixed = (n: number, digits: number) => formatFixed(n, digits, 'ru')

/** Counts slides: "2 слайда". */
export const slides = pluralizer('ru', { one: 'слайд', few: 'слайда', many: 'слайдов', other: 'слайда' })
