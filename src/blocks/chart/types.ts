import type { DataTable } from '../../model/data-table.ts'
import type { DrawnElement } from '../../model/laid-out.ts'
import type { Lang, MultilingualText } from '../../model/lang.ts'
import type { Range } from '../../model/source.ts'

/** What a chart draws: lying bars, bars of several parts, lines, a ring. */
export type ChartKind = 'bar' | 'stack' | 'line' | 'donut'

/** A chart as written, without empty values. */
export interface ChartBlock<T = MultilingualText> {
  type: 'chart'
  /** Null: chosen by the data. */
  kind: ChartKind | null
  data: DataTable<T>
  unit: T | null
  /** Where the data come from. */
  source: T | null
  /** The names of rows that are set off. */
  highlight: readonly T[]
  range: Range
}

/** What the template `chart` draws. Units: px. */
export interface ChartView {
  width: number
  height: number
  /** The name of the text style, and the size of all texts. */
  style: string
  size: number
  /** The sentence for screen readers. */
  label: string
  lang: Lang
  marks: DrawnElement[]
  /** The data, for screen readers. */
  table: { caption: string; head: string[]; rows: string[][] }
}
