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

/** What kind of value this is, in the words of findings. */
export const actualKind = (node: SourceNode): Actual => actualKinds[node.type]

/** Whether a value means "nothing": null, a blank text, or a list or an object of nothing else. */
export function isEmpty(node: SourceNode): boolean {
  if (node.type === 'string') return node.value.trim() === ''
  if (node.type === 'array') return node.items.every(isEmpty)
  if (node.type === 'object') return node.members.every(({ value }) => isEmpty(value))
  return node.type === 'null'
}

/** Whether two values are the same to a reader of JSON. */
export const sameValue = (a: SourceNode, b: SourceNode): boolean =>
  JSON.stringify(toPlainValue(a)) === JSON.stringify(toPlainValue(b))

/**
 * Whether a number of JSON can be read back as the author wrote it. `1.50` and numbers of more digits than a computer
 * keeps cannot: as a text they would lose figures.
 */
export function isExact(node: SourceNode): boolean {
  if (node.type !== 'number') return true
  const shown = String(node.value)
  const digits = shown.replace(/\D/g, '').length
  return digits <= 15 && shown.length === node.range.end - node.range.start
}

/** Nothing, at the place of a value. */
export const nullAt = ({ range }: SourceNode): SourceNode => ({ type: 'null', range, value: null })

/** A text in one line of a message: no breaks, and no more than people take in. */
export function truncateText(text: string): string {
  const line = text
    .slice(0, 200)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  return line.length > 60 ? `${line.slice(0, 59)}…` : line
}
