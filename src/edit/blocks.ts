import type { Inside, Token } from './tokens.ts'

/**
 * An entry with what belongs to it: the comments that stand above it with no empty line between, those behind it on its line,
 * and the comma after it on its line, or before it where commas begin the lines. All of these go where the entry goes.
 *
 * Units: indexes into the tokens; `first` and `last` include all that belongs to the entry.
 */
export interface Block {
  /** The index of the entry among those of its list or object; -1 for text that the parser could not read. */
  entry: number
  token: number
  first: number
  last: number
  commaBefore: number | null
  commaAfter: number | null
}

/** Whether commas begin the lines beside a place, rather than end them. */
export const beginsWithCommas = (...blocks: readonly (Block | null | undefined)[]): boolean =>
  blocks.some((block) => block && block.commaBefore !== null)

/** Finds what belongs to each entry. Shape: blocks in source order; what is in none of them belongs to the container. */
export function blocksOf({ tokens }: Inside, text: string): Block[] {
  const blocks: Block[] = []
  let entry = 0
  for (const [token, { kind }] of tokens.entries()) {
    if (kind !== 'entry' && kind !== 'unread') continue
    const index = kind === 'entry' ? entry++ : -1
    blocks.push({ entry: index, token, first: token, last: token, commaBefore: null, commaAfter: null })
  }
  const breaks = tokens.map((token) => lineBreaks(text, token))
  for (let i = 0; i <= blocks.length; i++) divideGap(tokens, breaks, blocks[i - 1] ?? null, blocks[i] ?? null)
  return blocks
}

/** The number of line breaks in a token. */
const lineBreaks = (text: string, { kind, start, end }: Token): number =>
  kind === 'blank' || kind === 'comment' ? (text.slice(start, end).match(/\r\n?|\n/g)?.length ?? 0) : 0

/** Divides what stands between two blocks among them. */
function divideGap(
  tokens: readonly Token[],
  breaks: readonly number[],
  before: Block | null,
  after: Block | null,
): void {
  const from = before ? before.token + 1 : 0
  const to = after ? after.token : tokens.length
  let lineEnd = from
  while (lineEnd < to && !(tokens[lineEnd]!.kind === 'blank' && breaks[lineEnd]! > 0)) lineEnd++
  const comma = tokens.findIndex(({ kind }, i) => kind === 'comma' && i >= from && i < to)
  const hasComma = comma >= 0
  if (before && hasComma && comma < lineEnd) before.commaAfter = comma
  else if (after && hasComma && before) after.commaBefore = comma
  if (before) {
    const isLastOnLine = lineEnd < to || !after
    for (let i = from; i < lineEnd; i++)
      if (i === before.commaAfter || (tokens[i]!.kind === 'comment' && (isLastOnLine || (hasComma && i < comma))))
        before.last = i
  }
  if (after)
    after.first = firstOf(tokens, breaks, { from: before ? before.last + 1 : from, lineEnd, to }, before, after)
}

/** The first token of what belongs to a block, among those before it. */
function firstOf(
  tokens: readonly Token[],
  breaks: readonly number[],
  { from, lineEnd, to }: { from: number; lineEnd: number; to: number },
  before: Block | null,
  after: Block,
): number {
  let first = to
  for (let i = to - 1; i >= from; i--) {
    const { kind } = tokens[i]!
    if (kind === 'blank') {
      if (breaks[i]! > 1) break
    } else if (i === after.commaBefore) {
      first = i
    } else if (kind === 'comment' && (i > lineEnd || lineEnd === to || before)) first = i
    else break
  }
  // A comma may stand further up, above comments that an empty line sets off.
  if (after.commaBefore !== null && after.commaBefore < first) after.commaBefore = null
  return first
}
