import type { ReadBlocks } from '../../model/block-type.ts'
import type { LayoutName } from '../../model/deck.ts'
import type { Slide } from '../../model/deck-file.ts'
import { findMember, type ObjectNode, type SourceNode } from '../../model/source.ts'
import { readTable } from '../data/read-table.ts'
import { enumOf, field, itemsOf, read, textOf } from '../fields.ts'
import type { ChartBlock } from './types.ts'

const kinds = ['bar', 'stack', 'line', 'donut'] as const

/** Reads a chart: the value of a table, or an object with `data`. */
function readChart(value: SourceNode | undefined): ChartBlock | null {
  if (!value) return null
  const object = findMember(value, 'data') ? value : null
  const data = readTable(object ? findMember(object, 'data')!.value : value)
  if (!data) return null
  const table = object && findMember(object, 'data')!.value
  const ofTable = (name: string) => (table ? findMember(table, name)?.value : undefined)
  const own = (name: string) => (object ? findMember(object, name)?.value : undefined)
  return {
    type: 'chart',
    kind: enumOf(own('kind'), kinds),
    data,
    unit: textOf(own('unit')) ?? textOf(ofTable('unit')),
    source: textOf(own('source')) ?? textOf(ofTable('note')),
    highlight: itemsOf(own('highlight')).flatMap((item) => textOf(item) ?? []),
    range: value.range,
  }
}

/** Reads the `chart` of a slide, or the text of one whose layout is asked for. */
export const fromSlide = (slide: ObjectNode, layout: LayoutName | null): ReadBlocks =>
  read(readChart(field<Slide>(slide, 'chart') ?? (layout === 'chart' ? field<Slide>(slide, 'text') : undefined)))

/** The text of a slide of this layout. */
export const takesFields = (slide: ObjectNode, layout: LayoutName | null): readonly (keyof Slide)[] =>
  layout === 'chart' && !field<Slide>(slide, 'chart') ? ['text'] : []

/** Reads a chart among a slide's `blocks`. */
export const fromEntry = (entry: ObjectNode): ReadBlocks => read(findMember(entry, 'data') ? readChart(entry) : null)
