/** A clock time, or two with a dash between them. Units: minutes after midnight. */
export interface ClockRange {
  start: number
  /** Null for a single time. */
  end: number | null
}

/**
 * How hours and minutes are written: `9.00` may be a date or a price, `9-00` a range of numbers, `9 ч` a duration (`word`).
 * Times such as `9 am` and `10⁰⁰` count as `:`.
 */
type ClockMark = ':' | '.' | '-' | 'word'

/** A clock time at the beginning of a text. */
export interface ClockReading extends ClockRange {
  /** The time as written. */
  text: string
  mark: ClockMark
  /** What separates the time from the rest. */
  separator: 'tab' | 'dash' | 'colon' | 'blank' | 'end'
  /** What follows the separator. */
  rest: string
}

const digits = /(\d{1,2})([:.-])(\d{2})(?![\d%])/y
/** Minutes as superscripts: `10⁰⁰`. */
const raised = /(\d{1,2})([⁰¹²³⁴⁵⁶⁷⁸⁹]{2})/y
const hourOnly = /(\d{1,2})(?=[ \u00a0\u202f]?(?:[ap]\.?m\b|(?:час(?:ов|а)?|сағат|сағ|ч)(?!\p{L})))/iuy
const halfOfDay = /[ \u00a0\u202f]?([ap])\.?m\b\.?/iy
const hourWord = /[ \u00a0\u202f]?(?:час(?:ов|а)?|сағат|сағ|ч)(?!\p{L})\.?/iuy
const before = /(?:с|со|в|от|from|at|сағат)[ \u00a0\u202f]/iuy
const between = /[ \u00a0\u202f]?[-–—−][ \u00a0\u202f]?|[ \u00a0\u202f](?:до|to|по)[ \u00a0\u202f]/iuy
const afterTime = /[ \u00a0\u202f]?(?:(\t|\|)|([-–—−])(?![-–—−])|(:)(?=\s)|$)|[ \u00a0\u202f]/y

/** A date such as `10.05.2025` and a version such as `2.10.1` are no times. */
const numberGoesOn = /\.\d/y

/**
 * Reads the clock time with which a text begins; null if there is none.
 *
 * Shape: `09:00`, `9.00`, `9-00`, `9⁰⁰`, `9 am`, `10 ч`, and ranges of these. A time that carries a case ending
 *        (`10:30-да`) is part of a sentence: null.
 */
export function readClock(text: string): ClockReading | null {
  const prefix = matchAt(before, text, 0)
  const first = timeAt(text, prefix?.[0].length ?? 0)
  if (!first) return null
  const dash = matchAt(between, text, first.next)
  const second = dash ? timeAt(text, first.next + dash[0].length) : null
  const isRange = second !== null && (second.mark === first.mark || (second.mark !== '-' && first.mark !== '-'))
  const next = isRange ? second.next : first.next
  const separator = matchAt(afterTime, text, next)
  if (!separator) return null
  const rest = text.slice(next + separator[0].length)
  if (separator[2] && separator[2] !== '—' && /^\p{Ll}/u.test(rest)) return null
  return {
    start: first.minutes,
    end: isRange ? second.minutes : null,
    text: text.slice(0, next),
    mark: first.mark,
    separator: separatorOf(separator),
    rest: rest.trim(),
  }
}

function separatorOf([whole, cell, dash, colon]: RegExpExecArray): ClockReading['separator'] {
  if (cell) return 'tab'
  if (dash) return 'dash'
  if (colon) return 'colon'
  return whole === '' ? 'end' : 'blank'
}

interface ClockTime {
  minutes: number
  mark: ClockMark
  next: number
}

function timeAt(text: string, at: number): ClockTime | null {
  const found = matchAt(digits, text, at)
  if (found) {
    const next = at + found[0].length
    if (matchAt(numberGoesOn, text, next)) return null
    return finish(text, Number(found[1]), Number(found[3]), found[2] as ClockMark, next)
  }
  const superscript = matchAt(raised, text, at)
  if (superscript) {
    const minutes = Number([...superscript[2]!].map((one) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(one)).join(''))
    return finish(text, Number(superscript[1]), minutes, ':', at + superscript[0].length)
  }
  const hour = matchAt(hourOnly, text, at)
  return hour ? finish(text, Number(hour[1]), 0, 'word', at + hour[0].length) : null
}

/** Adds `am` and `ч.`; null if the clock has no such time. */
function finish(text: string, hour: number, minute: number, mark: ClockMark, at: number): ClockTime | null {
  const half = matchAt(halfOfDay, text, at)
  const word = half ? null : matchAt(hourWord, text, at)
  const next = at + (half ?? word ?? [''])[0].length
  const isAfternoon = half?.[1]?.toLowerCase() === 'p'
  const hours = half ? (hour % 12) + (isAfternoon ? 12 : 0) : hour
  const minutes = hours * 60 + minute
  return minute < 60 && minutes <= 24 * 60 ? { minutes, mark: half ? ':' : mark, next } : null
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
