import type { ArrayNode, Edit, ObjectNode, SourceNode } from '../model/source.ts'
import { kept, type Wanted } from './wanted.ts'

const closerOf = { array: ']', object: '}' } as const
const closers = { array: ']］', object: '}｝' } as const

/**
 * Gives the edits that add the closing brackets which are missing from a value, the innermost first. The parser adds them where
 * nothing else follows; before something is written behind the value, the text needs them. Of a value that is written anew,
 * none is missing.
 *
 * Shape: the same edit for the same bracket each time.
 */
export function missingClosers(text: string): (node: SourceNode, wanted: Wanted) => Edit[] {
  const known = new Map<SourceNode, Edit>()
  const editOf = (node: ArrayNode | ObjectNode): Edit => {
    const { end } = node.range
    const edit = known.get(node) ?? { start: end, end, text: closerOf[node.type] }
    known.set(node, edit)
    return edit
  }
  return (node, wanted) => {
    const edits: Edit[] = []
    let stays: Wanted | null = wanted
    for (let value: SourceNode | undefined = node; value?.type === 'array' || value?.type === 'object'; ) {
      if (!stays || stays.kind === 'written' || stays.node !== value) break
      const { start, end } = value.range
      const last: SourceNode | undefined = value.type === 'array' ? value.items.at(-1) : value.members.at(-1)?.value
      const isClosed = end - 1 >= (last?.range.end ?? start + 1) && closers[value.type].includes(text[end - 1]!)
      if (!isClosed) edits.unshift(editOf(value))
      stays = lastThatStays(value, stays)
      value = last
    }
    return edits
  }
}

/** What becomes of the last entry of a list or an object; null if it does not stay the last one. */
function lastThatStays(node: ArrayNode | ObjectNode, wanted: Wanted): Wanted | null {
  if (wanted.kind === 'kept') {
    const last = node.type === 'array' ? node.items.at(-1) : node.members.at(-1)?.value
    return last ? kept(last) : null
  }
  const last = wanted.kind === 'container' ? wanted.entries.at(-1) : undefined
  const count = node.type === 'array' ? node.items.length : node.members.length
  return last?.origin?.container === node && last.origin.index === count - 1 ? last.value : null
}
