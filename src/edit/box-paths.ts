import type { BoxSource } from '../model/laid-out.ts'
import type { PageBoxes } from '../model/live.ts'
import type { NodePath, ObjectNode, Range, SourceNode } from '../model/source.ts'
import type { PageSource, SourcePlace } from '../model/wire/edit-source.ts'
import type { JsonSchema } from '../validate/schema.ts'
import { type ListReading, readValue, wholeFile } from '../validate/value-reading.ts'

interface PlacedSlide {
  node: ObjectNode
  path: NodePath
  schema: JsonSchema
}

/**
 * Returns where pages come from in their deck as the format reads it: see `valueAsRead`.
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

function placeOf({ range, items }: BoxSource, { node, path, schema }: PlacedSlide): SourcePlace[] {
  const { start } = node.range
  const found = pathOf(node, schema, { start: start + range.start, end: start + range.end })
  return found ? [{ path: [...path, ...found], items }] : []
}

/** Returns the path of the outermost value with a range, or of the innermost one around it. */
function pathOf(node: SourceNode, schema: JsonSchema, range: Range): NodePath | null {
  if (node.range.start > range.start || node.range.end < range.end) return null
  if (node.range.start === range.start && node.range.end === range.end) return []
  for (const [steps, child, own] of childrenOf(node, schema)) {
    const below = pathOf(child, own, range)
    if (below) return [...steps, ...below]
  }
  return []
}

function childrenOf(node: SourceNode, schema: JsonSchema): (readonly [NodePath, SourceNode, JsonSchema])[] {
  const reading = readValue(node, schema)
  switch (reading.kind) {
    case 'value':
      return []
    case 'inside':
      return [[[], reading.node, reading.schema]]
    case 'list':
      return reading.items.map((item, i) => [[i], item.node, reading.schemaOf(i)] as const)
    case 'fields':
      return reading.fields.flatMap(({ name, nodes, schema: own }) => nodes.map((one) => [[name], one, own] as const))
  }
}

/** Returns the paths of the slides of a file in their deck as the format reads it, in order. */
export const slidePaths = (root: SourceNode): readonly NodePath[] => slidesOf(root).map(({ path }) => path)

/** The list of slides of a file. `path` is that of the deck as it is read, `own` that in the file. */
interface SlideList {
  list: ListReading
  path: NodePath
  own: NodePath
}

function slideListOf(root: SourceNode): SlideList | null {
  const outer = readValue(root, wholeFile)
  const isInside = outer.kind === 'inside'
  const reading = isInside ? readValue(outer.node, outer.schema) : outer
  const around = isInside ? [outer.step] : []
  if (reading.kind === 'list') return { list: reading, path: [], own: around }
  const content = reading.kind === 'fields' ? reading.fields.find(({ name }) => name === 'content') : undefined
  const list = content && readValue(content.node, content.schema)
  return list?.kind === 'list' ? { list, path: ['content'], own: [...around, content!.step] } : null
}

/** Returns the path of the list of slides by the names of the file; null if it has none. */
export const slidesInFile = (root: SourceNode): NodePath | null => slideListOf(root)?.own ?? null

/** The slides of a file: the objects in its list of slides. */
function slidesOf(root: SourceNode): PlacedSlide[] {
  const found = slideListOf(root)
  return found ? objectsIn(found.list, found.path) : []
}

const objectsIn = ({ items, schemaOf }: ListReading, path: NodePath): PlacedSlide[] =>
  items.flatMap(({ node }, i) => (node.type === 'object' ? [{ node, path: [...path, i], schema: schemaOf(i) }] : []))
