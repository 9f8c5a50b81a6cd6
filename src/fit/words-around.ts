/** Marks that close: no line begins with one. */
export const closingMarks: ReadonlySet<number> = new Set([...',.;:!?…)]}»”’'].map((mark) => mark.charCodeAt(0)))

/** Marks that open: no line ends with one. */
export const openingMarks: ReadonlySet<number> = new Set([...'([{«“„'].map((mark) => mark.charCodeAt(0)))

/** A word without the marks around it. `stopped`: a full stop is behind it. */
export interface BareWord {
  word: string
  stopped: boolean
}

/** Longer words are of no interest: none of them is tied to a neighbour. Units: UTF-16 units. */
const longest = 24

const [space, fullStop] = [0x20, 0x2e]

/** Returns the word that ends at a space. A longer word than any that is tied is cut. */
export function wordBefore(text: string, end: number): BareWord {
  let start = end
  while (start > 0 && end - start < longest && text.charCodeAt(start - 1) !== space) start--
  return bare(text, start, end)
}

/** Returns the word that begins at an offset. */
export function wordAfter(text: string, start: number): BareWord {
  let end = start
  while (end < text.length && end - start < longest && text.charCodeAt(end) !== space) end++
  return bare(text, start, end)
}

function bare(text: string, from: number, to: number): BareWord {
  let [start, end] = [from, to]
  while (start < end && (openingMarks.has(text.charCodeAt(start)) || text.charCodeAt(start) === 0xa0)) start++
  while (end > start && closingMarks.has(text.charCodeAt(end - 1))) end--
  return { word: text.slice(start, end), stopped: end < to && text.charCodeAt(end) === fullStop }
}
