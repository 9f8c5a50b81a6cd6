import { jsonrepair } from 'jsonrepair'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { ParseProblem } from '../model/problems/parse.ts'
import type { Edit, Range, SourceNode } from '../model/source.ts'
import { applyEdits } from '../text/apply-edits.ts'
import { scan } from './scan.ts'

/**
 * Repairs for which jsonrepair is known to fail or to be silently wrong. They are applied before it sees the text, and
 * verified by `verify-repairs.ts` alone.
 */
const preapplied: ReadonlySet<string> = new Set([
  'comma-extra', // stops at `,,`
  'comma-mistyped', // includes `;` in the previous value
  'quote-typographic', // includes guillemets in the value
  'quote-single', // turns the apostrophe of `'don't'` into a quotation mark
  'quote-inside-text', // ends `"ТОО "Ромашка", филиал"` at the inner comma
  'comment-present', // does not support `#`
  'decimal-comma', // takes the comma for the end of the value
  'literal-foreign', // knows some of them only
  'colon-mistyped', // takes `=` for a part of the value
  'space-special', // treats zero-width characters as text
  'objects-unlisted', // our own list, which encloses the rest
  'mark-after-end', // knows commas only
  'bracket-extra', // removes closing brackets after the end, but not commas between them
])

/** Larger values are checked member by member, since jsonrepair copies its whole output at every repair. */
const maxWholeLength = 64 * 1024

/** Repairs times entries: above this, jsonrepair would take too long and only the verification is done. */
const maxWork = 1e9

/** An edit of a repair. `preapplied` ones are applied before jsonrepair sees the text. */
interface Repair extends Edit {
  preapplied: boolean
}

/** Compares the tree with what jsonrepair makes of the text. Returns the range of the first difference, or null. */
export function crossCheck(
  text: string,
  root: SourceNode,
  diagnostics: readonly Diagnostic<ParseProblem>[],
): Range | null {
  const repairs = diagnostics.flatMap(({ code, edits = [] }) =>
    edits.map((edit): Repair => ({ ...edit, preapplied: preapplied.has(code) })),
  )
  repairs.sort((a, b) => a.start - b.start)
  return checkNode(text, root, repairs)?.range ?? null
}

/** Returns the first node that jsonrepair reads differently. `repairs` are those inside the node, in order. */
function checkNode(text: string, node: SourceNode, repairs: readonly Repair[]): SourceNode | null {
  if (repairs.length === 0) return null
  const children = childrenOf(node)
  if (node.range.end - node.range.start <= maxWholeLength || children.length === 0) {
    return firstDisagreement(text, node, node, repairs.filter(isPreapplied))
  }
  return checkChildren(text, node, children, repairs)
}

/** Checks each child on its own, then the node with a zero in place of each child. */
function checkChildren(
  text: string,
  node: SourceNode,
  children: readonly SourceNode[],
  repairs: readonly Repair[],
): SourceNode | null {
  const between: Repair[] = []
  let next = 0
  for (const child of children) {
    const { start, end } = child.range
    while (next < repairs.length && repairs[next]!.start < start) between.push(repairs[next++]!)
    const first = next
    while (next < repairs.length && repairs[next]!.start < end) next++
    const differs = checkNode(text, child, repairs.slice(first, next))
    if (differs) return differs
  }
  for (; next < repairs.length; next++) between.push(repairs[next]!)
  if (between.length === 0 || between.length * children.length > maxWork) return null
  const zeros = children.map(({ range }) => ({ ...range, text: '0' }))
  return firstDisagreement(text, skeleton(node), node, [...between.filter(isPreapplied), ...zeros]) && node
}

const isPreapplied = ({ preapplied }: Repair) => preapplied

/** Returns the first of our nodes that differs from jsonrepair's reading of `place`; null if jsonrepair fails. */
function firstDisagreement(
  text: string,
  ours: SourceNode,
  place: SourceNode,
  done: readonly Edit[],
): SourceNode | null {
  const { start, end } = place.range
  const mine = done.filter((edit) => edit.start >= start && edit.end <= end)
  const shifted = mine.map((edit) => ({ text: edit.text, start: edit.start - start, end: edit.end - start }))
  let repaired: string
  try {
    repaired = jsonrepair(applyEdits(text.slice(start, end), shifted))
  } catch {
    return null
  }
  const theirs = scan(repaired).root
  return theirs ? firstDifference(ours, theirs) : ours
}

function childrenOf(node: SourceNode): SourceNode[] {
  if (node.type === 'array') return node.items
  return node.type === 'object' ? node.members.map(({ value }) => value) : []
}

function skeleton(node: SourceNode): SourceNode {
  const zero = (child: SourceNode): SourceNode => ({ type: 'number', range: child.range, value: 0 })
  if (node.type === 'array') return { ...node, items: node.items.map(zero) }
  if (node.type !== 'object') return node
  return { ...node, members: node.members.map(({ key, value }) => ({ key, value: zero(value) })) }
}

/** Returns the first node of `ours` that differs in `theirs`. Repeated keys are compared one by one. */
export function firstDifference(ours: SourceNode, theirs: SourceNode): SourceNode | null {
  if (ours.type === 'object' && theirs.type === 'object') {
    for (const [i, { key, value }] of ours.members.entries()) {
      const other = theirs.members[i]
      if (!other || unixLines(other.key.value) !== unixLines(key.value)) return key
      const differs = firstDifference(value, other.value)
      if (differs) return differs
    }
    return ours.members.length === theirs.members.length ? null : ours
  }
  if (ours.type === 'array' && theirs.type === 'array') {
    for (const [i, item] of ours.items.entries()) {
      const other = theirs.items[i]
      const differs = other ? firstDifference(item, other) : item
      if (differs) return differs
    }
    return ours.items.length === theirs.items.length ? null : ours
  }
  if (ours.type === 'string' && theirs.type === 'string') {
    return unixLines(ours.value) === unixLines(theirs.value) ? null : ours
  }
  return ours.type === theirs.type && 'value' in ours && 'value' in theirs && Object.is(ours.value, theirs.value)
    ? null
    : ours
}

const unixLines = (text: string) => (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text)
