import type { ArrayNode, Edit, ObjectNode, SourceNode } from '../model/source.ts'
import { type Block, beginsWithCommas } from './blocks.ts'
import type { EditContext, Parts } from './edit-context.ts'
import { writtenBlock } from './move-block.ts'
import { indentAt, isHalf, lineBreakAt, lineStart } from './style.ts'
import type { Token } from './tokens.ts'
import { kept, openContainer, type WantedEntry } from './wanted.ts'

/** What stays, goes and comes at one place of a list or an object: see `Junction`. */
interface Place {
  before: Block | null
  after: Block | null
  gone: readonly Block[]
  coming: readonly WantedEntry[]
}

/** The edits that write the entries which come at a place: with commas, indentation and line ends as their neighbours have. */
export function insertedEntries(
  node: ArrayNode | ObjectNode,
  parts: Parts,
  place: Place,
  context: EditContext,
): Edit[] {
  const { before, after, gone, coming } = place
  const neighbour = before ?? after ?? gone[0]
  if (coming.length === 0) return []
  if (!neighbour) return [intoEmpty(node, parts, coming, context)]
  const { tokens, blocks } = parts
  const blank = blankBeside(parts, neighbour, context)
  const entries = coming.map((entry) =>
    writtenBlock(entry, context, {
      at: tokens[neighbour.token]!.start,
      indent: indentOf(parts, neighbour, blank, context),
      isExpanded: isExpanded(node, neighbour, entry, context),
    }),
  )
  // After the last of these a comma may stand already.
  const needsLast =
    after !== null && after.commaBefore === null && !(before && hasLooseComma(tokens, before, after, gone))
  const lines = { blank, ...lineAt(context, tokens[neighbour.token]!.start) }
  const begins = beginsWithCommas(before, after, gone[0], before ? null : blocks[1])
  const mark = begins ? `,${context.style().gap}` : ''
  let text = ''
  let inComment = before !== null && isLineComment(tokens[before.last]!, context.text)
  for (const [i, { lead, body, trail, endsInComment }] of entries.entries()) {
    const isLast = i === entries.length - 1
    if (before || i > 0) text += separator(lines, inComment) + (i === 0 && before?.commaAfter != null ? '' : mark)
    text += `${lead}${body}${(isLast ? needsLast && (before || !begins) : !begins) ? ',' : ''}${trail}`
    inComment = endsInComment
  }
  const at = before ? tokens[before.last]!.end : tokens[(after ?? neighbour).first]!.start
  if (!before && after) return [insertion(at, text + separator(lines, inComment) + (needsLast ? mark : ''))]
  const next = gone.length > 0 ? tokens[gone.at(-1)!.last]!.end : at
  const needsBreak = inComment && !/^[ \t]*(?:[\r\n]|$)/.test(context.text.slice(next, next + 200))
  return [insertion(at, needsBreak || isHalf(context.text, at, text) ? text + separator(lines, true) : text)]
}

const insertion = (at: number, text: string): Edit => ({ start: at, end: at, text })

interface Lines {
  blank: string
  lineBreak: string
  indent: string
}

const lineAt = ({ text, style }: EditContext, at: number) => ({
  lineBreak: lineBreakAt(text, at, style()),
  indent: indentAt(text, at),
})

/** What stands between two entries: a line break at least where one is needed, as after a comment. */
const separator = ({ blank, lineBreak, indent }: Lines, inComment: boolean): string =>
  inComment && !/[\r\n]/.test(blank) ? lineBreak + indent : blank

const isLineComment = ({ kind, start }: Token, text: string): boolean =>
  kind === 'comment' && !text.startsWith('/*', start)

/** Whether a comma stands between two blocks that belongs to neither and stays. */
function hasLooseComma(tokens: readonly Token[], before: Block, after: Block, gone: readonly Block[]): boolean {
  return tokens
    .slice(before.last + 1, after.first)
    .some(
      ({ kind }, i) => kind === 'comma' && !gone.some(({ first, last }) => isBetween(before.last + 1 + i, first, last)),
    )
}

const isBetween = (index: number, first: number, last: number) => first <= index && index <= last

/** The blanks between two entries, as they are beside a block. */
function blankBeside({ tokens, blocks }: Parts, block: Block, { text, style }: EditContext): string {
  const before = ({ first }: Block) => {
    const token = tokens[first - 1]
    return token?.kind === 'blank' ? text.slice(token.start, token.end).replace(/[^ \t\r\n]/g, '') : ''
  }
  const index = blocks.indexOf(block)
  const next = blocks[index + 1]
  if (next) return before(next)
  const own = before(block)
  return index > 0 || /[\r\n]/.test(own) ? own : style().gap
}

/** The indentation of the lines of a new entry beside a block. */
function indentOf({ tokens }: Parts, { token }: Block, blank: string, { text }: EditContext): string {
  const lines = blank.split(/[\r\n]/)
  if (lines.length > 1) return lines.at(-1)!
  const { start, end } = tokens[token]!
  return indentAt(text, lineStart(text, end) > start ? end : start)
}

/** Whether a new entry goes over several lines: as the next one of its kind does, or else the whole list. */
function isExpanded(
  node: ArrayNode | ObjectNode,
  { entry }: Block,
  { value }: WantedEntry,
  { text }: EditContext,
): boolean {
  const values = node.type === 'array' ? node.items : node.members.map((member) => member.value)
  const type = openContainer(value)?.type
  const isLike = (one: SourceNode | undefined) =>
    one?.type === type && one !== undefined && (openContainer(kept(one))?.entries.length ?? 0) > 0
  const model = isLike(values[entry]) ? values[entry] : values.find(isLike)
  const { start, end } = (model ?? node).range
  return /[\r\n]/.test(text.slice(start, end))
}

/** Writes the first entries of a list or an object, behind the comments in it. */
function intoEmpty(
  node: ArrayNode | ObjectNode,
  parts: Parts,
  coming: readonly WantedEntry[],
  context: EditContext,
): Edit {
  const { text, style } = context
  const { unit, padding, gap, hasLines } = style()
  const outer = indentAt(text, node.range.start)
  const line = text.slice(lineStart(text, node.range.start), node.range.start)
  const comment = parts.tokens.findLast(({ kind }) => kind === 'comment')
  const isOpen = /[\r\n]/.test(text.slice(parts.start, parts.end))
  const holdsMore =
    node.type === 'object' || coming.some(({ value }) => (openContainer(value)?.entries.length ?? 0) > 0)
  const isExpanded = isOpen || (hasLines && holdsMore && !/[{｛]/.test(line))
  const lineBreak = lineBreakAt(text, node.range.start, style())
  const inner = outer + unit
  const placing = { at: node.range.start, indent: isExpanded ? inner : outer, isExpanded }
  const entries = coming.map((entry) => writtenBlock(entry, context, placing))
  const blank = isExpanded ? lineBreak + inner : ''
  const written = entries.map(({ lead, body, trail, endsInComment }, i) => {
    const comma = i < entries.length - 1 ? ',' : ''
    const after = endsInComment && !isExpanded ? lineBreak + outer : ''
    return `${lead}${body}${comma}${trail}${after}`
  })
  const all = written.map((one, i) => (isExpanded ? blank : i > 0 ? gap : '') + one).join('')
  if (comment) {
    const separated = isExpanded ? all : ` ${all}`
    return insertion(comment.end, separated)
  }
  const space = node.type === 'object' && !isExpanded ? padding : ''
  const end = isExpanded ? lineBreak + outer : space
  return { start: parts.start, end: parts.end, text: `${space}${all}${end}` }
}
