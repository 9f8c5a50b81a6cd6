import type { JsonValue, Range, SourceNode, StringNode } from '../model/source.ts'
import { openContainer, type Wanted } from './wanted.ts'

const nowhere: Range = { start: 0, end: 0 }
const known = new WeakMap<Wanted, SourceNode>()

/** Returns a wanted value as a tree, to be read like one of a file. What stands in the source is the node itself. */
export function nodeOfWanted(wanted: Wanted): SourceNode {
  if (wanted.kind === 'kept') return wanted.node
  const node = known.get(wanted) ?? makeNode(wanted)
  known.set(wanted, node)
  return node
}

function makeNode(wanted: Wanted): SourceNode {
  if (wanted.kind === 'written') return nodeOfValue(wanted.value)
  const { type, entries, node } = openContainer(wanted)!
  const range = node?.range ?? nowhere
  if (type === 'array') return { type, range, items: entries.map(({ value }) => nodeOfWanted(value)) }
  const members = entries.map(({ name, value }) => ({ key: keyNode(name ?? ''), value: nodeOfWanted(value) }))
  return { type, range, members }
}

/** Returns a value as a tree that stands nowhere. */
export function nodeOfValue(value: JsonValue): SourceNode {
  if (Array.isArray(value)) return { type: 'array', range: nowhere, items: value.map(nodeOfValue) }
  if (typeof value === 'string') return keyNode(value)
  if (value === null) return { type: 'null', range: nowhere, value }
  if (typeof value === 'object') {
    const members = Object.entries(value).map(([name, field]) => ({ key: keyNode(name), value: nodeOfValue(field) }))
    return { type: 'object', range: nowhere, members }
  }
  return { type: typeof value === 'number' ? 'number' : 'boolean', range: nowhere, value }
}

/** A text, or the name of a field, that stands nowhere. */
export const keyNode = (value: string): StringNode => ({ type: 'string', range: nowhere, value })
