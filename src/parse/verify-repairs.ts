import type { Diagnostic } from '../model/diagnostic.ts'
import type { ParseProblem } from '../model/problems/parse.ts'
import { type Range, type SourceNode, toPlainValue } from '../model/source.ts'
import { firstDifference } from './cross-check.ts'
import { applyEdits } from './edits.ts'
import { scan } from './scan.ts'

/**
 * Proves that a repair loses nothing: the text with its edits done is JSON, for `JSON.parse` and for our own scanner,
 * with the very values of the tree; and no edit takes a letter or digit away that it does not set again,
 * but for comments, which their finding names.
 *
 * Shape: the place where the proof fails; null where it holds.
 */
export function findUnsafeRepair(
  text: string,
  root: SourceNode,
  diagnostics: readonly Diagnostic<ParseProblem>[],
): Range | null {
  const losing = diagnostics.find(losesText(text))
  if (losing) return losing.range
  const fixed = applyEdits(
    text,
    diagnostics.flatMap(({ edits = [] }) => edits),
  )
  try {
    if (JSON.stringify(JSON.parse(fixed)) !== JSON.stringify(toPlainValue(root))) return root.range
  } catch {
    return root.range
  }
  const again = scan(fixed)
  if (!again.root || again.diagnostics.length > 0) return root.range
  return firstDifference(root, again.root)?.range ?? null
}

/** A finding that names what it takes away is no loss. */
const losesText =
  (text: string) =>
  (diagnostics: Diagnostic<ParseProblem>): boolean => {
    if (diagnostics.code === 'comment-present' || 'codePoints' in diagnostics) return false
    const { edits = [] } = diagnostics
    const taken = edits.map(({ start, end }) => textContentOf(text.slice(start, end))).join('')
    return taken !== '' && taken !== edits.map((edit) => textContentOf(edit.text)).join('')
  }

/** What is text in a piece of the source: everything but escapes and the punctuation of JSON. */
const textContentOf = (text: string) => text.replace(/\\u[\da-f]{4}|\\[bfnrt]|[\s,;:{}[\]"'“”„«»‘’‚\\]/gi, '')
