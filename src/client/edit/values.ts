import type { JsonValue, NodePath } from '../../model/source.ts'
import type { EditOp } from '../../model/wire/edit.ts'

/** An object of JSON. */
export type JsonObject = { [name: string]: JsonValue }

/** Whether a value is an object. */
export const isObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Whether nothing is written in a value. */
export const isBlank = (value: JsonValue | undefined): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '')

/** A path as a string, for maps and keys of a storage. */
export const pathKey = (path: NodePath): string => JSON.stringify(path)

/** Whether two values are the same. */
export const isSame = (a: JsonValue | undefined, b: JsonValue | undefined): boolean =>
  a === b || JSON.stringify(a) === JSON.stringify(b)

/** Whether a path leads to a place or to something in it. */
export const isBelow = (path: NodePath, place: NodePath): boolean => place.every((step, i) => path[i] === step)

/** The index of the slide that a path leads into, by the path of the list of slides; null if it leads elsewhere. */
export function slideOfPath(path: NodePath, slides: NodePath): number | null {
  const step = path[slides.length]
  return isBelow(path, slides) && typeof step === 'number' ? step : null
}

/** Returns the value at a path; undefined if there is none. */
export function valueAt(root: JsonValue | undefined, path: NodePath): JsonValue | undefined {
  let value = root
  for (const step of path) {
    if (Array.isArray(value)) value = value[Number(step)]
    else if (isObject(value) && Object.hasOwn(value, step)) value = value[step]
    else return undefined
  }
  return value
}

/**
 * Returns the operations that give a place a value; an `undefined` or blank one takes the field away. A list or an object
 * on the way that is missing is made.
 */
export function opsToSet(root: JsonValue, path: NodePath, value: JsonValue | undefined): EditOp[] {
  const before = valueAt(root, path)
  if (isSame(before, value)) return []
  const isItem = typeof path.at(-1) === 'number'
  if (value === undefined || (isBlank(value) && !isItem)) return before === undefined ? [] : [{ op: 'remove', path }]
  let [at, set]: [NodePath, JsonValue] = [path, value]
  while (at.length > 0 && !isContainer(valueAt(root, at.slice(0, -1)), at.at(-1)!)) {
    const step = at.at(-1)!
    set = typeof step === 'number' ? listWith(step, set) : { [step]: set }
    at = at.slice(0, -1)
  }
  const parent = valueAt(root, at.slice(0, -1))
  const missing = Array.isArray(parent) ? Number(at.at(-1)) - parent.length : -1
  if (!Array.isArray(parent) || missing < 0) return [{ op: 'set', path: at, value: set }]
  if (missing === 0) return [{ op: 'insert', path: at, value: set }]
  return [{ op: 'set', path: at.slice(0, -1), value: [...parent, ...listWith(missing, set)] }]
}

const isContainer = (value: JsonValue | undefined, step: string | number) =>
  typeof step === 'number' ? Array.isArray(value) : isObject(value)

const listWith = (index: number, value: JsonValue): JsonValue[] => [...Array.from({ length: index }, () => ''), value]

/** Returns a value after operations; those that do not fit change nothing. The server alone decides what the file becomes. */
export function afterOps(root: JsonValue, ops: readonly EditOp[]): JsonValue {
  const copy = structuredClone(root)
  for (const op of ops) applyTo(copy, op)
  return copy
}

function applyTo(root: JsonValue, op: EditOp): void {
  const parent = valueAt(root, op.path.slice(0, -1))
  const step = op.path.at(-1)
  if (step === undefined) return
  if (op.op === 'remove') take(parent, step)
  else if (op.op === 'set') put(parent, step, op.value)
  else if (op.op === 'insert') insert(parent, step, op.value)
  else {
    const from = valueAt(root, op.from)
    if (from === undefined) return
    if (op.op === 'move') take(valueAt(root, op.from.slice(0, -1)), op.from.at(-1)!)
    insert(parent, step, structuredClone(from))
  }
}

function take(parent: JsonValue | undefined, step: string | number): void {
  if (Array.isArray(parent)) parent.splice(Number(step), 1)
  else if (isObject(parent)) delete parent[step]
}

function put(parent: JsonValue | undefined, step: string | number, value: JsonValue): void {
  if (Array.isArray(parent)) parent[Number(step)] = value
  else if (isObject(parent)) parent[step] = value
}

function insert(parent: JsonValue | undefined, step: string | number, value: JsonValue): void {
  if (Array.isArray(parent)) parent.splice(Number(step), 0, value)
  else put(parent, step, value)
}
