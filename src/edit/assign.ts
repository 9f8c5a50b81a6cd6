import type { JsonValue, SourceNode, StringNode } from '../model/source.ts'
import { isObject, newEntry, openContainer, type Wanted, type WantedContainer, type WantedEntry } from './wanted.ts'

/** How a string of the source reads once it is cleaned of what word processors leave. */
export type CleanedOf = (node: StringNode) => string

/**
 * Gives a value to a place of the tree. What reads the same before and after stays as it is written: of a table in which one
 * cell changed only this cell is new.
 */
export function assign(current: Wanted, value: JsonValue, cleanedOf: CleanedOf): Wanted {
  if (readsAs(current, value, cleanedOf)) return current
  const container = openContainer(current)
  if (container?.type === 'array' && Array.isArray(value)) return assignItems(container, value, cleanedOf)
  if (container?.type === 'object' && isObject(value)) return assignFields(container, value, cleanedOf)
  return { kind: 'written', value }
}

/** Whether a place of the tree already reads as a value. Of a name that stands twice the last field counts. */
function readsAs(current: Wanted, value: JsonValue, cleanedOf: CleanedOf): boolean {
  if (current.kind === 'written') return isEqual(current.value, value)
  const container = openContainer(current)
  if (!container) return current.kind === 'kept' && scalarReadsAs(current.node, value, cleanedOf)
  const { entries, type } = container
  if (type === 'array')
    return (
      Array.isArray(value) &&
      entries.length === value.length &&
      entries.every((entry, i) => readsAs(entry.value, value[i]!, cleanedOf))
    )
  if (!isObject(value)) return false
  const fields = new Map(entries.map((entry) => [entry.name!, entry.value]))
  const names = Object.keys(value)
  return (
    names.length === fields.size &&
    names.every((name) => fields.has(name) && readsAs(fields.get(name)!, value[name]!, cleanedOf))
  )
}

const scalarReadsAs = (node: SourceNode, value: JsonValue, cleanedOf: CleanedOf): boolean =>
  'value' in node && (node.value === value || (node.type === 'string' && cleanedOf(node) === value))

/** Whether two values are the same, the order of names aside. */
export function isEqual(a: JsonValue, b: JsonValue): boolean {
  if (a === b) return true
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, i) => isEqual(item, b[i]!))
  if (Array.isArray(a) || Array.isArray(b) || !isObject(a) || !isObject(b)) return false
  const names = Object.keys(a)
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => Object.hasOwn(b, name) && isEqual(a[name]!, b[name]!))
  )
}

/** Keeps the items at both ends that stay, and gives those between their new values one by one. */
function assignItems(container: WantedContainer, values: readonly JsonValue[], cleanedOf: CleanedOf): Wanted {
  const { entries } = container
  const shorter = Math.min(entries.length, values.length)
  let head = 0
  while (head < shorter && readsAs(entries[head]!.value, values[head]!, cleanedOf)) head++
  let tail = 0
  while (tail < shorter - head && readsAs(entries.at(-1 - tail)!.value, values.at(-1 - tail)!, cleanedOf)) tail++
  const old = entries.slice(head, entries.length - tail)
  const between = values.slice(head, values.length - tail).map((value, i): WantedEntry => {
    const entry = old[i]
    return entry
      ? { ...entry, value: assign(entry.value, value, cleanedOf) }
      : newEntry(null, { kind: 'written', value })
  })
  return {
    ...container,
    entries: [...entries.slice(0, head), ...between, ...entries.slice(entries.length - tail)],
  }
}

/** Changes the fields that differ, takes away those that are gone, and adds the new ones at the end. */
function assignFields(container: WantedContainer, value: { [name: string]: JsonValue }, cleanedOf: CleanedOf): Wanted {
  const { entries } = container
  const lastOf = new Map(entries.map(({ name }, i) => [name, i]))
  const stay = entries.flatMap((entry, i): WantedEntry[] => {
    const { name } = entry
    if (name === null || !Object.hasOwn(value, name)) return []
    return [lastOf.get(name) === i ? { ...entry, value: assign(entry.value, value[name]!, cleanedOf) } : entry]
  })
  const added = Object.entries(value)
    .filter(([name]) => !lastOf.has(name))
    .map(([name, field]) => newEntry(name, { kind: 'written', value: field }))
  return { ...container, entries: [...stay, ...added] }
}
