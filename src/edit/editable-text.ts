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
  /** How many places could not be read. */
  errors: number
  /** How a string of the tree reads once it is cleaned, as everything but editing sees it. */
  cleanedOf: (node: StringNode) => string
}

/** Reads a text for editing, whatever it holds. */
export function readEditable(text: string): EditableText {
  const { root, diagnostics } = scanText(text)
  const comments = diagnostics
    .filter(({ code }) => code === 'comment-present')
    .flatMap(({ edits = [] }) => edits.map(({ start, end }) => ({ start, end })))
  const cleaned = lazily(() => stringsOf(parse(text).root))
  return {
    text,
    root,
    comments: comments.sort((a, b) => a.start - b.start),
    errors: diagnostics.filter(({ severity }) => severity === 'error').length,
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
