import type { ArrayNode, Edit, ObjectNode, SourceNode } from '../model/source.ts'
import { longestAscending } from '../text/longest-run.ts'
import { type Block, beginsWithCommas } from './blocks.ts'
import type { EditContext, Parts } from './edit-context.ts'
import { insertedEntries } from './insert-entries.ts'
import type { Token } from './tokens.ts'
import type { WantedContainer, WantedEntry } from './wanted.ts'

/** What changes between two blocks that stay, or between one of them and a bracket. */
export interface Junction {
  /** The block that stays before it; null after the opening bracket. */
  before: Block | null
  /** The block that stays after it; null before the closing bracket. */
  after: Block | null
  /** The blocks between them that go. */
  gone: readonly Block[]
  /** The entries that come. */
  coming: readonly WantedEntry[]
}

/**
 * The edits that give a list or an object of the source other entries. Entries that keep their order stay where they are;
 * others are cut out, with what belongs to them, and written at their place.
 */
export function entryEdits(node: ArrayNode | ObjectNode, wanted: WantedContainer, context: EditContext): Edit[] {
  const { entries } = wanted
  const own = entries.flatMap(({ origin }, i) => (origin?.container === node ? [i] : []))
  const run = longestAscending(own.map((i) => entries[i]!.origin!.index))
  const stays = new Map([...run].map((position) => [entries[own[position]!]!.origin!.index, entries[own[position]!]!]))
  const inner = [...stays].flatMap(([index, { value }]) => {
    return context.valueEdits(valueAt(node, index), value, () => isOverLines(node, context))
  })
  const count = node.type === 'array' ? node.items.length : node.members.length
  if (stays.size === count && entries.length === count) return inner
  const parts = context.partsOf(node)
  const junctions = junctionsOf(parts.blocks, stays, comingAfter(entries, stays))
  const closers = junctions.flatMap(({ before, coming }) =>
    before && before.entry >= 0 && coming.length > 0
      ? context.closers(valueAt(node, before.entry), stays.get(before.entry)!.value)
      : [],
  )
  return [...inner, ...closers, ...junctions.flatMap((junction) => junctionEdits(node, parts, junction, context))]
}

const valueAt = (node: ArrayNode | ObjectNode, index: number): SourceNode =>
  node.type === 'array' ? node.items[index]! : node.members[index]!.value

/** Whether a list or an object goes over several lines. */
export const isOverLines = ({ range }: ArrayNode | ObjectNode, { text }: EditContext): boolean =>
  /[\r\n]/.test(text.slice(range.start, range.end))

/** The entries that come after each entry that stays, by its index in the source; those at the start after -1. */
function comingAfter(
  entries: readonly WantedEntry[],
  stays: ReadonlyMap<number, WantedEntry>,
): Map<number, WantedEntry[]> {
  const coming = new Map<number, WantedEntry[]>()
  let last = -1
  for (const entry of entries) {
    const index = entry.origin?.index ?? -1
    if (stays.get(index) === entry) last = index
    else coming.set(last, [...(coming.get(last) ?? []), entry])
  }
  return coming
}

/** The places where something changes. */
function junctionsOf(
  blocks: readonly Block[],
  stays: ReadonlyMap<number, WantedEntry>,
  coming: ReadonlyMap<number, WantedEntry[]>,
): Junction[] {
  const junctions: Junction[] = []
  let before: Block | null = null
  let gone: Block[] = []
  for (const block of [...blocks, null]) {
    if (block && block.entry >= 0 && !stays.has(block.entry)) {
      gone.push(block)
      continue
    }
    const here: WantedEntry[] =
      (before === null ? coming.get(-1) : before.entry >= 0 ? coming.get(before.entry) : []) ?? []
    if (gone.length > 0 || here.length > 0) junctions.push({ before, after: block, gone, coming: here })
    before = block
    gone = []
  }
  return junctions
}

