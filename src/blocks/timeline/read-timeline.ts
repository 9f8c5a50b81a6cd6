import type { ReadBlocks } from '../../model/block-type.ts'
import { findMember, type ObjectNode, type SourceNode } from '../../model/source.ts'
import { enumOf, itemsOf, read, textOf } from '../fields.ts'
import type { TimelineBlock, TimelineRow } from './types.ts'

/** Reads a timeline: a text, a list of texts or of rows of cells, or an object with `kind` and `rows`. */
export function readTimeline(value: SourceNode | undefined): TimelineBlock | null {
  if (!value) return null
  const object = value.type === 'object' && findMember(value, 'rows') ? value : null
  const kind = object ? enumOf(findMember(object, 'kind')?.value, ['programme', 'line']) : null
  const rows = itemsOf(object ? findMember(object, 'rows')!.value : value).flatMap(readRow)
  return rows.length > 0 ? { type: 'timeline', kind, rows, range: value.range } : null
}

function readRow(node: SourceNode): TimelineRow[] {
  const { range } = node
  if (node.type === 'array') {
    const cells = node.items.map((cell) => textOf(cell) ?? '')
    return cells.some((cell) => cell !== '') ? [{ cells, range }] : []
  }
  const text = textOf(node)
  return text === null ? [] : [{ text, range }]
}

/** Reads the short form among the fields of a slide. */
export const timelineOfSlide = (slide: ObjectNode, field: string): ReadBlocks =>
  read(readTimeline(findMember(slide, field)?.value))
