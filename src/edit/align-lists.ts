import type { JsonValue } from '../model/source.ts'
import { isObject } from './wanted.ts'

/** Where an item of a list is in a later state of the list. */
export interface Counterpart {
  index: number
  /**
   * Whether it is certainly the same item: all of it is the same, or enough. Otherwise it stands where the item stood, or is
   * one of several equal ones.
   */
  isCertain: boolean
}

/**
 * Finds the items of a list in another state of it: those that stayed, also if they were moved, and those that were changed.
 * Shape: by the index in `before`; what is missing in the result is gone.
 */
export function alignLists(
  before: readonly JsonValue[],
  after: readonly JsonValue[],
): ReadonlyMap<number, Counterpart> {
  const found = sameItems(before, after)
  const taken = new Set([...found.values()].map(({ index }) => index))
  for (const [from, to] of gapsBetween(before.length, after.length, found))
    pairChanged(before, after, from, to, found, taken)
  pairMoved(before, after, found, taken)
  return found
}

/** Pairs equal items: at both ends first, then wherever they went. */
function sameItems(before: readonly JsonValue[], after: readonly JsonValue[]): Map<number, Counterpart> {
  const [keys, others] = [before.map(keyOf), after.map(keyOf)]
  const found = new Map<number, Counterpart>()
  const pair = (from: number, index: number) => found.set(from, { index, isCertain: true })
  let head = 0
  const shorter = Math.min(keys.length, others.length)
  while (head < shorter && keys[head] === others[head]) pair(head, head++)
  let tail = 0
  while (tail < shorter - head && keys.at(-1 - tail) === others.at(-1 - tail)) {
    tail++
    pair(keys.length - tail, others.length - tail)
  }
  const places = new Map<string, number[]>()
  for (let i = others.length - tail - 1; i >= head; i--) places.set(others[i]!, [...(places.get(others[i]!) ?? []), i])
  for (let i = head; i < keys.length - tail; i++) {
    const place = places.get(keys[i]!)?.pop()
    if (place !== undefined) pair(i, place)
  }
  return withDoubts(found, keys, others)
}

/** Of several equal items, of which some are gone, none is certainly one of those that are left. */
function withDoubts(
  found: Map<number, Counterpart>,
  keys: readonly string[],
  others: readonly string[],
): Map<number, Counterpart> {
  const surplus = new Map<string, number>()
  for (const key of keys) surplus.set(key, (surplus.get(key) ?? 0) + 1)
  for (const key of others) if (surplus.has(key)) surplus.set(key, surplus.get(key)! - 1)
  return new Map([...found].map(([i, one]) => [i, { ...one, isCertain: surplus.get(keys[i]!)! <= 0 }]))
}

/** A text that is the same for equal values. */
const keyOf = (value: JsonValue): string => JSON.stringify(value)

/** Runs of items on both sides that have no counterpart yet, between the same neighbours. Shape: pairs of runs of indexes. */
function gapsBetween(
  length: number,
  otherLength: number,
  found: ReadonlyMap<number, Counterpart>,
): [number[], number[]][] {
  const taken = new Set([...found.values()].map(({ index }) => index))
  const gaps: [number[], number[]][] = []
  let run: number[] = []
  for (let i = 0; i <= length; i++) {
    const place = i === length ? otherLength : found.get(i)?.index
    if (place === undefined) run.push(i)
    else {
      const others: number[] = []
      for (let k = place - 1; k >= 0 && !taken.has(k); k--) others.unshift(k)
      if (run.length > 0 && others.length > 0) gaps.push([run, others])
      run = []
    }
  }
  return gaps
}

/** Pairs the items of a gap: those that are alike, in order; a single one with a single one in any case. */
function pairChanged(
  before: readonly JsonValue[],
  after: readonly JsonValue[],
  from: readonly number[],
  to: readonly number[],
  found: Map<number, Counterpart>,
  taken: Set<number>,
): void {
  const pair = (i: number, index: number, isCertain: boolean) => {
    found.set(i, { index, isCertain })
    taken.add(index)
  }
  if (from.length === to.length)
    for (const [n, i] of from.entries()) pair(i, to[n]!, likeness(before[i]!, after[to[n]!]!) >= 1 / 3)
  else {
    let next = 0
    for (const i of from.slice(0, maxCompared)) {
      const match = to.slice(0, maxCompared).findIndex((k, n) => n >= next && likeness(before[i]!, after[k]!) >= 1 / 3)
      if (match < 0) continue
      pair(i, to[match]!, true)
      next = match + 1
    }
  }
}

/** How many items are compared with each of as many others. */
const maxCompared = 200

/** Pairs items that were moved and changed, where only one is very much alike. */
function pairMoved(
  before: readonly JsonValue[],
  after: readonly JsonValue[],
  found: Map<number, Counterpart>,
  taken: Set<number>,
): void {
  const free = [...after.keys()].filter((k) => !taken.has(k)).slice(0, maxCompared)
  const left = [...before.keys()].filter((i) => !found.has(i)).slice(0, maxCompared)
  for (const i of left) {
    const alike = free.filter((k) => !taken.has(k) && likeness(before[i]!, after[k]!) > 0.5)
    if (alike.length !== 1) continue
    found.set(i, { index: alike[0]!, isCertain: true })
    taken.add(alike[0]!)
  }
}

/** The share of texts that two items have in common. Only texts of several letters tell items apart. */
function likeness(a: JsonValue, b: JsonValue): number {
  const [own, other] = [leavesOf(a), leavesOf(b)]
  const telling = (leaves: ReadonlyMap<string, JsonValue>) => [...leaves].filter(([, text]) => String(text).length > 3)
  const [tellingOwn, tellingOther] = [telling(own), telling(other)]
  const isTelling = tellingOwn.length > 0 || tellingOther.length > 0
  const leaves = isTelling ? tellingOwn : [...own]
  const most = Math.max(leaves.length, isTelling ? tellingOther.length : other.size)
  return most === 0 ? 1 : leaves.filter(([path, text]) => other.get(path) === text).length / most
}

const known = new WeakMap<object, ReadonlyMap<string, JsonValue>>()

/** The texts and numbers inside a value, by their paths. */
function leavesOf(value: JsonValue): ReadonlyMap<string, JsonValue> {
  if (typeof value !== 'object' || value === null) return addLeaves(value, '', new Map())
  const leaves = known.get(value) ?? addLeaves(value, '', new Map())
  known.set(value, leaves)
  return leaves
}

function addLeaves(value: JsonValue, path: string, found: Map<string, JsonValue>): Map<string, JsonValue> {
  if (Array.isArray(value)) for (const [i, item] of value.entries()) addLeaves(item, `${path}/${i}`, found)
  else if (isObject(value))
    for (const [name, field] of Object.entries(value)) addLeaves(field, `${path}/${name}`, found)
  else if (value !== '' && value !== null) found.set(path, value)
  return found
}
