import { type NodePath, nodeAt, type ObjectNode, type SourceNode } from '../model/source.ts'

/** Parses a JSON pointer (RFC 6901). Steps of digits become numbers. */
export const parsePointer = (pointer: string): NodePath =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step))

/**
 * Removes values from a deck. A removed slide is replaced by an empty one, so that slides keep their numbers, and a
 * removed list of slides by an empty list. Changes the tree.
 */
export function removeValues(root: ObjectNode, paths: readonly NodePath[]): void {
  const gone = new Set<SourceNode>()
  const lists = new Set<SourceNode>()
  const sides = new Set<SourceNode>()
  for (const path of paths) {
    const node = nodeAt(root, path)
    const holder = path.length > 0 ? nodeAt(root, path.slice(0, -1)) : null
    if (!node || !holder) continue
    if (holder.type === 'array') lists.add(holder)
    // The other columns of a table keep their sides.
    if (path.at(-2) === 'align') sides.add(holder)
    gone.add(node)
    if (holder.type === 'object') removeMember(holder, node, holder === root)
  }
  const slides = nodeAt(root, ['content'])
  for (const list of lists) {
    if (list.type !== 'array') continue
    list.items =
      list === slides
        ? list.items.map((item) => (gone.has(item) ? { type: 'object', range: item.range, members: [] } : item))
        : sides.has(list)
          ? list.items.map((item) =>
              gone.has(item) ? { type: 'null' as const, range: item.range, value: null } : item,
            )
          : list.items.filter((item) => !gone.has(item))
  }
}

function removeMember(holder: ObjectNode, node: SourceNode, isDeck: boolean): void {
  const emptied = isDeck && nodeAt(holder, ['content']) === node
  holder.members = emptied
    ? holder.members.map(({ key, value }) =>
        value === node ? { key, value: { type: 'array', range: node.range, items: [] } } : { key, value },
      )
    : holder.members.filter(({ value }) => value !== node)
}
