import type { Actual } from '../model/problems/validate.ts'
import { type SourceNode, toPlainValue } from '../model/source.ts'

const actualKinds: Readonly<Record<SourceNode['type'], Actual>> = {
  string: 'text',
  number: 'number',
  boolean: 'flag',
  null: 'nothing',
  array: 'list',
  object: 'object',
}

/** Returns the kind of a value, in the terms of diagnostics. */
export const actualKind = (node: SourceNode): Actual => actualKinds[node.type]

/** Whether a value means "nothing": null, a blank string, or a list or object that contains only such values. */
export function isEmpty(node: SourceNode): boolean {
  if (node.type === 'string') return node.value.trim() === ''
  if (node.type === 'array') return node.items.every(isEmpty)
  if (node.type === 'object') return node.members.every(({ value }) => isEmpty(value))
  return node.type === 'null'
}

/** Whether two nodes have the same JSON value. */
export const sameValue = (a: SourceNode, b: SourceNode): boolean =>
  a === b || JSON.stringify(toPlainValue(a)) === JSON.stringify(toPlainValue(b))

/**
 * Whether a number converts back to what the author wrote. `1.50` and numbers with more digits than a double holds do
 * not: as text they would lose digits.
 */
export function isExact(node: SourceNode): boolean {
  if (node.type !== 'number') return true
  const shown = String(node.value)
  const digits = shown.replace(/\D/g, '').length
  return digits <= 15 && shown.length === node.range.end - node.range.start
}

/** Returns a null with the range of a value. */
export const nullAt = ({ range }: SourceNode): SourceNode => ({ type: 'null', range, value: null })