function junctionEdits(node: ArrayNode | ObjectNode, parts: Parts, junction: Junction, context: EditContext): Edit[] {
  const { before, after, gone, coming } = junction
  if (
    coming.length === 0 &&
    !before &&
    !after &&
    parts.tokens.every((token, i) => token.kind === 'blank' || isIn(gone, i))
  )
    return [{ start: parts.start, end: parts.end, text: '' }]
  const spans = spansOf(gone, parts.tokens)
  const removals = spans.map((span, i) => removal(span, parts, junction, context, i === 0))
  return [...commaEdits(parts, junction, context), ...insertedEntries(node, parts, junction, context), ...removals]
}

const isIn = (blocks: readonly Block[], token: number) =>
  blocks.some(({ first, last }) => first <= token && token <= last)

/** Tokens from one to another, both included. */
interface Span {
  first: number
  last: number
}

/** The parts to be cut out: blocks with only blanks between them are one. */
function spansOf(gone: readonly Block[], tokens: readonly Token[]): Span[] {
  const spans: Span[] = []
  for (const { first, last } of gone) {
    const open = spans.at(-1)
    if (open && tokens.slice(open.last + 1, first).every(({ kind }) => kind === 'blank')) open.last = last
    else spans.push({ first, last })
  }
  return spans
}

/** Cuts out a span with the blanks before it, or with those after it where it is the first in its brackets. */
function removal(
  { first, last }: Span,
  parts: Parts,
  { before, after, coming }: Junction,
  { text }: EditContext,
  isFirst: boolean,
): Edit {
  const { tokens } = parts
  const blankBefore = tokens[first - 1]?.kind === 'blank'
  const blankAfter = tokens[last + 1]?.kind === 'blank'
  let from = first
  let to = last
  const takesPlace = isFirst && !before && !after && coming.length > 0
  const opens = first - (blankBefore ? 1 : 0) === 0
  const followed = last + (blankAfter ? 2 : 1) < tokens.length
  if (opens && followed && !takesPlace) to = last + (blankAfter ? 1 : 0)
  else if (!takesPlace && blankBefore && !endsLine(tokens, first - 2, last + 1, text)) from = first - 1
  return { start: tokens[from]!.start, end: tokens[to]!.end, text: '' }
}

/** Whether a comment before a cut needs the line break that would be cut out. */
function endsLine(tokens: readonly Token[], before: number, after: number, text: string): boolean {
  const next = tokens[after]
  const hasBreak = next?.kind === 'blank' && /[\r\n]/.test(text.slice(next.start, next.end))
  return tokens[before]?.kind === 'comment' && !hasBreak
}

/** Adds and takes away the commas that become necessary, or needless, between what stays. */
function commaEdits(
  { tokens, blocks }: Parts,
  { before, after, gone, coming }: Junction,
  { text }: EditContext,
): Edit[] {
  const cut = (token: number): Edit => {
    const { start, end } = tokens[token]!
    // The blanks behind a comma that begins a line go with it.
    const blank = token === after?.commaBefore ? /^[ \t]*/.exec(text.slice(end, end + 100))![0].length : 0
    return { start, end: end + blank, text: '' }
  }
  if (coming.length > 0) {
    const needsComma =
      before && before.commaAfter === null && !beginsWithCommas(before, after, gone[0], before ? null : blocks[1])
    return needsComma ? [commaAt(tokens[before.token]!.end)] : []
  }
  if (!before) return after && after.commaBefore !== null ? [cut(after.commaBefore)] : []
  if (!after) return before.commaAfter !== null && before.entry >= 0 ? [cut(before.commaAfter)] : []
  if (before.commaAfter !== null) return after.commaBefore !== null ? [cut(after.commaBefore)] : []
  return after.commaBefore !== null || before.entry < 0 ? [] : [commaAt(tokens[before.token]!.end)]
}

const commaAt = (at: number): Edit => ({ start: at, end: at, text: ',' })
