import type { BoxSource } from '../model/laid-out.ts'
import type { PageBoxes } from '../model/live.ts'
import type { ArrayNode, NodePath, ObjectNode, Range, SourceNode } from '../model/source.ts'
import type { PageSource, SourcePlace } from '../model/wire/edit-source.ts'

interface PlacedSlide {
  node: ObjectNode
  path: NodePath
}

/**
 * Returns where pages come from in the tree of their file.
 *
 * Shape: by the ids of the pages. Pages whose slide the tree does not have are left out.
 */
export function boxPaths(root: SourceNode, pages: readonly PageBoxes[]): Record<string, PageSource> {
  const slides = slidesOf(root)
  return Object.fromEntries(
    pages.flatMap(({ id, slide, boxes }) => {
      const at = slides[slide]
      if (!at) return []
      const places = boxes.map((sources) => sources.flatMap((source) => placeOf(source, at)))
      return [[id, { slide: at.path, boxes: places }] as const]
    }),
  )
}

function placeOf({ range, items }: BoxSource, { node, path }: PlacedSlide): SourcePlace[] {
  const { start } = node.range
  const found = pathOf(node, { start: start + range.start, end: start + range.end })
  return found ? [{ path: [...path, ...found], items }] : []
}

/** Returns the path of the outermost value with a range, or of the innermost one around it. */
function pathOf(node: SourceNode, range: Range): NodePath | null {
  if (node.range.start > range.start || node.range.end < range.end) return null
  if (node.range.start === range.start && node.range.end === range.end) return []
  for (const [step, child] of childrenOf(node)) {
    const below = pathOf(child, range)
    if (below) return [step, ...below]
  }
  return []
}

const childrenOf = (node: SourceNode): (readonly [string | number, SourceNode])[] =>
  node.type === 'object'
    ? node.members.map(({ key, value }) => [key.value, value] as const)
    : node.type === 'array'
      ? node.items.map((item, index) => [index, item] as const)
      : []

/** The slides of a file: the objects in its list `content`, else in its longest list. */
function slidesOf(root: SourceNode): PlacedSlide[] {
  if (root.type === 'array') return objectsIn(root, [])
  if (root.type !== 'object') return []
  const lists = root.members.flatMap(({ key, value }) =>
    value.type === 'array' ? [{ name: key.value, slides: objectsIn(value, [key.value]) }] : [],
  )
  const named = lists.findLast(({ name }) => name === 'content')
  return (named ?? lists.toSorted((a, b) => b.slides.length - a.slides.length)[0])?.slides ?? []
}

const objectsIn = ({ items }: ArrayNode, path: NodePath): PlacedSlide[] =>
  items.flatMap((node, index) => (node.type === 'object' ? [{ node, path: [...path, index] }] : []))
