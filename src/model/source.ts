/** Part of one source text. Units: UTF-16 offsets into the decoded text without its BOM, `end` not included. */
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

/** Replaces a range by a text; an insertion where `start` is `end`. */
export interface Edit extends Range {
  text: string
}

/** A JSON value that knows where it stands. Ranges include quotes and brackets. */
export type SourceNode = ObjectNode | ArrayNode | StringNode | ScalarNode

export interface Member {
  key: StringNode
  value: SourceNode
}

export interface ObjectNode {
  type: 'object'
  range: Range
  /** In the order of the file; the same name may stand twice. */
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
  /** The text after escapes, repairs, and Word's leftovers have been resolved. */
  value: string
  /**
   * Where `value` departs from the source: pairs of an index into `value` and the offset it comes from, ascending.
   * Absent where every character stands for itself, from `range.start + 1` on. Read it with `sourceOffset`.
   */
  offsetMap?: readonly number[]
}

export interface ScalarNode {
  type: 'number' | 'boolean' | 'null'
  range: Range
  value: number | boolean | null
}

/** The way from the root of a document to a value: names of members and indexes of items. */
export type NodePath = readonly (string | number)[]

/** A plain value, as `JSON.parse` would give it. */
export type JsonValue = string | number | boolean | null | JsonValue[] | { [name: string]: JsonValue }

/** The member of that name; the last one where a name stands twice; null where there is none, or no object. */
export function findMember(node: SourceNode | null | undefined, name: string): Member | null {
  if (node?.type !== 'object') return null
  return node.members.findLast(({ key }) => key.value === name) ?? null
}

/** The plain value of a node, as `JSON.parse` would give it: the last of two members of one name wins. */
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

/** The node at the end of a path; null where the path leaves the tree. */
export function nodeAt(root: SourceNode, path: NodePath): SourceNode | null {
  let node: SourceNode | null = root
  for (const step of path) {
    if (typeof step === 'number' && node?.type === 'array') node = node.items[step] ?? null
    else node = findMember(node, String(step))?.value ?? null
  }
  return node
}

/** The offset in the source that a character of a string's value comes from. Units: UTF-16 units, both. */
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

/** The range in the source of a part of a string's value. Units: `start` and `end` are indexes into `value`. */
export function sourceRange(node: StringNode, start: number, end: number): Range {
  return { start: sourceOffset(node, start), end: sourceOffset(node, end) }
}
