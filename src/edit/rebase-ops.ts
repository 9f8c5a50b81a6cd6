import type { JsonValue, NodePath } from '../model/source.ts'
import type { EditConflict, EditOp } from '../model/wire/edit.ts'
import { valueAsRead, wholeFile } from '../validate/value-reading.ts'
import { isEqual } from './assign.ts'
import type { EditOps, EditRefusal } from './edit-result.ts'
import { type EditableText, readEditable } from './editable-text.ts'
import { findPlace, type Place, placeFor, type State } from './find-place.ts'
import { childOf, plainAfter, valueAt } from './plain-ops.ts'
import { isObject } from './wanted.ts'

/** Operations for a text that changed meanwhile: those that are left to do, or where both changed the same. */
export type RebasedOps =
  | { ok: true; ops: readonly EditOp[] }
  | { ok: false; code: 'conflict'; conflicts: readonly EditConflict[] }
  | EditRefusal

/**
 * Rewrites operations that were made on one text for another state of it, which somebody else has changed: items are found
 * again where they are now, even if they were moved, or others were put before them. What is already done is left out. All
 * paths and values are those of decks as the format reads them, see `valueAsRead`.
 *
 * No characters are merged: if both changed the same value, or if an item is gone or no longer certainly the same, it is a
 * conflict, and nothing is to be done at all. Of a list or an object that was set as a whole, each value counts on its own.
 */
export function rebaseOps(base: string | EditableText, theirs: string | EditableText, ops: EditOps): RebasedOps {
  const [baseValue, theirValue] = [plainOf(base), plainOf(theirs)]
  if (baseValue === undefined || theirValue === undefined) return refusal(0, [], 'text-unreadable')
  let state: State = { mine: baseValue, theirs: theirValue }
  const wanted = ops.reduce<JsonValue | undefined>((value, op) => value && plainAfter(value, op), baseValue)
  if (wanted !== undefined && isEqual(wanted, theirValue)) return { ok: true, ops: [] }
  const rebased: EditOp[] = []
  const conflicts: EditConflict[] = []
  for (const [index, op] of ops.entries()) {
    const mine = plainAfter(state.mine, op)
    if (mine === undefined) return refusal(index, op.path, 'path-missing')
    let { theirs } = state
    for (const step of rebaseOp(state, op)) {
      const after = 'why' in step ? undefined : plainAfter(theirs, step)
      if ('why' in step) conflicts.push({ index, ...step })
      else if (after === undefined)
        conflicts.push({ index, why: 'changed', path: step.path, ...('value' in step && { yours: step.value }) })
      else {
        rebased.push(step)
        theirs = after
      }
    }
    state = { mine, theirs }
  }
  return conflicts.length > 0 ? { ok: false, code: 'conflict', conflicts } : { ok: true, ops: rebased }
}

/** What becomes of an operation. */
type Step = EditOp | Omit<EditConflict, 'index'>

function plainOf(text: string | EditableText): JsonValue | undefined {
  const { root } = typeof text === 'string' ? readEditable(text) : text
  return root ? valueAsRead(root, wholeFile) : undefined
}

const refusal = (index: number, path: NodePath, why: EditRefusal['why']): EditRefusal => ({
  ok: false,
  code: 'not-editable',
  why,
  index,
  path,
})

function rebaseOp(state: State, op: EditOp): Step[] {
  switch (op.op) {
    case 'set':
      return rebaseSet(state, op.path, op.value)
    case 'remove':
      return rebaseRemove(state, op.path)
    case 'insert': {
      const path = placeFor(state, op.path, op.value)
      if (path === 'done') return []
      return [path ? { op: 'insert', path, value: op.value } : { why: 'gone', path: op.path, yours: op.value }]
    }
    case 'copy':
    case 'move':
      return rebaseFrom(state, op)
  }
}

function rebaseSet(state: State, path: NodePath, yours: JsonValue): Step[] {
  const base = valueAt(state.mine, path)
  const place = findPlace(state, path)
  if (!place) return [{ why: 'gone', path, ...(base !== undefined && { base }), yours }]
  const theirs = valueAt(state.theirs, place.path)
  return merge(place, base, yours, theirs)
}

