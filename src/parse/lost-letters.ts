/** Where letters were lost: the first word that has a gap, its offset, and how many gaps there are. */
export interface LostLetters {
  word: string
  at: number
  count: number
}

const kazakh = /[ӘәҒғҚқҢңӨөҰұҮүҺһ]/
/** A question mark inside a Cyrillic word, or at its beginning, where a letter must be: `?аза?стан`. */
const gap = /(?<=[А-яёі])\?{1,2}(?=[а-яёі])|(?<=^|[\s"«(„“])\?{1,2}(?=[а-яёі]{2})/gm
const address = /[/=&]|\.\p{L}/u
const replacement = /(?<=\p{L})\uFFFD|\uFFFD(?=\p{L})/gu

/**
 * Finds letters that another program could not write and replaced by `?` or U+FFFD.
 *
 * Shape: null if there are none. Question marks count only if there are several, in a string or in a file that has no
 *        Kazakh letter left, since an author may forget the blank after one.
 */
export function findLostLetters(text: string): LostLetters | null {
  return lostTo(text, replacement) ?? (text.includes('?') ? lostToQuestionMarks(text) : null)
}

function lostToQuestionMarks(text: string): LostLetters | null {
  const hits = hitsOf(text, gap).filter((at) => !address.test(wordAt(text, at)))
  if (hits.length < 3) return null
  if (!kazakh.test(text)) return describe(text, hits)
  const pieces = new Map<number, number[]>()
  let piece = -1
  for (const at of hits) {
    for (let mark = text.indexOf('"', piece + 1); mark >= 0 && mark < at; mark = text.indexOf('"', piece + 1))
      piece = mark
    pieces.set(piece, [...(pieces.get(piece) ?? []), at])
  }
  const lost = [...pieces].filter(([piece, found]) => found.length >= 3 && !kazakh.test(pieceAfter(text, piece)))
  return lost.length > 0
    ? describe(
        text,
        lost.flatMap(([, found]) => found),
      )
    : null
}

const pieceAfter = (text: string, mark: number) => {
  const end = text.indexOf('"', mark + 1)
  return text.slice(mark + 1, end < 0 ? text.length : end)
}

function lostTo(text: string, pattern: RegExp): LostLetters | null {
  if (!text.includes('\uFFFD')) return null
  const hits = hitsOf(text, pattern)
  return hits.length > 0 ? describe(text, hits) : null
}

const hitsOf = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(({ index }) => index)

const describe = (text: string, hits: readonly number[]): LostLetters => ({
  word: wordAt(text, hits[0]!),
  at: hits[0]!,
  count: hits.length,
})

/** The word around an offset. Units: at most 40 characters on each side. */
function wordAt(text: string, at: number): string {
  const before = /(?<![^\s"«»()])[^\s"«»()]*$/.exec(text.slice(Math.max(0, at - 40), at))![0]
  const after = /^[^\s"«»()]*/.exec(text.slice(at, at + 40))![0]
  return before + after
}
