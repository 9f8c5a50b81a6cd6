import type { ReadBlocks } from '../../model/block-type.ts'
import type { LayoutName } from '../../model/deck.ts'
import type { Slide } from '../../model/deck-file.ts'
import { findMember, type ObjectNode, type SourceNode } from '../../model/source.ts'
import { recognizeText } from '../data/recognize-text.ts'
import { enumOf, field, itemsOf, read, textOf } from '../fields.ts'
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

/** Reads the `timeline` of a slide, or the text of one whose layout is asked for. */
export const fromSlide = (slide: ObjectNode, layout: LayoutName | null): ReadBlocks =>
  read(
    readTimeline(field<Slide>(slide, 'timeline') ?? (layout === 'timeline' ? field<Slide>(slide, 'text') : undefined)),
  )

/** The text of a slide of this layout. */
export const takesFields = (slide: ObjectNode, layout: LayoutName | null): readonly (keyof Slide)[] =>
  layout === 'timeline' && !field<Slide>(slide, 'timeline') ? ['text'] : []

/** Reads a timeline among a slide's `blocks`. */
export const fromEntry = (entry: ObjectNode): ReadBlocks =>
  read(readTimeline(findMember(entry, 'rows') ? entry : undefined))

/** Reads the text of a slide that is a programme. */
export function fromText(text: SourceNode): ReadBlocks | null {
  const found = recognizeText(text)
  if (found?.shown !== 'programme') return null
  const { blocks } = read(readTimeline(text))
  return { blocks, diagnostics: [{ ...found, code: 'table-recognised', severity: 'info', range: text.range }] }
}