/** Sets what only one side changed, value by value. */
function merge(
  { path, isCertain }: Place,
  base: JsonValue | undefined,
  yours: JsonValue,
  theirs: JsonValue | undefined,
): Step[] {
  if (theirs !== undefined && isEqual(theirs, yours)) return []
  if (isCertain && isSame(base, theirs)) return [{ op: 'set', path, value: yours }]
  const steps = isCertain && base !== undefined && theirs !== undefined ? mergeInside(path, base, yours, theirs) : null
  if (steps) return steps
  return [{ why: 'changed', path, ...(base !== undefined && { base }), ...(theirs !== undefined && { theirs }), yours }]
}

/** Merges the fields of objects, and the items of lists that are equally long; null if there is nothing of this kind. */
function mergeInside(path: NodePath, base: JsonValue, yours: JsonValue, theirs: JsonValue): Step[] | null {
  const inside = (name: string | number): Step[] => {
    const place = { path: [...path, name], isCertain: true }
    const [own, before] = [childOf(yours, name), childOf(base, name)]
    if (own !== undefined) return isSame(own, before) ? [] : merge(place, before, own, childOf(theirs, name))
    const theirValue = childOf(theirs, name)
    if (theirValue === undefined || before === undefined) return []
    return isEqual(theirValue, before)
      ? [{ op: 'remove', path: place.path }]
      : [{ why: 'changed', path: place.path, base: before, theirs: theirValue }]
  }
  if (Array.isArray(base) && Array.isArray(yours) && Array.isArray(theirs)) {
    if (base.length !== yours.length || base.length !== theirs.length) return null
    return base.flatMap((_, i) => inside(i))
  }
  if (!isObject(base) || !isObject(yours) || !isObject(theirs)) return null
  return [...new Set([...Object.keys(base), ...Object.keys(yours)])].flatMap(inside)
}

const isSame = (a: JsonValue | undefined, b: JsonValue | undefined): boolean =>
  a === undefined || b === undefined ? a === b : isEqual(a, b)

function rebaseRemove(state: State, path: NodePath): Step[] {
  const base = valueAt(state.mine, path)!
  const place = findPlace(state, path)
  const theirs = place ? valueAt(state.theirs, place.path) : undefined
  if (!place || theirs === undefined) return []
  if (!isEqual(base, theirs)) return [{ why: 'changed', path: place.path, base, theirs }]
  // One of several equal items is gone already: this one, or another that nobody can tell from it.
  return place.isCertain ? [{ op: 'remove', path: place.path }] : []
}

/** Moves or copies an item as it is now. */
function rebaseFrom(state: State, op: EditOp & { op: 'move' | 'copy' }): Step[] {
  const yours = valueAt(state.mine, op.from)!
  const from = findPlace(state, op.from)
  const isThere = from !== null && valueAt(state.theirs, from.path) !== undefined
  if (!isThere) return [{ why: 'gone', path: op.from, base: yours, yours }]
  const theirs = valueAt(state.theirs, from.path)!
  if (!from.isCertain) return [{ why: 'changed', path: from.path, base: yours, theirs, yours }]
  if (op.op === 'copy') {
    const path = placeFor(state, op.path, theirs)
    if (path === 'done') return []
    return [path ? { op: 'copy', from: from.path, path } : { why: 'gone', path: op.path, yours }]
  }
  const without: State = {
    mine: plainAfter(state.mine, { op: 'remove', path: op.from })!,
    theirs: plainAfter(state.theirs, { op: 'remove', path: from.path })!,
  }
  const path = placeFor(without, op.path, null)
  if (!path || path === 'done') return [{ why: 'gone', path: op.path, base: yours, yours }]
  const step: EditOp = { op: 'move', from: from.path, path }
  return isSamePath(from.path, path) ? [] : [step]
}

const isSamePath = (a: NodePath, b: NodePath): boolean => a.length === b.length && a.every((step, i) => step === b[i])
