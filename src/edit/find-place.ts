import type { JsonValue, NodePath } from '../model/source.ts'
import { alignLists, type Counterpart } from './align-lists.ts'
import { isEqual } from './assign.ts'
import { childOf, valueAt } from './plain-ops.ts'
import { isObject } from './wanted.ts'

/** What was read of the text that the operations are made on, and of the other one, after the same operations. */
export interface State {
  mine: JsonValue
  theirs: JsonValue
}

/** Where a value is in the other text. */
export interface Place {
  path: NodePath
  isCertain: boolean
}

/** Finds the place of a value in the other text. A field need not be there, but what holds it. */
export function findPlace({ mine, theirs }: State, path: NodePath): Place | null {
  let [own, other]: [JsonValue, JsonValue] = [mine, theirs]
  const found: (string | number)[] = []
  let isCertain = true
  for (const [depth, step] of path.entries()) {
    const counterpart = counterpartOf(own, other, step)
    if (!counterpart) return null
    found.push(counterpart.step)
    isCertain &&= counterpart.isCertain
    if (depth === path.length - 1) break
    const [next, nextOther] = [childOf(own, step), childOf(other, counterpart.step)]
    if (next === undefined || nextOther === undefined) return null
    own = next
    other = nextOther
  }
  return { path: found, isCertain }
}

function counterpartOf(own: JsonValue, other: JsonValue, step: string | number) {
  if (Array.isArray(own) && Array.isArray(other)) {
    const found = typeof step === 'number' ? counterparts(own, other).get(step) : undefined
    return found ? { step: found.index, isCertain: found.isCertain } : null
  }
  return isObject(own) && isObject(other) ? { step, isCertain: true } : null
}

const aligned = new WeakMap<JsonValue[], WeakMap<JsonValue[], ReadonlyMap<number, Counterpart>>>()

function counterparts(own: JsonValue[], other: JsonValue[]): ReadonlyMap<number, Counterpart> {
  const known = aligned.get(own)?.get(other)
  if (known) return known
  const found = alignLists(own, other)
  aligned.set(own, (aligned.get(own) ?? new WeakMap()).set(other, found))
  return found
}

/**
 * Where an item comes in the other text: behind the nearest item before it that is still there, else before the nearest one
 * after it. Null if the list is gone; `done` if the other has put the same there.
 */
export function placeFor(state: State, path: NodePath, item: JsonValue | null): NodePath | 'done' | null {
  const [listPath, at] = [path.slice(0, -1), Number(path.at(-1))]
  const place = findPlace(state, listPath)
  const own = valueAt(state.mine, listPath)
  const other = place ? valueAt(state.theirs, place.path) : undefined
  if (!place?.isCertain || !Array.isArray(own) || !Array.isArray(other)) return null
  const found = counterparts(own, other)
  const index = indexBeside(found, at, own.length, other.length)
  return item !== null && hasNew(other, found, index, item) ? 'done' : [...place.path, index]
}

/** Whether a list has a new item at a place that is equal to one; others that are equal may stand between. */
function hasNew(
  other: readonly JsonValue[],
  found: ReadonlyMap<number, Counterpart>,
  index: number,
  item: JsonValue,
): boolean {
  const taken = new Set([...found.values()].map((one) => one.index))
  const isNear = (from: number, by: 1 | -1): boolean => {
    for (let i = from; i >= 0 && i < other.length; i += by) {
      const isItem = isEqual(other[i]!, item)
      if (isItem && !taken.has(i)) return true
      if (!isItem && taken.has(i)) return false
    }
    return false
  }
  return isNear(index, 1) || isNear(index - 1, -1)
}

function indexBeside(found: ReadonlyMap<number, Counterpart>, at: number, length: number, otherLength: number): number {
  for (let i = at - 1; i >= 0; i--) if (found.has(i)) return found.get(i)!.index + 1
  for (let i = at; i < length; i++) if (found.has(i)) return found.get(i)!.index
  return Math.min(at, otherLength)
}
