import { kazakhSubstitutes } from '../../model/kazakh-letters.ts'

/** A text as it is searched, with the offset of each of its letters in the original. */
export interface NormalizedText {
  text: string
  /** The offset in the original text for each UTF-16 unit, and one more for the end. */
  offsets: readonly number[]
}

/**
 * Removes differences that a search ignores: case, accents, the dots of ё, Kazakh letters (`кала` finds `қала`), soft
 * hyphens, and repeated spaces. й is kept, since it is not a variant of и.
 */
export function normalize(text: string): NormalizedText {
  let normalized = ''
  const offsets: number[] = []
  let offset = 0
  for (const character of text) {
    let letter = normalizeLetter(character)
    if (letter === ' ' && (normalized === '' || normalized.endsWith(' '))) letter = ''
    // A й that is written as и with a combining breve.
    if (character === '\u0306' && normalized.endsWith('и')) normalized = `${normalized.slice(0, -1)}й`
    normalized += letter
    for (let i = 0; i < letter.length; i++) offsets.push(offset)
    offset += character.length
  }
  offsets.push(offset)
  return { text: normalized, offsets }
}

const letterCache = new Map<string, string>()

function normalizeLetter(character: string): string {
  const cached = letterCache.get(character)
  if (cached !== undefined) return cached
  const lower = character.toLowerCase()
  const bare = lower === 'й' ? lower : lower.normalize('NFKD').replace(/[\p{M}\p{Cf}]/gu, '')
  const letter = /^\s+$/.test(bare) ? ' ' : [...bare].map((one) => kazakhSubstitutes[one] ?? one).join('')
  letterCache.set(character, letter)
  return letter
}

/** Returns the normalized words of a query. */
export const queryWords = (query: string): string[] => normalize(query).text.split(' ').filter(Boolean)
