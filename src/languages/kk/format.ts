import { formatFixed, formatNumber, sizeFormatter } from '../format.ts'

// A Kazakh noun keeps its singular after a number, so counts need no plural forms.

/** Lists words: "a, b және c". Written out, because Intl gives "a, b, c". */
export const and = (words: readonly string[]) => joined(words, 'және')

/** Lists choices. Written out, because "a, b не болмаса c" of Intl reads stiffly. */
export const or = (words: readonly string[]) => joined(words, 'немесе')

const joined = (words: readonly string[], last: string) =>
  words.length > 1 ? `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}` : (words[0] ?? '')

/** Lists the values, commands or names that are allowed, after a colon. */
export const all = (words: readonly string[]) => words.join(', ')

/** Writes a size: "1,5 МБ". Units: bytes. */
export const size = sizeFormatter('kk', ['КБ', 'МБ', 'ГБ'])

/** Writes a number: "1 920". */
export const number = (n: number) => formatNumber(n, 'kk')

/** Writes a number with this many digits after the decimal mark: "4,0". */
export const fixed = (n: number, digits: number) => formatFixed(n, digits, 'kk')
