import { limits } from '../model/limits.ts'
import type { JsonValue, NodePath } from '../model/source.ts'
import type { EditOp } from '../model/wire/edit.ts'
import { assign, type CleanedOf } from './assign.ts'
import type { RefusalReason } from './edit-result.ts'
import { isInside } from './plain-ops.ts'
import { indexOfStep, newEntry, openContainer, type Wanted, type WantedContainer, type WantedEntry } from './wanted.ts'

/** A tree after an operation, or why it cannot be made, and at which path. */
export type MadeOp = { root: Wanted } | { why: RefusalReason; path: NodePath }

/**
 * Makes one operation on a tree.
 *
 * Shape: `cleanedOf` gives a string as everything but editing sees it, so that setting what somebody was shown changes
 * nothing.
 */
export function makeOp(root: Wanted, op: EditOp, cleanedOf: CleanedOf): MadeOp {
  switch (op.op) {
    case 'set':
      return isJson(op.value) ? set(root, op.path, op.value, cleanedOf) : { why: 'value-not-json', path: op.path }
    case 'remove':
      return take(root, op.path)
    case 'insert':
      return isJson(op.value)
        ? put(root, op.path, newEntry(null, { kind: 'written', value: op.value }))
        : { why: 'value-not-json', path: op.path }
    case 'move':
      return move(root, op.from, op.path)
    case 'copy':
      return copy(root, op.from, op.path)
  }
}

/** Whether a deck can hold a value. */
function isJson(value: JsonValue, depth = 0): boolean {
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'object') return typeof value === 'string' || typeof value === 'boolean'
  return value === null || (depth < limits.depth && Object.values(value).every((one) => isJson(one, depth + 1)))
}

function set(root: Wanted, path: NodePath, value: JsonValue, cleanedOf: CleanedOf): MadeOp {
  if (path.length === 0) return { root: assign(root, value, cleanedOf) }
  const name = path.at(-1)!
  return changeContainer(root, path.slice(0, -1), (container) => {
    const index = indexOfStep(container, name)
    if (index >= 0) {
      const entry = container.entries[index]!
      return container.entries.with(index, { ...entry, value: assign(entry.value, value, cleanedOf) })
    }
    if (container.type === 'array') return 'index-outside'
    return [...container.entries, newEntry(String(name), { kind: 'written', value })]
  })
}

/** Takes an entry away. All fields of its name go, since one that nobody sees would come up otherwise. */
function take(root: Wanted, path: NodePath): MadeOp {
  if (path.length === 0) return { why: 'path-missing', path }
  return changeContainer(root, path.slice(0, -1), (container) => {
    const index = indexOfStep(container, path.at(-1)!)
    if (index < 0) return container.type === 'array' ? 'index-outside' : 'path-missing'
    return container.entries.filter(({ name }, i) => i !== index && (name === null || name !== String(path.at(-1))))
  })
}

/** Puts an item into a list, before the one at the path or at the end. */
function put(root: Wanted, path: NodePath, entry: WantedEntry): MadeOp {
  const at = path.at(-1)
  if (at === undefined) return { why: 'not-a-list', path }
  return changeContainer(root, path.slice(0, -1), ({ type, entries }) => {
    if (type !== 'array') return 'not-a-list'
    if (typeof at !== 'number' || !Number.isInteger(at) || at < 0 || at > entries.length) return 'index-outside'
    return entries.toSpliced(at, 0, isAmong(entries, entry) ? { ...entry, origin: null } : entry)
  })
}

/** Whether the entry of the source that an entry is stands in a list already, as in a copy of the list that it was taken from. */
const isAmong = (entries: readonly WantedEntry[], { origin }: WantedEntry): boolean =>
  origin !== null &&
  entries.some(({ origin: own }) => own?.container === origin.container && own.index === origin.index)

function move(root: Wanted, from: NodePath, path: NodePath): MadeOp {
  if (isInside(path, from)) return { why: 'inside-itself', path }
  const entry = entryAt(root, from)
  if (typeof entry === 'string') return { why: entry, path: from }
  const without = take(root, from)
  return 'why' in without ? without : put(without.root, path, entry)
}

function copy(root: Wanted, from: NodePath, path: NodePath): MadeOp {
  const entry = entryAt(root, from)
  return typeof entry === 'string' ? { why: entry, path: from } : put(root, path, newEntry(null, entry.value))
}

/** The item of a list at a path. */
function entryAt(root: Wanted, path: NodePath): WantedEntry | RefusalReason {
  const list = path.length > 0 ? containerAt(root, path.slice(0, -1)) : null
  if (!list) return 'path-missing'
  if (list.type !== 'array') return 'not-a-list'
  return list.entries[indexOfStep(list, path.at(-1)!)] ?? 'index-outside'
}

function containerAt(root: Wanted, path: NodePath): WantedContainer | null {
  let container = openContainer(root)
  for (const step of path) {
    const entry: WantedEntry | undefined = container?.entries[indexOfStep(container, step)]
    container = entry ? openContainer(entry.value) : null
  }
  return container
}

type Change = (container: WantedContainer) => readonly WantedEntry[] | RefusalReason

/** Returns the tree with other entries in the list or object at a path. */
function changeContainer(root: Wanted, path: NodePath, change: Change, depth = 0): MadeOp {
  const container = openContainer(root)
  if (!container) return { why: 'path-missing', path: path.slice(0, depth) }
  if (depth === path.length) {
    const entries = change(container)
    if (typeof entries === 'string') return { why: entries, path }
    return { root: withEntries(root, container, entries) }
  }
  const index = indexOfStep(container, path[depth]!)
  const entry = container.entries[index]
  if (!entry)
    return { why: container.type === 'array' ? 'index-outside' : 'path-missing', path: path.slice(0, depth + 1) }
  const made = changeContainer(entry.value, path, change, depth + 1)
  if ('why' in made) return made
  return { root: withEntries(root, container, container.entries.with(index, { ...entry, value: made.root })) }
}

/** A container with other entries; what it was if they are the same ones. */
function withEntries(before: Wanted, container: WantedContainer, entries: readonly WantedEntry[]): Wanted {
  const isUnchanged =
    entries.length === container.entries.length &&
    entries.every((entry, i) => entry === container.entries[i] || entry.value === container.entries[i]!.value)
  return isUnchanged ? before : { ...container, entries }
}
