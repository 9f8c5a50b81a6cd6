import type { ArrayNode, JsonValue, ObjectNode, SourceNode } from '../model/source.ts'

/**
 * A value as an edit wants it: one that stands in the source as it is, a list or an object with changed entries, or a new
 * value. Trees of these are never changed: an operation makes a new tree, which shares all that stays.
 */
export type Wanted = Kept | WantedContainer | Written

/** A value that stands in the source, and stays as it is written there. */
export interface Kept {
  kind: 'kept'
  node: SourceNode
}

/** A list or an object whose entries changed. `node` is where it stands in the source; null if it is new. */
export interface WantedContainer {
  kind: 'container'
  type: 'array' | 'object'
  node: ArrayNode | ObjectNode | null
  entries: readonly WantedEntry[]
}

/** A value that is new. */
export interface Written {
  kind: 'written'
  value: JsonValue
}

/** An item of a list, or a field of an object. */
export interface WantedEntry {
  /** The name of a field; null for an item. */
  name: string | null
  /** The entry of the source that it is, perhaps moved or changed; null if it is new or a copy. */
  origin: { container: ArrayNode | ObjectNode; index: number } | null
  value: Wanted
}

/** A value of the source that stays. */
export const kept = (node: SourceNode): Kept => ({ kind: 'kept', node })

/** A new entry. */
export const newEntry = (name: string | null, value: Wanted): WantedEntry => ({ name, origin: null, value })

/** Whether a value is an object of JSON. */
export const isObject = (value: JsonValue): value is { [name: string]: JsonValue } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Returns a list or an object with its entries, whatever it was made of; null for texts, numbers and the like. */
export function openContainer(wanted: Wanted): WantedContainer | null {
  if (wanted.kind === 'container') return wanted
  if (wanted.kind === 'kept') return openNode(wanted.node)
  const { value } = wanted
  if (Array.isArray(value))
    return newContainer(
      'array',
      value.map((item) => newEntry(null, written(item))),
    )
  if (!isObject(value)) return null
  return newContainer(
    'object',
    Object.entries(value).map(([name, field]) => newEntry(name, written(field))),
  )
}

const written = (value: JsonValue): Written => ({ kind: 'written', value })

const newContainer = (type: 'array' | 'object', entries: readonly WantedEntry[]): WantedContainer => ({
  kind: 'container',
  type,
  node: null,
  entries,
})

function openNode(node: SourceNode): WantedContainer | null {
  const entry = (value: SourceNode, index: number, name: string | null): WantedEntry => ({
    name,
    origin: { container: node as ArrayNode | ObjectNode, index },
    value: kept(value),
  })
  if (node.type === 'array')
    return { kind: 'container', type: 'array', node, entries: node.items.map((item, i) => entry(item, i, null)) }
  if (node.type !== 'object') return null
  const entries = node.members.map(({ key, value }, i) => entry(value, i, key.value))
  return { kind: 'container', type: 'object', node, entries }
}

/** The index of the entry that a step of a path means, the last one of a name; -1 if there is none. */
export function indexOfStep({ type, entries }: WantedContainer, step: string | number): number {
  if (type === 'object') return entries.findLastIndex(({ name }) => name === String(step))
  return typeof step === 'number' && Number.isInteger(step) && step >= 0 && step < entries.length ? step : -1
}

/** Whether a wanted value is what a node holds, name by name. The strings of the node are the raw ones. */
export function isSame(wanted: Wanted, node: SourceNode): boolean {
  if (wanted.kind === 'kept') return isSameNode(wanted.node, node)
  if (wanted.kind === 'written') return isSameValue(wanted.value, node)
  const found = openNode(node)
  if (found?.type !== wanted.type || found.entries.length !== wanted.entries.length) return false
  return wanted.entries.every(({ name, value }, i) => {
    const other = found.entries[i]!
    return other.name === name && other.value.kind === 'kept' && isSame(value, other.value.node)
  })
}

function isSameNode(a: SourceNode, b: SourceNode): boolean {
  if (a.type !== b.type) return false
  if (a.type === 'array' && b.type === 'array')
    return a.items.length === b.items.length && a.items.every((item, i) => isSameNode(item, b.items[i]!))
  if (a.type === 'object' && b.type === 'object')
    return (
      a.members.length === b.members.length &&
      a.members.every(({ key, value }, i) => {
        const other = b.members[i]!
        return key.value === other.key.value && isSameNode(value, other.value)
      })
    )
  return 'value' in a && 'value' in b && a.value === b.value
}

/** Whether a node holds exactly a value, the order of names aside. Of a name that stands twice there is no such value. */
export function isSameValue(value: JsonValue, node: SourceNode): boolean {
  if (Array.isArray(value))
    return (
      node.type === 'array' &&
      node.items.length === value.length &&
      value.every((item, i) => isSameValue(item, node.items[i]!))
    )
  if (!isObject(value)) return node.type !== 'array' && node.type !== 'object' && node.value === value
  return (
    node.type === 'object' &&
    node.members.length === Object.keys(value).length &&
    node.members.every(
      ({ key, value: field }) => Object.hasOwn(value, key.value) && isSameValue(value[key.value]!, field),
    )
  )
}
