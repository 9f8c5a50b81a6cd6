import { getBlinkLineBreaks } from '#generated/line-breaks.js'

/** How much text is searched for breaks at once, and how much of its end only serves as context. Units: UTF-16 units. */
const windowLength = 4_000
const contextLength = 200

/** Finds the line breaks of a part of a text: 1 by offset, else 0. */
export type FindBreaks = (text: string, lang: string) => Uint8Array

const blinkBreaks: FindBreaks = (text, lang) => getBlinkLineBreaks(text, false, lang)

/**
 * Finds the line breaks of a text as Chromium does. Thai, Lao, Khmer and Burmese have no spaces between words, which are
 * found by a dictionary in time that grows with the square of a run's length, so a long run is searched in pieces. A
 * piece begins at a break in the previous one, where the search starts anew anyway.
 */
export function findBreaks(text: string, lang: string, find: FindBreaks = blinkBreaks): Uint8Array {
  if (text.length <= windowLength || !hasLongRun(text)) return find(text, lang)
  const breaks = new Uint8Array(text.length + 1)
  for (let at = 0; at < text.length; ) {
    const end = Math.min(text.length, at + windowLength)
    const found = find(text.slice(at, end), lang)
    const next = end === text.length ? end : at + lastRestart(text, at, end, found)
    breaks.set(found.subarray(1, next - at + 1), at + 1)
    at = next
  }
  return breaks
}

/** The last break of a piece before its context where the search may start anew; the context itself if there is none. */
function lastRestart(text: string, at: number, end: number, found: Uint8Array): number {
  const last = end - at - contextLength
  for (let i = last; i > 0; i--) {
    if (found[i] === 0) continue
    const before = text.charCodeAt(at + i - 1)
    const after = text.charCodeAt(at + i)
    if ((isComplex(before) && isComplex(after)) || (before === space && after !== space)) return i
  }
  return last
}

const space = 0x20

/** Scripts whose words are found by a dictionary. */
const isComplex = (unit: number) =>
  (unit >= 0xe00 && unit < 0xf00) || // Thai, Lao
  (unit >= 0x1000 && unit < 0x10a0) || // Burmese
  (unit >= 0x1780 && unit < 0x1800) || // Khmer
  (unit >= 0x1950 && unit < 0x1ab0) || // Tai Le, New Tai Lue, Tai Tham
  (unit >= 0xa9e0 && unit < 0xaa00) || // Burmese, extended
  (unit >= 0xaa60 && unit < 0xaae0) // Burmese, extended; Tai Viet

function hasLongRun(text: string): boolean {
  let run = 0
  for (let i = 0; i < text.length && run < windowLength; i++) run = isComplex(text.charCodeAt(i)) ? run + 1 : 0
  return run === windowLength
}
