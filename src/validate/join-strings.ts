import { type SourceNode, type StringNode, sourceOffset } from '../model/source.ts'

/**
 * Joins texts and numbers of a source to one text. Findings in it are still at their place in the source.
 *
 * Shape: the range is that of all parts; `separator` stands between two.
 */
export function joinStrings(parts: readonly SourceNode[], separator: string): StringNode {
  let value = ''
  const offsetMap: number[] = []
  for (const [i, part] of parts.entries()) {
    if (i > 0) {
      offsetMap.push(value.length, part.range.start)
      value += separator
    }
    if (part.type === 'string') offsetMap.push(...offsetsOf(part, value.length))
    else offsetMap.push(value.length, part.range.start)
    value += plainText(part)
  }
  const range = { start: parts[0]?.range.start ?? 0, end: parts.at(-1)?.range.end ?? 0 }
  return { type: 'string', range, value, offsetMap }
}

/** The offsets of a string, for its place in another one. */
function offsetsOf(node: StringNode, shift: number): number[] {
  const { offsetMap } = node
  if (!offsetMap) return [shift, sourceOffset(node, 0)]
  return offsetMap.map((one, i) => (i % 2 === 0 ? one + shift : one))
}

/** What a scalar reads as; nothing for other values. */
const plainText = (node: SourceNode): string =>
  node.type === 'string' ? node.value : node.type === 'number' ? String(node.value) : ''
