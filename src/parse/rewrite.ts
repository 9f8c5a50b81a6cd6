import { type StringNode, sourceOffset } from '../model/source.ts'

/** A replacement of part of a string's value. Units: indexes into the value. */
export interface ValueEdit {
  start: number
  end: number
  text: string
}

/**
 * Changes the value of a string and updates its offset map, so that every remaining character keeps its source offset.
 *
 * Shape: the changes are in order and do not overlap.
 */
export function rewriteString(node: StringNode, changes: readonly ValueEdit[]): void {
  const { value, offsetMap: old = [0, node.range.start + 1] } = node
  const parts: string[] = []
  const marks: number[] = []
  let length = 0
  let at = 0
  let mark = 0
  const mapTo = (end: number) => {
    if (marks.at(-2) === length) marks.length -= 2
    marks.push(length, sourceOffset(node, at))
    while (mark < old.length && old[mark]! <= at) mark += 2
    for (; mark < old.length && old[mark]! < end; mark += 2) marks.push(length + old[mark]! - at, old[mark + 1]!)
    parts.push(value.slice(at, end))
    length += end - at
  }
  for (const { start, end, text } of changes) {
    mapTo(start)
    if (marks.at(-2) === length) marks.length -= 2
    marks.push(length, sourceOffset(node, start))
    parts.push(text)
    length += text.length
    at = end
  }
  mapTo(value.length)
  node.value = parts.join('')
  node.offsetMap = marks
}
