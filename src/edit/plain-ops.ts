import type { JsonValue, NodePath } from '../model/source.ts'
import type { EditOp } from '../model/wire/edit.ts'
import { isObject } from './wanted.ts'

/** Returns the value at a path; undefined if there is none. */
export function valueAt(value: JsonValue, path: NodePath): JsonValue | undefined {
  let here: JsonValue | undefined = value
  for (const step of path) here = here === undefined ? undefined : childOf(here, step)
  return here
}

/** Returns an item or a field; undefined if there is none. */
export function childOf(value: JsonValue, step: string | number): JsonValue | undefined {
  if (Array.isArray(value)) return typeof step === 'number' ? value[step] : undefined
  return isObject(value) && Object.hasOwn(value, step) ? value[step] : undefined
}

/** Returns a plain value after an operation, sharing all that stays; undefined if it is not possible. */
export function plainAfter(value: JsonValue, op: EditOp): JsonValue | undefined {
  switch (op.op) {
    case 'set':
      return changeAt(value, op.path, (holder, step) => setChild(holder, step, op.value))
    case 'remove':
      return changeAt(value, op.path, removeChild)
    case 'insert':
      return changeAt(value, op.path, (holder, step) => insertItem(holder, step, op.value))
    case 'copy':
    case 'move': {
      const item = valueAt(value, op.from)
      if (op.op === 'move' && isInside(op.path, op.from)) return undefined
      const rest = op.op === 'move' ? changeAt(value, op.from, removeChild) : value
      if (item === undefined || rest === undefined) return undefined
      return changeAt(rest, op.path, (holder, step) => insertItem(holder, step, item))
    }
  }
}

/** Whether a path leads into the value at another one. */
export const isInside = (path: NodePath, other: NodePath): boolean =>
  path.length > other.length && other.every((step, i) => step === path[i])

type Change = (holder: JsonValue, step: string | number) => JsonValue | undefined

/** Changes the list or object that holds the value at a path. */
function changeAt(value: JsonValue, path: NodePath, change: Change, depth = 0): JsonValue | undefined {
  const step = path[depth]
  if (step === undefined) {
    const box = change({ root: value }, 'root')
    return box !== undefined && isObject(box) ? box.root : undefined
  }
  if (depth === path.length - 1) return change(value, step)
  const child = childOf(value, step)
  const next = child === undefined ? undefined : changeAt(child, path, change, depth + 1)
  return next === undefined ? undefined : setChild(value, step, next)
}

function setChild(holder: JsonValue, step: string | number, value: JsonValue): JsonValue | undefined {
  if (Array.isArray(holder)) return isIndex(step, holder.length) ? holder.with(step, value) : undefined
  return isObject(holder) ? { ...holder, [step]: value } : undefined
}

function removeChild(holder: JsonValue, step: string | number): JsonValue | undefined {
  if (childOf(holder, step) === undefined) return undefined
  if (Array.isArray(holder)) return holder.toSpliced(Number(step), 1)
  return Object.fromEntries(Object.entries(holder as object).filter(([name]) => name !== String(step)))
}

const insertItem: (holder: JsonValue, step: string | number, item: JsonValue) => JsonValue | undefined = (
  holder,
  step,
  item,
) => (Array.isArray(holder) && isIndex(step, holder.length + 1) ? holder.toSpliced(step, 0, item) : undefined)

const isIndex = (step: string | number, end: number): step is number =>
  typeof step === 'number' && Number.isInteger(step) && step >= 0 && step < end
