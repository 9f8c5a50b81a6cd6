import { valueWords } from './value-word-table.ts'
import { createWordIndex, type WordIndex } from './word-index.ts'

const indexes = new Map<string, WordIndex>()

function indexOf(definition: string): WordIndex | null {
  const words = Object.hasOwn(valueWords, definition) ? valueWords[definition] : undefined
  if (!words) return null
  const index = indexes.get(definition) ?? createWordIndex(words)
  indexes.set(definition, index)
  return index
}

/**
 * Returns the value that a word in Kazakh or Russian means; null if there is none or a choice.
 *
 * Shape: `definition` is that of the schema, `known` are its values.
 */
export const valueMeant = (word: string, definition: string, known: readonly string[]): string | null =>
  indexOf(definition)?.meantBy(word, known) ?? null

/** Returns the value that a word with other endings or slips of the pen probably means; null if none is similar. */
export const valueNear = (word: string, definition: string, known: readonly string[]): string | null =>
  indexOf(definition)?.nearestTo(word, known) ?? null
