import type { ReadBlocks } from '../../model/block-type.ts'
import type { LayoutName } from '../../model/deck.ts'
import type { Slide, TableObject } from '../../model/deck-file.ts'
import { findMember, type ObjectNode, type SourceNode } from '../../model/source.ts'
import { readTable } from '../data/read-table.ts'
import { recognizeText } from '../data/recognize-text.ts'
import { booleanOf, enumOf, field, itemsOf, read, textOf } from '../fields.ts'
import type { TableBlock } from './types.ts'

/** Reads a table: a text, a list of rows, or an object with `rows`. Null if it has no cells. */
export function readTableBlock(value: SourceNode | undefined): TableBlock | null {
  if (!value) return null
  const object = value.type === 'object' && findMember(value, 'rows') ? value : null
  const data = readTable(object ? findMember(object, 'rows')!.value : value)
  if (!data) return null
  const own = (name: keyof TableObject & string) => (object ? field<TableObject>(object, name) : undefined)
  const flag = (name: 'head' | 'total' | 'rank') => (own(name)?.type === 'boolean' ? booleanOf(own(name)) : null)
  return {
    type: 'table',
    data: { ...data, head: flag('head'), range: value.range },
    total: flag('total'),
    rank: flag('rank'),
    unit: textOf(own('unit')),
    note: textOf(own('note')),
    align: itemsOf(own('align')).map((node) => enumOf(node, ['left', 'right'])),
    range: value.range,
  }
}

/** Reads the `table` of a slide, or the text of one whose layout is asked for. */
export const fromSlide = (slide: ObjectNode, layout: LayoutName | null): ReadBlocks =>
  read(readTableBlock(field<Slide>(slide, 'table') ?? (layout === 'table' ? field<Slide>(slide, 'text') : undefined)))

/** The text of a slide of this layout. */
export const takesFields = (slide: ObjectNode, layout: LayoutName | null): readonly (keyof Slide)[] =>
  layout === 'table' && !field<Slide>(slide, 'table') ? ['text'] : []

/** Reads a table among a slide's `blocks`. */
export const fromEntry = (entry: ObjectNode): ReadBlocks =>
  read(readTableBlock(findMember(entry, 'rows') ? entry : undefined))

/** Reads the text of a slide that is a table or a ranking. */
export function fromText(text: SourceNode): ReadBlocks | null {
  const found = recognizeText(text)
  if (!found || found.shown === 'programme') return null
  const { blocks } = read(readTableBlock(text))
  return { blocks, diagnostics: [{ ...found, code: 'table-recognised', severity: 'info', range: text.range }] }
}
