import { distance } from 'fastest-levenshtein'

/** Letters of the Cyrillic keyboard that look like Latin ones, in lower or upper case, and the letters they look like. */
const lookalikes = new Map(zip('авеёһіјкмнорсѕтуүхѵԁԛԝ', 'abeehijkmhopcstyyxvdqw'))

/**
 * Removes what people confuse in a name: case, hyphens, spaces, quotation marks, Cyrillic letters that look Latin. Names that are equal
 * afterwards read as the same name.
 */
export function normalizeName(name: string): string {
  const plain = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_.:*«»"“”„\-\u2010-\u2015\u00AD\u200B-\u200F\uFEFF]/g, '')
  return plain.replace(/[\u0400-\u052F]/g, (letter) => lookalikes.get(letter) ?? letter)
}

/** Returns the known name that was most likely meant, or null if none is similar. */
export function nearestName(name: string, known: readonly string[]): string | null {
  // The name may be a whole text that lost its quotes. And no number is meant to be another.
  if (name.length > 40 || /^\d*$/.test(name.trim())) return null
  const normalized = normalizeName(name)
  const [best] = known
    .map((candidate) => ({ candidate, edits: editDistance(normalized, normalizeName(candidate)) }))
    .sort((a, b) => a.edits - b.edits)
  if (!best) return null
  const allowed = Math.max(1, Math.floor(0.4 * Math.max(normalized.length, best.candidate.length)))
  return best.edits <= allowed ? best.candidate : null
}

/** Counts the letters to change between two words. Two words of the same letters differ by one slip: `fxi`, `fix`. */
export const editDistance = (a: string, b: string): number =>
  sortLetters(a) === sortLetters(b) ? Math.min(1, distance(a, b)) : distance(a, b)

const sortLetters = (word: string) => [...word].sort().join('')

function zip(from: string, to: string): [string, string][] {
  return [...from].map((letter, i) => [letter, to[i]!])
}
