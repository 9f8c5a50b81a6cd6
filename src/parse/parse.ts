import type { Diagnostic } from '../model/diagnostic.ts'
import type { ParseProblem } from '../model/problems/parse.ts'
import type { Edit, Range, SourceNode } from '../model/source.ts'
import { sortEdits } from '../text/apply-edits.ts'
import { crossCheck } from './cross-check.ts'
import { scanDeck } from './deck-in-text.ts'
import { plainPunctuation, stringWithEdit } from './full-width.ts'
import { findMergeConflict } from './merge-conflict.ts'
import { joinTornLines } from './torn-lines.ts'
import { findUnsafeRepair } from './verify-repairs.ts'
import { cleanStrings } from './word-artifacts.ts'

/** A deck as a tree with source ranges. Shape: `edits` are all repairs, in source order. */
export interface ParseResult {
  root: SourceNode | null
  edits: Edit[]
  diagnostics: Diagnostic<ParseProblem>[]
}

/**
 * Parses a deck as far as possible and reports every problem in one run.
 *
 * Shape: warnings are repairs, already applied to the tree; after an error the tree holds what could be parsed.
 * Errors: none thrown; a repair that the cross-check or the verification rejects is reported as an error.
 */
export function parse(text: string): ParseResult {
  const { plain, root, diagnostics } = scanText(text)
  const isRepairable = root !== null && !hasErrors(diagnostics)
  const disagreement = isRepairable && diagnostics.length > 0 ? crossCheck(plain, root, diagnostics) : null

  if (root) {
    cleanStrings(root, diagnostics)
    joinTornLines(root, text, diagnostics)
  }
  if (disagreement) diagnostics.push(uncertainRepair(disagreement))
  else if (isRepairable && diagnostics.length > 0 && !hasErrors(diagnostics)) {
    const unverified = findUnsafeRepair(text, root, diagnostics)
    if (unverified) diagnostics.push(uncertainRepair(unverified))
  }
  diagnostics.sort((a, b) => a.range.start - b.range.start)
  return { root, edits: sortEdits(diagnostics.flatMap(({ edits = [] }) => edits)), diagnostics }
}

/** A text as it was scanned. */
export interface ScannedText {
  /** The text with plain punctuation between its strings. Offsets are the same. */
  plain: string
  root: SourceNode | null
  diagnostics: Diagnostic<ParseProblem>[]
}

/** Reads the structure of a text: a tree with the strings as they are, and what is wrong outside of them. */
export function scanText(text: string): ScannedText {
  const conflict = findMergeConflict(text)
  if (conflict) return { plain: text, root: null, diagnostics: [conflict] }
  const plain = plainPunctuation(text)
  const { root, diagnostics } = scanDeck(plain.text)
  diagnostics.push(...plain.diagnostics)
  const changed = root && stringWithEdit(root, plain.edits)
  if (changed) diagnostics.push(uncertainRepair(changed.range))
  return { plain: plain.text, root, diagnostics }
}

const hasErrors = (diagnostics: readonly Diagnostic[]) => diagnostics.some(({ severity }) => severity === 'error')

const uncertainRepair = (range: Range): Diagnostic<ParseProblem> => ({
  code: 'repair-uncertain',
  severity: 'error',
  range,
})
