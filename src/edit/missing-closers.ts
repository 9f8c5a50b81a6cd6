import type { ArrayNode, Edit, ObjectNode, SourceNode } from '../model/source.ts'

const closerOf = { array: ']', object: '}' } as const
const closers = { array: ']］', object: '}｝' } as const

/**
 * Gives the edits that add the closing brackets which are missing from a value, the innermost first. The parser adds them where
 * nothing else follows; before something is written behind the value, the text needs them.
 *
 * Shape: the same edit for the same bracket each time.
 */
export function missingClosers(text: string): (node: SourceNode) => Edit[] {
  const known = new Map<SourceNode, Edit>()
  const editOf = (node: ArrayNode | ObjectNode): Edit => {
    const { end } = node.range
    const edit = known.get(node) ?? { start: end, end, text: closerOf[node.type] }
    known.set(node, edit)
    return edit
  }
  return (node) => {
    const edits: Edit[] = []
    for (let value: SourceNode | undefined = node; value?.type === 'array' || value?.type === 'object'; ) {
      const { start, end } = value.range
      const last: SourceNode | undefined = value.type === 'array' ? value.items.at(-1) : value.members.at(-1)?.value
      const isClosed = end - 1 >= (last?.range.end ?? start + 1) && closers[value.type].includes(text[end - 1]!)
      if (!isClosed) edits.unshift(editOf(value))
      value = last
    }
    return edits
  }
}
