/** Kazakh letters that a Russian keyboard lacks, by those that people type instead. */
const plain: Readonly<Record<string, string>> = {
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
export interface Folded {
  text: string
  /** Offset in the text that was folded, for each UTF-16 unit; one more for the end. */
  at: readonly number[]
}

/**
 * Takes away what a searcher need not hit: capitals, accents, the dots of ё, the Kazakh forms of letters (`қала` is found
 * by `кала`), soft hyphens; any space is one space. й stays, since it is no и.
 */
export function fold(text: string): Folded {
  let folded = ''
  const at: number[] = []
  let offset = 0
  for (const character of text) {
    let letter = foldLetter(character)
    if (letter === ' ' && (folded === '' || folded.endsWith(' '))) letter = ''
    // A breve that stands apart from its letter.
    if (character === '\u0306' && folded.endsWith('и')) folded = `${folded.slice(0, -1)}й`
    folded += letter
    for (let i = 0; i < letter.length; i++) at.push(offset)
    offset += character.length
  }
  at.push(offset)
  return { text: folded, at }
}

const known = new Map<string, string>()

function foldLetter(character: string): string {
  const before = known.get(character)
  if (before !== undefined) return before
  const lower = character.toLowerCase()
  const bare = lower === 'й' ? lower : lower.normalize('NFKD').replace(/[\p{M}\p{Cf}]/gu, '')
  const letter = /^\s+$/.test(bare) ? ' ' : [...bare].map((one) => plain[one] ?? one).join('')
  known.set(character, letter)
  return letter
}

/** The words of a question, folded; none where it is empty. */
export const wordsOf = (question: string): string[] => fold(question).text.split(' ').filter(Boolean)
