/** The position of a string, which determines what may follow it. */
export type StringPosition = 'key' | 'member' | 'item' | 'root'

const blank = '[\\s\\u00A0\\u200B\\uFEFF]*'
const quoted = `(?:"[^"\\n]*"|'[^'\\n]*'|“[^”\\n]*”|«[^»\\n]*»|„[^“”\\n]*[“”])`
const bare = '[\\p{L}_$][\\p{L}\\p{N}_$-]*'
/** A colon, or what other languages write for it. */
const colon = `(?::|=>|=(?=[ \\t]*["'“„«{[]))`
/** A key and its colon. */
const key = `(?:${quoted}|${bare})${blank}${colon}`
const comment = '(?://[^\\n]*|/\\*)'

/** What may follow a closing mark. Cheap to test, since every string of a valid file is tested. */
const mayFollow: Readonly<Record<StringPosition, RegExp>> = {
  key: new RegExp(`${blank}(?:[:=,;}\\]]|$|${comment})|[ \\t]+["{[\\d-]|[ \\t]*[\\r\\n]${blank}["{[\\d-]`, 'uy'),
  member: new RegExp(
    `${blank}(?:[,;}\\]]|$|${comment})|[ \\t]+${quoted}${blank}:|[ \\t]*[\\r\\n]${blank}(?:#|${key}|[{[])`,
    'uy',
  ),
  item: new RegExp(`${blank}(?:[,;:}\\]]|=>|$|${comment})|[ \\t]+["{[]|[ \\t]*[\\r\\n]${blank}[#"“„«'{[\\d-]`, 'uy'),
  root: new RegExp(`${blank}(?:[,;:}\\]]|$|${comment})`, 'uy'),
}

const closing = `[}\\]](?:${blank}(?:[,;}\\]]|$)|[ \\t]*[\\r\\n])`
const ending = `$|${comment}|${closing}`

/** What can only follow a closing mark, for strings that contain further quotation marks. */
const mustFollow: Readonly<Record<StringPosition, RegExp>> = {
  key: new RegExp(`${blank}${colon}`, 'uy'),
  member: new RegExp(
    `${blank}(?:${ending}|[,;]${blank}(?:[}\\]]|$|#|${comment}|${key}))|[ \\t]*[\\r\\n]${blank}${key}`,
    'uy',
  ),
  item: new RegExp(
    `${blank}(?:${ending}|[,;]${blank}(?:["“„«'[{}\\]\\d#-]|true|false|null|$|${comment}))|[ \\t]*[\\r\\n]${blank}["“„«']`,
    'uy',
  ),
  root: mayFollow.root,
}

/** Whether a quotation mark just before `at` may end its string. */
export const mayEndString = (text: string, at: number, position: StringPosition): boolean => {
  let next = at
  let code = text.charCodeAt(next)
  while (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) code = text.charCodeAt(++next)
  if (position === 'key' ? code === 0x3a : code === 0x2c || code === 0x7d || code === 0x5d) return true
  return matchesAt(mayFollow[position], text, at)
}

/** Whether a quotation mark just before `at` certainly ends its string. */
export const surelyEndsString = (text: string, at: number, position: StringPosition): boolean =>
  matchesAt(mustFollow[position], text, at)

function matchesAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at
  return pattern.test(text)
}

/** A string with more inner quotation marks than this is not resolved. */
const maxInnerQuotes = 200
const keyHere = new RegExp(`${quoted}${blank}:`, 'uy')

/**
 * Finds the end of a string that contains quotation marks: the first mark that certainly ends it.
 *
 * Shape: `inner` are the offsets of the marks before it; `sure` if they are pairs around words, as in
 * `Клуб "Отан" және`. Null if a line begins with a mark, which means that the string was never closed.
 */
export function resolveQuotes(
  text: string,
  start: number,
  first: number,
  position: StringPosition,
  lookahead: number,
): { end: number; inner: number[]; sure: boolean } | null {
  const inner: number[] = []
  const last = Math.min(text.length, first + lookahead)
  for (let i = first; i < last && inner.length <= maxInnerQuotes; i++) {
    if (text[i] === '\\') i++
    else if (text[i] !== '"') continue
    else if (beginsEntry(text, i)) return null
    else if (inner.length > 0 && surelyEndsString(text, i + 1, position)) {
      return { end: i, inner, sure: arePairs(text, start, i, inner) }
    } else inner.push(i)
  }
  return null
}

/** Whether a mark begins an entry: first on its line with a key and a colon, or after a line that ends with a comma. */
function beginsEntry(text: string, at: number): boolean {
  let before = at - 1
  while (' \t'.includes(text[before]!)) before--
  const startsLine = text[before] === '\n' || text[before] === '\r'
  while (' \t{['.includes(text[before]!)) before--
  if (text[before] !== '\n' && text[before] !== '\r') return false
  return matchesAt(keyHere, text, at) || (startsLine && /,\s*$/.test(text.slice(Math.max(0, before - 40), before + 1)))
}

/** Whether marks form pairs around words, and none could belong to a key and a colon. */
function arePairs(text: string, start: number, end: number, inner: readonly number[]): boolean {
  if (inner.length % 2 === 1) return false
  return inner.every((at, i) => {
    const before = text[at - 1]!
    const after = text[at + 1]!
    if (/^\s*:/.test(text.slice(at + 1, at + 20))) return false
    const opening = (at - 1 === start || /[\s(«—–-]/.test(before)) && /[\p{L}\p{N}]/u.test(after)
    const ends = (at + 1 === end || /[\s,;.!?)»—–-]/.test(after)) && /[\p{L}\p{N}.!?…»)%]/u.test(before)
    return i % 2 === 0 ? opening : ends
  })
}
