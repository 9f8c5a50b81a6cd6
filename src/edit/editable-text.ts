import type { Range, SourceNode, StringNode } from '../model/source.ts'
import { parse, scanText } from '../parse/parse.ts'
import { lazily } from './lazily.ts'

/** A text that was read for editing. */
export interface EditableText {
  text: string
  /** The tree as the file has it: strings are not cleaned of what word processors leave. Null if nothing could be read. */
  root: SourceNode | null
  /** The comments, in source order. */
  comments: readonly Range[]
  /** How many places could not be read, strings aside whose contents are wrong. */
  errors: number
  /** How many limits of decks it exceeds. */
  excesses: number
  /** Whether all repairs of the file are certain: where one is not, a deck is not shown. */
  isCertain: () => boolean
  /** How a string of the tree reads once it is cleaned, as everything but editing sees it. */
  cleanedOf: (node: StringNode) => string
}

/** Errors inside a string, whose place in the tree is certain. */
const ofContents: ReadonlySet<string> = new Set(['escape-unknown', 'path-backslash'])

/** Errors of a deck that is read, and is too large. */
const ofSize: ReadonlySet<string> = new Set(['text-characters-too-many', 'values-too-many', 'mistakes-too-many'])

/** Reads a text for editing, whatever it holds. */
export function readEditable(text: string): EditableText {
  const { root, diagnostics } = scanText(text)
  const comments = diagnostics
    .filter(({ code }) => code === 'comment-present')
    .flatMap(({ edits = [] }) => edits.map(({ start, end }) => ({ start, end })))
  const parsed = lazily(() => parse(text))
  const cleaned = lazily(() => stringsOf(parsed().root))
  return {
    text,
    root,
    comments: comments.sort((a, b) => a.start - b.start),
    errors: diagnostics.filter(({ severity, code }) => severity === 'error' && !ofContents.has(code)).length,
    excesses: diagnostics.filter(({ code }) => ofSize.has(code)).length,
    isCertain: () => diagnostics.length === 0 || parsed().diagnostics.every(({ code }) => code !== 'repair-uncertain'),
    cleanedOf: ({ range, value }) => cleaned().get(range.start) ?? value,
  }
}

/** The strings that are values, by their places. */
function stringsOf(root: SourceNode | null, found = new Map<number, string>()): Map<number, string> {
  if (root?.type === 'string') found.set(root.range.start, root.value)
  else if (root?.type === 'array') for (const item of root.items) stringsOf(item, found)
  else if (root?.type === 'object') for (const { value } of root.members) stringsOf(value, found)
  return found
}
