import type { Diagnostic } from '../model/diagnostic.ts'
import { excerpt } from '../model/excerpt.ts'
import type { ParseProblem } from '../model/problems/parse.ts'
import type { SourceNode } from '../model/source.ts'
import { scan } from './scan.ts'

interface ScanResult {
  root: SourceNode | null
  diagnostics: Diagnostic<ParseProblem>[]
}

/** Where a deck stands in other text. Shape: offsets; `end` is exclusive, or the end of the text where it is not known. */
interface Frame {
  start: number
  end: number
}

const fence = '```'
/** How an object with fields begins. */
const objectStart = /\{\s*(?:["“„«'`＂]|[\p{L}_$][\p{L}\p{N}_$-]*\s*[:=])/u

/**
 * Scans a text that may have other text around the deck, such as the answer of a chat or a line of JavaScript. The deck is
 * taken if there is one, and nothing that looks like a part of it stands outside; the text around it is a warning.
 *
 * Shape: ranges are those of the whole text.
 */
export function scanDeck(text: string): ScanResult {
  const frame = findFrame(text)
  const inner = frame ? blankOutside(text, frame) : text
  const found = scan(inner)
  const after = found.diagnostics.find(({ code }) => code === 'text-after-end')
  if (after && /^[{[]/.test(text.slice(after.range.start, after.range.start + 1))) {
    return { ...found, diagnostics: replace(found, after, secondDeck(text, found.root!, after)) }
  }
  if (!frame) return found
  const tail = after && text.slice(after.range.start)
  if (tail && /["“„«{}[\]:]/.test(tail)) return found
  const end = Math.min(frame.end, after?.range.start ?? text.length)
  const taken = after ? scan(blankOutside(text, { start: frame.start, end })) : found
  if (!taken.root) return taken
  const problem = aroundDeck(text, taken.root, { start: frame.start, end })
  return { root: taken.root, diagnostics: [problem, ...taken.diagnostics] }
}

/** Finds a deck behind other text; null if the text begins with it, or if there is none. */
function findFrame(text: string): Frame | null {
  const first = text.search(/\S/)
  if (first < 0 || /[{[/#,;}\]]/.test(text[first]!) || isStructural(text[first]!)) return null
  const opening = text.indexOf(fence)
  if (opening >= 0) {
    const line = text.indexOf('\n', opening)
    const begin = line < 0 ? -1 : text.slice(line).search(/\S/) + line
    const close = text.indexOf(fence, opening + fence.length)
    const end = close < 0 ? text.length : close
    if (line >= 0 && /[{[]/.test(text[begin]!)) {
      return text.slice(end + fence.length).search(objectStart) >= 0 ? null : { start: begin, end }
    }
  }
  const start = text.search(objectStart)
  return start >= 0 && isForeign(text.slice(0, start)) ? { start, end: text.length } : null
}

/**
 * Whether the text before an object is certainly no part of a deck whose first bracket is missing: lines without quotation
 * marks and brackets, and then the object on a line of its own, or an assignment.
 */
function isForeign(before: string): boolean {
  if (/["“„«'{}[\]]/.test(before)) return false
  const words = before.trimEnd()
  if (/[=(]$|\b(?:return|default)$/.test(words)) return true
  const lastLine = words.slice(words.lastIndexOf('\n') + 1).trim()
  return /\n[ \t]*$/.test(before.slice(-200)) && !/[,;]$/.test(lastLine) && /\S[ \t]\S/.test(lastLine)
}

/** Full-width brackets and invisible characters, which other repairs read. */
const isStructural = (character: string) => /[｛［\uFEFF\u200B\u00AD\u2060]/.test(character)

/** The text with blanks outside the frame, so that offsets stay. Line breaks do not matter there. */
const blankOutside = (text: string, { start, end }: Frame) =>
  ' '.repeat(start) + text.slice(start, end) + ' '.repeat(text.length - end)

const replace = (
  { diagnostics }: ScanResult,
  old: Diagnostic<ParseProblem>,
  by: Diagnostic<ParseProblem>,
): Diagnostic<ParseProblem>[] => diagnostics.map((one) => (one === old ? by : one))

function aroundDeck(text: string, root: SourceNode, { start, end }: Frame): Diagnostic<ParseProblem> {
  const lines = { first: lineAt(text, start), last: lineAt(text, root.range.end) }
  const edits = [
    { start: 0, end: start, text: '' },
    { start: end, end: text.length, text: '' },
  ]
  const problem = { code: 'text-around-deck', ...lines, text: excerpt(text.slice(0, start)) } as const
  return {
    ...problem,
    severity: 'warning',
    range: { start, end: start + 1 },
    edits: edits.filter((one) => one.end > one.start),
  }
}

function secondDeck(text: string, root: SourceNode, after: Diagnostic<ParseProblem>): Diagnostic<ParseProblem> {
  const lines = { last: lineAt(text, root.range.end), next: lineAt(text, after.range.start) }
  return { code: 'deck-second', ...lines, severity: 'error', range: after.range }
}

const lineAt = (text: string, offset: number) => text.slice(0, offset).split('\n').length
