import { readClock } from './clock-times.ts'

/** A line that ends with a clock time. */
export interface EndingClock {
  /** The line without the time. */
  title: string
  /** The time as written. */
  time: string
}

/** The most words of a time: `с 9:00 до 10:00`. */
const mostWords = 4

/** What separates a title from the time behind it. */
const separatorEnd = /[\s,;:(—–-]$/u

/**
 * Reads a line that ends with its time: `Тіркеу 09:00`, `Кофе-пауза — 11:15–11:30`, `Открытие (10:00)`; null if it does not.
 * Only times with a colon count, because `10.09` at the end of a line is a date.
 */
export function readEndingClock(line: string): EndingClock | null {
  const trimmed = line.trim().replace(/[.;,]$/u, '')
  const text = trimmed.endsWith(')') ? trimmed.slice(0, -1) : trimmed
  if (!/\d$|m\.?$/iu.test(text)) return null
  let found: EndingClock | null = null
  let at = text.length
  for (let words = 0; words < mostWords && at > 0; words++) {
    at = startOfWord(text, at)
    const clock = readClock(text.slice(at))
    if (clock?.separator !== 'end' || clock.mark !== ':') continue
    const title = withoutSeparators(text.slice(0, at))
    if (/\p{L}/u.test(title)) found = { title, time: clock.text }
  }
  return found
}

/** The start of the word before an offset: behind white space or an opening bracket. */
function startOfWord(text: string, end: number): number {
  let at = end
  while (at > 0 && /\s/u.test(text[at - 1]!)) at--
  while (at > 0 && !/[\s(]/u.test(text[at - 1]!)) at--
  return at
}

function withoutSeparators(text: string): string {
  let end = text.length
  while (end > 0 && separatorEnd.test(text.slice(end - 1, end))) end--
  return text.slice(0, end)
}
