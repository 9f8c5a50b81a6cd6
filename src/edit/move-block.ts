import type { EditContext } from './edit-context.ts'
import type { WantedEntry } from './wanted.ts'
import { writeEntry } from './write-value.ts'

/** An entry as it is written at its new place, with the comments that belong to it. */
export interface WrittenBlock {
  /** What stands before it: comments, each with the line break after it. */
  lead: string
  body: string
  /** What stands behind its comma. */
  trail: string
  /** Whether nothing can follow on the same line. */
  endsInComment: boolean
}

/** Where an entry is written. Units: `at` is a place of the source that is written as the entry should be. */
interface Placement {
  at: number
  indent: string
  isExpanded: boolean
}

/** Writes an entry that comes to a place. One that was moved brings its comments and keeps the text that it had. */
export function writtenBlock(
  entry: WantedEntry,
  context: EditContext,
  { at, indent, isExpanded }: Placement,
): WrittenBlock {
  const body = writeEntry(entry, context.placing(at, indent, isExpanded))
  if (!entry.origin) return { lead: '', body, trail: '', endsInComment: false }
  const { tokens, blocks } = context.partsOf(entry.origin.container)
  const block = blocks.find((one) => one.entry === entry.origin!.index)!
  /** The text of some tokens, without the commas of the block. */
  const textOf = (from: number, to: number) =>
    tokens
      .slice(from, to)
      .filter((_, i) => from + i !== block.commaBefore && from + i !== block.commaAfter)
      .map(({ start, end }) => context.text.slice(start, end))
      .join('')
  const lead = textOf(block.first, block.token)
  const last = tokens[block.last]!
  return {
    lead: block.commaBefore === null ? lead : lead.trimStart(),
    body,
    trail: textOf(block.token + 1, block.last + 1),
    endsInComment: last.kind === 'comment' && !context.text.startsWith('/*', last.start),
  }
}
