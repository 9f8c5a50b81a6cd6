import type { JsonValue } from '../../src/model/source.ts'
import type { EditOp } from '../../src/model/wire/edit.ts'

type Container = JsonValue[] | { [name: string]: JsonValue }
type Path = readonly (string | number)[]

const fail = (): never => {
  throw new Error('not possible')
}

/** What operations do to a plain value, said in as few words as possible. Undefined if one of them is not possible. */
export function changed(value: JsonValue, ops: readonly EditOp[]): JsonValue | undefined {
  const box = { root: structuredClone(value) }
  try {
    for (const op of ops) change(box, op)
  } catch {
    return undefined
  }
  return box.root
}

function change(box: { root: JsonValue }, op: EditOp): void {
  const path: Path = ['root', ...op.path]
  const name = path.at(-1)!
  if (op.op === 'set') {
    const holder = holderOf(box, path)
    if (Array.isArray(holder)) isIndex(name, holder.length) ? (holder[name] = structuredClone(op.value)) : fail()
    else holder[name] = structuredClone(op.value)
  } else if (op.op === 'remove') take(box, path)
  else if (op.op === 'insert') put(box, path, structuredClone(op.value))
  else {
    const from: Path = ['root', ...op.from]
    const list = holderOf(box, from)
    const at = from.at(-1)!
    if (!Array.isArray(list) || !isIndex(at, list.length)) fail()
    const item = structuredClone((list as JsonValue[])[at as number]!)
    if (op.op === 'move') {
      if (path.length > from.length && from.every((step, i) => step === path[i])) fail()
      take(box, from)
    }
    put(box, path, item)
  }
}

const isIndex = (name: string | number, end: number): name is number =>
  typeof name === 'number' && Number.isInteger(name) && name >= 0 && name < end

/** The list or object that holds the value at a path. */
function holderOf(box: { root: JsonValue }, path: Path): Container {
  let holder: JsonValue = box
  for (const step of path.slice(0, -1)) {
    if (typeof holder !== 'object' || holder === null) return fail()
    if (Array.isArray(holder) ? !isIndex(step, holder.length) : !Object.hasOwn(holder, step)) return fail()
    holder = (holder as never)[step]
  }
  return typeof holder === 'object' && holder !== null ? holder : fail()
}

function take(box: { root: JsonValue }, path: Path): void {
  const holder = holderOf(box, path)
  const name = path.at(-1)!
  if (path.length === 1) fail()
  else if (Array.isArray(holder)) isIndex(name, holder.length) ? holder.splice(name, 1) : fail()
  else if (Object.hasOwn(holder, name)) delete holder[name]
  else fail()
}

function put(box: { root: JsonValue }, path: Path, item: JsonValue): void {
  const list = holderOf(box, path)
  const at = path.at(-1)!
  if (Array.isArray(list) && isIndex(at, list.length + 1)) list.splice(at, 0, item)
  else fail()
}
