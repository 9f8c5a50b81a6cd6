import type { Diagnostic } from '../model/diagnostic.ts'
import type { ParseProblem } from '../model/problems/parse.ts'
import { type Range, type SourceNode, toPlainValue } from '../model/source.ts'
import { applyEdits } from '../text/apply-edits.ts'
import { firstDifference } from './cross-check.ts'
import { scan } from './scan.ts'

/**
 * Verifies that the repairs lose nothing: the edited text is valid JSON, both for `JSON.parse` and for our scanner, with
 * the same values as the tree, and no edit removes a letter or digit without inserting it again, except in comments and
 * characters that a diagnostic lists.
 *
 * Shape: the range where the verification fails; null if it succeeds.
 */
export function findUnsafeRepair(
  text: string,
  root: SourceNode,
  diagnostics: readonly Diagnostic<ParseProblem>[],
): Range | null {
  const lossy = diagnostics.find(losesText(text))
  if (lossy) return lossy.range
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

/** Diagnostics that say what they remove or replace. */
const listsItsText: ReadonlySet<string> = new Set([
  'comment-present',
  'text-around-deck',
  'literal-foreign',
  'colon-mistyped',
  'punctuation-full-width',
  'character-encoded',
  'line-joined',
  'bullet-letter',
])

/** Whether the edits of a diagnostic remove text that the diagnostic does not list. */
const losesText =
  (text: string) =>
  (diagnostic: Diagnostic<ParseProblem>): boolean => {
    if (listsItsText.has(diagnostic.code) || 'codePoints' in diagnostic) return false
    const { edits = [] } = diagnostic
    const removed = edits.map(({ start, end }) => textContentOf(text.slice(start, end))).join('')
    return removed !== '' && removed !== edits.map((edit) => textContentOf(edit.text)).join('')
  }

/** The text in a piece of the source: everything but escapes and the punctuation of JSON. */
const textContentOf = (text: string) => text.replace(/\\u[\da-f]{4}|\\[bfnrt]|[\s,;:{}[\]"'“”„«»‘’‚`＂\\]/gi, '')
