/** Kazakh letters that a Russian keyboard lacks, by those that people type instead. */
const substitutes: Readonly<Record<string, string>> = {
  ә: 'а',
  ғ: 'г',
  қ: 'к',
  ң: 'н',
  ө: 'о',
  ұ: 'у',
  ү: 'у',
  һ: 'х',
  і: 'и',
}

/** A text as it is searched, and where each of its letters stands in the text. */
export interface NormalizedText {
  text: string
  /** Offset in the text that was folded, for each UTF-16 unit; one more for the end. */
  offsets: readonly number[]
}

/**
 * Takes away what a searcher need not hit: capitals, accents, the dots of ё, the Kazakh forms of letters (`қала` is found
 * by `кала`), soft hyphens; any space is one space. й stays, since it is no и.
 */
export function normalize(text: string): NormalizedText {
  let normalized = ''
  const offsets: number[] = []
  let offset = 0
  for (const character of text) {
    let letter = normalizeLetter(character)
    if (letter === ' ' && (normalized === '' || normalized.endsWith(' '))) letter = ''
    // A breve that stands apart from its letter.
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
  const before = letterCache.get(character)
  if (before !== undefined) return before
  const lower = character.toLowerCase()
  const bare = lower === 'й' ? lower : lower.normalize('NFKD').replace(/[\p{M}\p{Cf}]/gu, '')
  const letter = /^\s+$/.test(bare) ? ' ' : [...bare].map((one) => substitutes[one] ?? one).join('')
  letterCache.set(character, letter)
  return letter
}

/** The words of a question, folded; none where it is empty. */
export const queryWords = (question: string): string[] => normalize(question).text.split(' ').filter(Boolean)
