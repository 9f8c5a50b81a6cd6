import type { Found } from '../model/diagnostic.ts'
import type { ParseProblem } from '../model/problems/parse.ts'
import { type Range, type SourceNode, toValue } from '../model/source.ts'
import { applyEdits } from './edits.ts'
import { firstDifference } from './opinion.ts'
import { scan } from './scan.ts'

/**
 * Proves that a repair loses nothing: the text with its edits done is JSON, for `JSON.parse` and for our own scanner,
 * with the very values of the tree; and no edit takes a letter or digit away that it does not set again,
 * but for comments, which their finding names.
 *
 * Shape: the place where the proof fails; null where it holds.
 */
export function disprove(text: string, root: SourceNode, found: readonly Found<ParseProblem>[]): Range | null {
  const losing = found.find(losesText(text))
  if (losing) return losing.range
  const fixed = applyEdits(
    text,
    found.flatMap(({ edits = [] }) => edits),
  )
  try {
    if (JSON.stringify(JSON.parse(fixed)) !== JSON.stringify(toValue(root))) return root.range
  } catch {
    return root.range
  }
  const again = scan(fixed)
  if (!again.root || again.found.length > 0) return root.range
  return firstDifference(root, again.root)?.range ?? null
}

/** A finding that names what it takes away is no loss. */
const losesText =
  (text: string) =>
  (found: Found<ParseProblem>): boolean => {
    if (found.code === 'comment-present' || 'codePoints' in found) return false
    const { edits = [] } = found
    const taken = edits.map(({ start, end }) => wordsOf(text.slice(start, end))).join('')
    return taken !== '' && taken !== edits.map((edit) => wordsOf(edit.text)).join('')
  }

/** What is text in a piece of the source: everything but escapes and the punctuation of JSON. */
const wordsOf = (text: string) => text.replace(/\\u[\da-f]{4}|\\[bfnrt]|[\s,;:{}[\]"'“”„«»‘’‚\\]/gi, '')
