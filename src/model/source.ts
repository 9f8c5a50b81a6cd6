/** A range of a source text. Units: UTF-16 offsets into the decoded text without its BOM; `end` is exclusive. */
export interface Range {
  start: number
  end: number
}

/** Where an item of a block comes from, such as a paragraph or a picture. */
export interface ItemOrigin {
  /** The range of the block that holds it. */
  range: Range
  /** Its index among the items of that block, in the order of the source. */
  item: number
}

/** The replacement of a range by a text; an insertion if `start` equals `end`. */
export interface Edit extends Range {
  text: string
}

/** A JSON value with its source range, which includes quotation marks and brackets. */
export type SourceNode = ObjectNode | ArrayNode | StringNode | ScalarNode

export interface Member {
  key: StringNode
  value: SourceNode
}

export interface ObjectNode {
  type: 'object'
  range: Range
  /** In source order; a key may occur twice. */
  members: Member[]
}

export interface ArrayNode {
  type: 'array'
  range: Range
  items: SourceNode[]
}

export interface StringNode {
  type: 'string'
  range: Range
  /** The text with escapes resolved and repairs applied. */
  value: string
  /**
   * Where `value` differs from the source: ascending pairs of an index into `value` and its source offset. Absent if every
   * character is the same, from `range.start + 1` on. Read it with `sourceOffset`.
   */
  offsetMap?: readonly number[]
}

export interface ScalarNode {
  type: 'number' | 'boolean' | 'null'
  range: Range
  value: number | boolean | null
}

/** The path from the root of a document to a value: keys of members and indexes of items. */
export type NodePath = readonly (string | number)[]

/** A value as `JSON.parse` returns it. */
export type JsonValue = string | number | boolean | null | JsonValue[] | { [name: string]: JsonValue }

/** Returns the member with a key, the last one if it occurs twice; null if there is none or the node is no object. */
export function findMember(node: SourceNode | null | undefined, name: string): Member | null {
  if (node?.type !== 'object') return null
  return node.members.findLast(({ key }) => key.value === name) ?? null
}

/** Returns the value of a node as `JSON.parse` would: the last of two members with the same key wins. */
export function toPlainValue(node: SourceNode): JsonValue {
  if (node.type === 'array') return node.items.map(toPlainValue)
  if (node.type !== 'object') return node.value
  const value: { [name: string]: JsonValue } = {}
  for (const { key, value: child } of node.members) {
    if (key.value === '__proto__') {
      const own = { value: toPlainValue(child), enumerable: true, configurable: true, writable: true }
      Object.defineProperty(value, key.value, own)
    } else value[key.value] = toPlainValue(child)
  }
  return value
}

/** Returns the node at a path; null if there is none. */
export function nodeAt(root: SourceNode, path: NodePath): SourceNode | null {
  let node: SourceNode | null = root
  for (const step of path) {
    if (typeof step === 'number' && node?.type === 'array') node = node.items[step] ?? null
    else node = findMember(node, String(step))?.value ?? null
  }
  return node
}

/** Returns the source offset of a character of a string's value. Units: UTF-16 units, both. */
export function sourceOffset(node: StringNode, index: number): number {
  const { offsetMap } = node
  if (!offsetMap) return node.range.start + 1 + index
  let low = 0
  let high = offsetMap.length / 2 - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (offsetMap[2 * middle]! <= index) low = middle
    else high = middle - 1
  }
  return offsetMap[2 * low + 1]! + Math.max(0, index - offsetMap[2 * low]!)
}

/** Returns the source range of a part of a string's value. Units: `start` and `end` are indexes into `value`. */
export function sourceRange(node: StringNode, start: number, end: number): Range {
  return { start: sourceOffset(node, start), end: sourceOffset(node, end) }
}
