import { detectShortText } from '../../languages/detect-language.ts'
import { languages } from '../../languages/languages.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import { excerpt } from '../../model/excerpt.ts'
import { langs } from '../../model/lang.ts'
import type { ValidateProblem } from '../../model/problems/validate.ts'
import { type SourceNode, type StringNode, sourceOffset, sourceRange } from '../../model/source.ts'
import { findDigitWords } from '../letters/find-digits.ts'
import { findMixedWords, type MixedWord, markOddLetters } from '../letters/find-mixed-words.ts'
import type { TwinLanguage } from '../letters/letter-twins.ts'
import type { Definition } from '../schema.ts'

/** What people write words into: texts, and the names of places and regions. */
const wordFields: readonly Definition[] = ['text', 'plainText', 'mapQuery', 'regionName']

/** A value with its field and the schema definitions that led to it. */
interface Value {
  node: SourceNode
  names: readonly Definition[]
  field: string
}

/** How many words a finding names. */
const maxWords = 6

/**
 * Finds letters of another script inside words and replaces them where there is one reading. Changes the strings of the
 * tree: what is shown, searched and read aloud is the mended word.
 */
export function mendLetters(values: readonly Value[]): Diagnostic<ValidateProblem>[] {
  const diagnostics: Diagnostic<ValidateProblem>[] = []
  for (const { node, names, field } of values) {
    if (node.type !== 'string' || !wordFields.some((name) => names.includes(name))) continue
    const languageIn = languageOf(node.value, field)
    mendString(node, languageIn, diagnostics)
    reportDigits(node, languageIn, diagnostics)
  }
  return diagnostics
}

function mendString(
  node: StringNode,
  languageIn: () => TwinLanguage,
  diagnostics: Diagnostic<ValidateProblem>[],
): void {
  const found = findMixedWords(node.value, languageIn)
  if (found.length === 0) return
  for (const script of ['Cyrillic', 'Latin'] as const) {
    const mended = found.filter((one) => one.mended !== null && one.script === script)
    if (mended.length > 0) diagnostics.push(repaired(node, mended))
  }
  for (const one of found) if (one.mended === null) diagnostics.push(doubtful(node, one))
  node.value = withWords(node.value, found)
}

/** One finding for all words of a string that have one reading. */
function repaired(node: StringNode, found: readonly MixedWord[]): Diagnostic<ValidateProblem> {
  const edits = found.flatMap(({ odd, start, mended }) =>
    odd.map((i) => ({ ...sourceRange(node, start + i, start + i + 1), text: mended![i]! })),
  )
  const words = [...new Set(found.map((one) => excerpt(markOddLetters(one))))].slice(0, maxWords)
  const problem = {
    code: 'letters-mixed',
    words,
    script: found[0]!.script,
    repaired: true,
    count: found.length,
  } as const
  const { start, end } = edits[0]!
  return { ...problem, severity: 'warning', range: { start, end }, edits }
}

function doubtful(node: StringNode, one: MixedWord): Diagnostic<ValidateProblem> {
  const at = sourceOffset(node, one.start + one.odd[0]!)
  const words = [excerpt(markOddLetters(one))]
  const problem = { code: 'letters-mixed', words, script: one.script, repaired: false, count: 1 } as const
  return { ...problem, severity: 'warning', range: { start: at, end: at + 1 } }
}

/** One finding for all words of a string with a digit in the place of a letter, which stay as they are. */
function reportDigits(
  node: StringNode,
  languageIn: () => TwinLanguage,
  diagnostics: Diagnostic<ValidateProblem>[],
): void {
  const found = findDigitWords(node.value, languageIn)
  const [first] = found
  if (!first) return
  const words = [...new Set(found.map((one) => excerpt(markOddLetters(one))))].slice(0, maxWords)
  const at = sourceOffset(node, first.start + first.odd[0]!)
  const range = { start: at, end: at + 1 }
  diagnostics.push({ code: 'digits-in-words', words, count: found.length, severity: 'warning', range })
}

/** Replaces each mended word by one of the same length, so that the offsets of the string stay as they are. */
function withWords(text: string, found: readonly MixedWord[]): string {
  let result = ''
  let at = 0
  for (const { start, word, mended } of found) {
    result += text.slice(at, start) + (mended ?? word)
    at = start + word.length
  }
  return result + text.slice(at)
}

/** The language of a text: that of its field, else as its letters, words and endings show it. Asked only if it matters. */
const languageOf = (text: string, field: string) => (): TwinLanguage => {
  const own = langs.find((lang) => lang === field) ?? null
  if (own === 'kk' || own === 'ru') return own
  for (const letter of languages.kk.alphabet.ownLetters) if (text.includes(letter)) return 'kk'
  return detectShortText(text) === 'ru' ? 'ru' : null
}
