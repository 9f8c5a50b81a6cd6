import type { Diagnostic } from '../model/diagnostic.ts'
import { excerpt } from '../model/excerpt.ts'
import type { ParseProblem } from '../model/problems/parse.ts'
import type { SourceNode } from '../model/source.ts'
import { codePointNames } from './code-point.ts'
import { dropEdits } from './drop-edits.ts'
import { type Frame, findDecks, looksLikeJson, looseDeckStart } from './find-decks.ts'
import { scan, scanObjects } from './scan.ts'

interface ScanResult {
  root: SourceNode | null
  diagnostics: Diagnostic<ParseProblem>[]
}

/**
 * Scans a text that may have other text around the deck, such as the answer of a chat or a line of JavaScript. The deck is
 * taken if there is one, and nothing that looks like a part of it stands outside; the text around it is a warning. Slides
 * that stand one after another are read as a list.
 *
 * Shape: ranges are those of the whole text.
 */
export function scanDeck(text: string): ScanResult {
  const [frame, next] = findDecks(text)
  const inner = frame ? blankOutside(text, frame) : text
  const found = scan(inner)
  if (!found.root) return { root: null, diagnostics: found.diagnostics.map((one) => withDeckLine(text, one)) }
  if (next && found.root) return withSecond(text, found, next.start)
  const after = found.diagnostics.find(({ code }) => code === 'text-after-end')
  if (after && /[{[]/.test(text[after.range.start]!)) {
    const objects = scanObjects(inner)
    if (!objects) return withSecond(text, found, after.range.start)
    return frame ? withoutSurroundings(text, objects, frame, frame.end) : objects
  }
  if (!after) return frame ? withoutSurroundings(text, found, frame, frame.end) : found
  const tail = text.slice(after.range.start, frame?.end)
  const onOwnLine = lineAt(text, after.range.start) > lineAt(text, found.root!.range.end)
  if (looksLikeJson(tail) || !(frame || (onOwnLine && isProse(tail)))) return found
  const start = frame?.start ?? 0
  const taken = scan(blankOutside(text, { start, end: after.range.start }))
  return withoutSurroundings(text, taken, { start, end: frame?.end ?? text.length }, after.range.start)
}

/** Says where a deck seems to begin in a text that does not begin with one. */
function withDeckLine(text: string, one: Diagnostic<ParseProblem>): Diagnostic<ParseProblem> {
  const start = one.code === 'json-missing' ? looseDeckStart(text) : -1
  return start > 0 && one.code === 'json-missing' ? { ...one, line: lineAt(text, start) } : one
}

/** Whether a text has a line of several words, or closes a block of code. */
const isProse = (text: string) => /\p{L}{2}[,:]?[ \t]\p{L}|^```/u.test(text)

/** The text with blanks outside the frame, so that offsets stay. Line breaks do not matter there. */
const blankOutside = (text: string, { start, end }: Frame) =>
  ' '.repeat(start) + text.slice(start, end) + ' '.repeat(text.length - end)

/** Adds the finding about the text around a deck, of which a semicolon after it is a part. `end` is where it goes on. */
function withoutSurroundings(text: string, { root, diagnostics }: ScanResult, frame: Frame, end: number): ScanResult {
  if (!root) return { root, diagnostics }
  const isStray = (code: string) => code === 'mark-after-end' || code === 'bracket-extra'
  const stray = diagnostics.filter(({ code, range }) => isStray(code) && range.start >= root.range.end)
  const tailStart = Math.min(end, ...stray.map(({ range }) => range.start))
  const from = Math.max(root.range.end, text.slice(0, tailStart).trimEnd().length)
  const to = text.trimEnd().length
  const before = text.slice(0, frame.start)
  const after = text.slice(from, Math.max(from, to))
  const edits = [
    { start: 0, end: frame.start, text: '' },
    { start: from, end: from + after.length, text: '' },
  ].filter((one) => one.end > one.start)
  if (edits.length === 0 || `${before}${after}`.trim() === '') return { root, diagnostics }
  const said = [before, after].map(excerpt).filter(Boolean).join(' … ')
  const lines = { first: lineAt(text, root.range.start), last: lineAt(text, root.range.end) }
  const problem = { code: 'text-around-deck', ...lines, text: said } as const
  const range = { start: root.range.start, end: root.range.start + 1 }
  const others = diagnostics.filter((one) => !stray.includes(one))
  // Comments and unusual blanks behind the deck go with the text around them.
  dropEdits(others, (edit) => edit.start >= from && edit.end <= from + after.length)
  return { root, diagnostics: [{ ...problem, severity: 'warning', range, edits }, ...others.map(withSpacesOf(text))] }
}

/** Names the unusual blanks of a finding anew, of which some may be gone. */
const withSpacesOf =
  (text: string) =>
  (one: Diagnostic<ParseProblem>): Diagnostic<ParseProblem> =>
    one.code === 'space-special'
      ? { ...one, codePoints: codePointNames((one.edits ?? []).map(({ start }) => text[start]!)) }
      : one

/** Replaces what was found after a deck by the finding that a second one begins at an offset. */
function withSecond(text: string, { root, diagnostics }: ScanResult, at: number): ScanResult {
  const end = root!.range.end
  const lines = { last: lineAt(text, end), next: lineAt(text, at) }
  const lineEnd = text.slice(at).search(/[\r\n]/)
  const range = { start: at, end: lineEnd < 0 ? text.length : at + lineEnd }
  const inside = diagnostics.filter((one) => one.range.start < end)
  return { root, diagnostics: [...inside, { code: 'deck-second', ...lines, severity: 'error', range }] }
}

const lineAt = (text: string, offset: number) => text.slice(0, offset).split('\n').length
